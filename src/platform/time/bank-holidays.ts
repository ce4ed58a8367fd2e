import { bankHolidayLines } from './bank-holiday-dates.ts';
import { parsePlainDay, partsOf, plainDay, type PlainDay } from './calendar-day.ts';
import { formatDay } from './day-words.ts';

export interface BankHoliday {
  readonly day: PlainDay;
  /** `Good Friday`, `Boxing Day (substitute day)` */
  readonly name: string;
}

/** Every bank holiday of England and Wales that is known, in order of date. */
export const bankHolidays: readonly BankHoliday[] = bankHolidayLines.trim().split('\n').map(readLine);

const byDay = new Map(bankHolidays.map((holiday) => [holiday.day, holiday]));
const years = bankHolidays.map(({ day }) => partsOf(day).year);

/** The first and last day for which it is known whether the day is a bank holiday: whole years. */
export const bankHolidaysKnown: { readonly from: PlainDay; readonly to: PlainDay } = {
  from: plainDay(Math.min(...years), 1, 1),
  to: plainDay(Math.max(...years), 12, 31),
};

/** Whether it is known of this day that it is, or is not, a bank holiday. */
export function areBankHolidaysKnownOn(day: PlainDay): boolean {
  return day >= bankHolidaysKnown.from && day <= bankHolidaysKnown.to;
}

/** The bank holiday on a day; null when there is none; 'not-known' for a day outside the years that are known. */
export function bankHolidayOn(day: PlainDay): BankHoliday | null | 'not-known' {
  return areBankHolidaysKnownOn(day) ? (byDay.get(day) ?? null) : 'not-known';
}

/** The sentence for a person whose working days cannot be counted because a day lies outside the known years. */
export function whyWorkingDaysNotKnown(): string {
  const { from, to } = bankHolidaysKnown;
  return `Working days can be counted from ${formatDay(from)} to ${formatDay(to)}, the years whose bank holidays are held.`;
}

function readLine(line: string): BankHoliday {
  const day = parsePlainDay(line.slice(0, 10));
  if (day === null) throw new RangeError(`Not a bank holiday: ${line}`);
  return { day, name: line.slice(11) };
}
