import { bankHolidays, bankHolidaysKnown } from './bank-holidays.ts';
import { addDays, daysBetween, weekdayOf, type PlainDay } from './calendar-day.ts';

/**
 * Working days: Monday to Friday, less the bank holidays of England and Wales and, where a council asks for it, the
 * days it closes its offices.
 *
 * Counting rule, unless another is named: the day something happens is day 0 and counting begins on the next working
 * day. A referral of Monday 18 April 2011 reaches seven working days on Tuesday 3 May (Good Friday, Easter Monday,
 * the royal wedding of 29 April and the May holiday fall between). This is the reading of Working Together and of
 * Kent's measures; some validators of national returns call the starting day itself day 1, so the rule is a
 * parameter and a page that counts should say which one it used.
 *
 * Every answer is null when the count would touch a day outside the years whose bank holidays are known.
 */
export type CountingRule = 'next-day-is-one' | 'start-day-is-one';

/** Which days an organisation works. Made by `workingCalendar`; `englandAndWales` is the one without closures. */
export interface WorkingCalendar {
  readonly from: PlainDay;
  readonly to: PlainDay;
  /** Every working day of the calendar, in order. */
  readonly workingDays: readonly PlainDay[];
  /** For each day from `from`, how many working days there have been up to and including it. */
  readonly runningCount: Int32Array;
}

/**
 * A calendar for the years whose bank holidays are known.
 * @param closures further days on which this council's offices are closed, such as the days after Christmas
 */
export function workingCalendar(closures: Iterable<PlainDay> = []): WorkingCalendar {
  const { from, to } = bankHolidaysKnown;
  const closed = new Set<PlainDay>([...bankHolidays.map(({ day }) => day), ...closures]);
  const runningCount = new Int32Array(daysBetween(from, to) + 1);
  const workingDays: PlainDay[] = [];
  for (let index = 0, day = from; index < runningCount.length; index += 1, day = addDays(day, 1)) {
    if (weekdayOf(day) <= 5 && !closed.has(day)) workingDays.push(day);
    runningCount[index] = workingDays.length;
  }
  return { from, to, workingDays, runningCount };
}

/** The working days of England and Wales. */
export const englandAndWales: WorkingCalendar = workingCalendar();

/** Whether a day is a working day; null when it lies outside the known years. */
export function isWorkingDay(day: PlainDay, calendar: WorkingCalendar = englandAndWales): boolean | null {
  const count = countTo(day, calendar);
  return count === null ? null : calendar.workingDays[count - 1] === day;
}

/**
 * The day on which a number of working days is reached. 0 gives the day itself, working or not; a negative number
 * counts back, so -6 from a meeting is the sixth working day before it.
 * @param rule with 'start-day-is-one' the starting day (or the first working day after it) is day 1
 */
export function addWorkingDays(
  from: PlainDay,
  days: number,
  calendar: WorkingCalendar = englandAndWales,
  rule: CountingRule = 'next-day-is-one',
): PlainDay | null {
  const upTo = countTo(from, calendar);
  const before = countBefore(from, calendar);
  if (upTo === null || before === null) return null;
  if (rule === 'start-day-is-one' && days > 0) return calendar.workingDays[before + days - 1] ?? null;
  if (days === 0) return from;
  return calendar.workingDays[days > 0 ? upTo + days - 1 : before + days] ?? null;
}

/**
 * How many working days lie after one day, up to and including another: 7 for a referral of 18 April 2011 assessed
 * on 3 May. Negative, by the same measure, when `to` comes first.
 */
export function workingDaysBetween(
  from: PlainDay,
  to: PlainDay,
  calendar: WorkingCalendar = englandAndWales,
): number | null {
  if (to < from) {
    const [start, end] = [countBefore(to, calendar), countBefore(from, calendar)];
    return start === null || end === null ? null : start - end;
  }
  const [start, end] = [countTo(from, calendar), countTo(to, calendar)];
  return start === null || end === null ? null : end - start;
}

/**
 * The running number of a day: how many working days of the calendar there have been up to and including it. The
 * difference of two is `workingDaysBetween`, so a table of days with this number lets SQL count by subtraction.
 */
export function workingDayNumber(day: PlainDay, calendar: WorkingCalendar = englandAndWales): number | null {
  return countTo(day, calendar);
}

function countTo(day: PlainDay, calendar: WorkingCalendar): number | null {
  if (day < calendar.from || day > calendar.to) return null;
  return calendar.runningCount[daysBetween(calendar.from, day)] ?? null;
}

function countBefore(day: PlainDay, calendar: WorkingCalendar): number | null {
  return day === calendar.from ? 0 : countTo(addDays(day, -1), calendar);
}
