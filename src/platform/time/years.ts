import { addDays, addMonths, partsOf, plainDay, weekdayOf, type PlainDay } from './calendar-day.ts';
import { monthNames } from './day-words.ts';

/** Years that do not begin in January, and their quarters: named, parsed and found for a day. */

/** A stretch of days with the name people give it. Both ends belong to it. */
export interface NamedSpan {
  /** `2012-13`; for a quarter `January to March 2012 (Q4)` */
  readonly label: string;
  readonly from: PlainDay;
  readonly to: PlainDay;
}

/** `2012-13` for the year that begins in 2012; `1999-00` at the turn of a century. */
export function formatYearSpan(startYear: number): string {
  return `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`;
}

/**
 * The calendar year in which a written year begins: 2012 for `2012-13`, `2012/13`, `2012/2013` or `2012 to 2013`.
 * Null when it is not written so, or when the second half is not the year after the first.
 */
export function parseYearSpan(text: string): number | null {
  const match = /^\s*([1-9]\d{3})\s*(?:[-/–]|to)\s*(\d{4}|\d{2})\s*$/i.exec(text);
  if (match === null) return null;
  const start = Number(match[1]);
  const end = match[2] ?? '';
  const expected = String(start + 1);
  return end === expected || end === expected.slice(2) ? start : null;
}

/** The financial year that begins on 1 April: 1 April 2012 to 31 March 2013 for 2012. */
export function financialYear(startYear: number): NamedSpan {
  return yearFrom(plainDay(startYear, 4, 1), startYear);
}

/** The financial year a day lies in. */
export function financialYearOf(day: PlainDay): NamedSpan {
  return financialYear(startYearFor(day, 4));
}

/** The academic year that begins on 1 September, as the Department for Education counts it. */
export function academicYear(startYear: number): NamedSpan {
  return yearFrom(plainDay(startYear, 9, 1), startYear);
}

/** The academic year a day lies in. */
export function academicYearOf(day: PlainDay): NamedSpan {
  return academicYear(startYearFor(day, 9));
}

/**
 * The municipal year a day lies in: from one annual meeting of the council to the eve of the next.
 * Local Government Act 1972 Schedule 12 paragraph 1 puts the annual meeting in March, April or May (or, in an election
 * year, within 21 days after councillors retire), so the true days must be given. For a year whose meeting is not
 * given, the fourth day after the ordinary day of election (the first Thursday in May) stands in: the day on which
 * councillors come into office under section 7.
 */
export function municipalYearOf(day: PlainDay, annualMeetings: Iterable<PlainDay> = []): NamedSpan {
  const meetings = new Map([...annualMeetings].map((meeting) => [partsOf(meeting).year, meeting]));
  const beginning = (year: number): PlainDay => meetings.get(year) ?? usualMunicipalStart(year);
  const { year } = partsOf(day);
  const startYear = day >= beginning(year) ? year : year - 1;
  return {
    label: formatYearSpan(startYear),
    from: beginning(startYear),
    to: addDays(beginning(startYear + 1), -1),
  };
}

/** A quarter of the financial year, with its number (1 for April to June). */
export interface Quarter extends NamedSpan {
  readonly number: 1 | 2 | 3 | 4;
  readonly financialYear: string;
}

/** The quarter a day lies in, named as GOV.UK does: `January to March 2012 (Q4)`. */
export function quarterOf(day: PlainDay): Quarter {
  const { year, month } = partsOf(day);
  const firstMonth = month - ((month - 1) % 3);
  const from = plainDay(year, firstMonth, 1);
  const number = firstMonth === 1 ? 4 : firstMonth === 4 ? 1 : firstMonth === 7 ? 2 : 3;
  const names = `${monthNames[firstMonth - 1] ?? ''} to ${monthNames[firstMonth + 1] ?? ''}`;
  return {
    number,
    label: `${names} ${year} (Q${number})`,
    from,
    to: addDays(addMonths(from, 3), -1),
    financialYear: financialYearOf(day).label,
  };
}

/** The quarters that a stretch of days touches, in order. */
export function quartersBetween(from: PlainDay, to: PlainDay): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (let day = from; day <= to;) {
    const quarter = quarterOf(day);
    quarters.push(quarter);
    day = addDays(quarter.to, 1);
  }
  return quarters;
}

function yearFrom(from: PlainDay, startYear: number): NamedSpan {
  return { label: formatYearSpan(startYear), from, to: addDays(addMonths(from, 12), -1) };
}

function startYearFor(day: PlainDay, firstMonth: number): number {
  const { year, month } = partsOf(day);
  return month >= firstMonth ? year : year - 1;
}

function usualMunicipalStart(year: number): PlainDay {
  const first = plainDay(year, 5, 1);
  const thursday = addDays(first, (4 - weekdayOf(first) + 7) % 7);
  return addDays(thursday, 4);
}
