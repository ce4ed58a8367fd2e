import { dayInLondon, formatDay } from '../../../platform/time/plain-day.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** "12 May 2026, 14:03:22", by the clock in London. */
export function inSeconds(at: Date): string {
  return `${formatDay(dayInLondon(at))}, ${clock.format(at)}`;
}
