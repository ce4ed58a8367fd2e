/**
 * A day of the calendar, with no hour and no time zone: what a minute, a milestone or a summons means by a date.
 * It is held as its ISO text (`2011-05-12`), so it sorts as text, is stored as a PostgreSQL `date` unchanged, and
 * cannot lose a day in summer time as a JavaScript `Date` at midnight does.
 */
declare const plainDayBrand: unique symbol;
declare const plainMonthBrand: unique symbol;

/** A real day of the Gregorian calendar as ISO text, years 1000 to 9999. Made by `parsePlainDay` or `plainDay`. */
export type PlainDay = string & { readonly [plainDayBrand]: true };

/** A month alone as ISO text (`2011-05`), for dates that were only ever given to the month. */
export type PlainMonth = string & { readonly [plainMonthBrand]: true };

const isoDay = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const isoMonth = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/;
const millisecondsInDay = 86_400_000;

/** Days of a month, counted from 1; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? 31 : 0;
}

/** The day for ISO text that names one exactly (`2011-05-12`), or null: never a near miss, never 31 June. */
export function parsePlainDay(text: string): PlainDay | null {
  const match = isoDay.exec(text);
  if (match === null) return null;
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(Number(match[1]), Number(match[2])) ? (text as PlainDay) : null;
}

/** The month for ISO text that names one exactly (`2011-05`), or null. */
export function parsePlainMonth(text: string): PlainMonth | null {
  return isoMonth.test(text) ? (text as PlainMonth) : null;
}

/**
 * The day of a year, a month counted from 1 and a day of the month.
 * @throws RangeError when there is no such day. For numbers a person typed, use `parseTypedDay`.
 */
export function plainDay(year: number, month: number, day: number): PlainDay {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  const real = parsePlainDay(text);
  if (real === null) throw new RangeError(`There is no day ${text}`);
  return real;
}

/** Year, month (from 1) and day of the month. */
export function partsOf(day: PlainDay): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The day a number of calendar days later (earlier, when negative). */
export function addDays(day: PlainDay, days: number): PlainDay {
  return fromNumber(numberOf(day) + days);
}

/** Calendar days from one day to another: 0 for the same day, negative when `to` comes first. */
export function daysBetween(from: PlainDay, to: PlainDay): number {
  return numberOf(to) - numberOf(from);
}

/** For sorting: negative when `a` comes first, 0 when they are the same day. */
export function compareDays(a: PlainDay, b: PlainDay): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The day a number of months later, held to the last day of a shorter month: 31 October and four months is
 * 29 February 2012. This is how "within 4 months of the duty" is counted for allowances.
 */
export function addMonths(day: PlainDay, months: number): PlainDay {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return plainDay(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekdayOf(day: PlainDay): number {
  // 1 January 1970, day number 0, was a Thursday.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** The month a day lies in. */
export function monthOf(day: PlainDay): PlainMonth {
  return day.slice(0, 7) as PlainMonth;
}

/** The first day of the month a day lies in. */
export function firstOfMonth(day: PlainDay): PlainDay {
  return `${monthOf(day)}-01` as PlainDay;
}

/** The last day of the month a day lies in. */
export function lastOfMonth(day: PlainDay): PlainDay {
  const { year, month } = partsOf(day);
  return plainDay(year, month, daysInMonth(year, month));
}

/**
 * The first day that ISO text of a day or of a month can mean: `2011-05` gives 1 May, a day gives itself.
 * @throws RangeError when the text is neither.
 */
export function earliestDayOf(dayOrMonth: string): PlainDay {
  return parsePlainDay(dayOrMonth) ?? firstOfMonth(monthStart(dayOrMonth));
}

/**
 * The last day that ISO text of a day or of a month can mean: `2011-05` gives 31 May, a day gives itself.
 * Something due "in May" is late only after 31 May.
 * @throws RangeError when the text is neither.
 */
export function latestDayOf(dayOrMonth: string): PlainDay {
  return parsePlainDay(dayOrMonth) ?? lastOfMonth(monthStart(dayOrMonth));
}

function monthStart(text: string): PlainDay {
  const month = parsePlainMonth(text);
  if (month === null) throw new RangeError(`Neither a day nor a month: ${text}`);
  return `${month}-01` as PlainDay;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Days since 1 January 1970. `Date.UTC` is used for its arithmetic only: UTC has no summer time. */
function numberOf(day: PlainDay): number {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return Date.UTC(year, month - 1, dayOfMonth) / millisecondsInDay;
}

function fromNumber(number: number): PlainDay {
  const text = new Date(number * millisecondsInDay).toISOString().slice(0, 10);
  const real = parsePlainDay(text);
  if (real === null) throw new RangeError('Beyond the years 1000 to 9999');
  return real;
}
