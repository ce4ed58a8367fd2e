import { monthOf, parsePlainMonth, parseTypedDay } from '../../../platform/time/plain-day.ts';

/**
 * The day or the month that somebody typed, as ISO text, or null where it is neither: "31 March 2011", "2011-03-31",
 * "March 2011", "3/2011", "2011-03". A month is read as its first day would be, so both know the same words.
 */
export function typedDayOrMonth(text: string): string | null {
  const typed = text.trim();
  const day = parseTypedDay(typed) ?? parsePlainMonth(typed);
  if (day !== null) return day;
  const first = parseTypedDay(`1 ${typed}`);
  return first === null ? null : monthOf(first);
}
