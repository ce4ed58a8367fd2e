import { parsePlainDay, type PlainDay } from './calendar-day.ts';

/** Where the present moment comes from: handed in, so that a test or an as-at page can say what time it is. */
export type Clock = () => Date;

/** The computer's own clock. */
export const systemClock: Clock = () => new Date();

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in London, whatever the server's own time zone: half past midnight in June is already the new day. */
export function todayInLondon(clock: Clock): PlainDay {
  return dayInLondon(clock());
}

/** The day it was in London at an instant. */
export function dayInLondon(instant: Date): PlainDay {
  const part = new Map(londonDay.formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = parsePlainDay(`${part.get('year')}-${part.get('month')}-${part.get('day')}`);
  if (day === null) throw new RangeError('The clock does not show a real time');
  return day;
}
