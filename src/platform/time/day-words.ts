import {
  daysInMonth,
  parsePlainDay,
  parsePlainMonth,
  partsOf,
  plainDay,
  weekdayOf,
  type PlainDay,
} from './calendar-day.ts';

/** Days and months as people write and type them, in GOV.UK style: `12 May 2011`, never 12/05/11. */

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `12 May 2011` */
export function formatDay(day: PlainDay): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${nameOfMonth(month)} ${year}`;
}

/** `12 Sep 2011`, for the cells of a dense table. */
export function formatDayShort(day: PlainDay): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${nameOfMonth(month).slice(0, 3)} ${year}`;
}

/** `Thursday 12 May 2011`, for a meeting. */
export function formatDayWithWeekday(day: PlainDay): string {
  return `${weekdayNames[weekdayOf(day) - 1] ?? ''} ${formatDay(day)}`;
}

/**
 * `May 2011`, from ISO text of a month.
 * @throws RangeError when the text is not a month.
 */
export function formatMonth(month: string): string {
  const real = parsePlainMonth(month);
  if (real === null) throw new RangeError(`Not a month: ${month}`);
  return `${nameOfMonth(Number(real.slice(5)))} ${real.slice(0, 4)}`;
}

/**
 * `12 May 2011` or `May 2011`, whichever the ISO text says.
 * @throws RangeError when the text is neither.
 */
export function formatDayOrMonth(dayOrMonth: string): string {
  const day = parsePlainDay(dayOrMonth);
  return day === null ? formatMonth(dayOrMonth) : formatDay(day);
}

const isoLike = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const numbers = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*([a-z]{3,9})\.?[\s-]+(\d{4})$/;
const monthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s+(\d{4})$/;
const leadingWeekday = /^(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?\s+/;

/**
 * The day a person typed, or null when it is not a real day: `12 May 2011`, `12th Sept 2011`, `May 12, 2011`,
 * `Thursday 12 May 2011`, `12/5/2011`, `12.05.2011`, `2011-05-12`. Numbers are read in British order, day first.
 * A year of two figures is refused, because for dates of birth no reading of it is safe; so is a weekday that the
 * day did not fall on, because one of the two is a slip and we cannot know which.
 */
export function parseTypedDay(text: string): PlainDay | null {
  const folded = text.trim().toLowerCase().replaceAll(',', ' ').replaceAll(/\s+/g, ' ').slice(0, 60);
  const weekday = leadingWeekday.exec(folded);
  const rest = weekday === null ? folded : folded.slice(weekday[0].length);
  const day = readDay(rest);
  if (day === null || weekday === null) return day;
  const fellOn = weekdayNames[weekdayOf(day) - 1] ?? '';
  return fellOn.toLowerCase().startsWith((weekday[1] ?? '').slice(0, 3)) ? day : null;
}

function readDay(text: string): PlainDay | null {
  const iso = isoLike.exec(text);
  if (iso !== null) return dayOrNull(iso[1], iso[2], iso[3]);
  const figures = numbers.exec(text);
  if (figures !== null) return dayOrNull(figures[3], figures[2], figures[1]);
  const words = dayFirst.exec(text);
  if (words !== null) return dayOrNull(words[3], monthNumber(words[2]), words[1]);
  const american = monthFirst.exec(text);
  return american === null ? null : dayOrNull(american[3], monthNumber(american[1]), american[2]);
}

type Figure = string | number | undefined;

function dayOrNull(year: Figure, month: Figure, day: Figure): PlainDay | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y >= 1000 && d >= 1 && d <= daysInMonth(y, m) ? plainDay(y, m, d) : null;
}

/** The month for its name or any shortening of three letters or more (`Sept` too), counted from 1; 0 for none. */
function monthNumber(word: string | undefined): number {
  return monthNames.findIndex((name) => word !== undefined && name.toLowerCase().startsWith(word)) + 1;
}

function nameOfMonth(month: number): string {
  return monthNames[month - 1] ?? '';
}
