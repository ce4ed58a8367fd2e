import { dayInLondon, formatDay } from './plain-day.ts';

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** An instant as people at the council say it: "21 November 2026 at 2:05pm". */
export function momentInWords(instant: Date): string {
  const time = londonTime.format(instant).replace(/\s/g, '').toLowerCase();
  return `${formatDay(dayInLondon(instant))} at ${time}`;
}
