import { addDays, daysBetween, type PlainDay } from './calendar-day.ts';
import { addWorkingDays, englandAndWales, workingDaysBetween, type WorkingCalendar } from './working-days.ts';

/**
 * Clear days: the days that lie wholly between two others, counting neither. Local Government Act 1972 ss.100A(6) and
 * 100B(3) ask five clear days between notice and meeting; Schedule 12 paragraph 4 asked three for the summons until
 * 29 January 2015 and five since. How many are needed on which date is for whoever applies the rule: this file counts.
 *
 * The Act says "days"; whether weekends count has been argued, and many councils' own rules say working days. The
 * working reading is never shorter, so it is the safe one and the default; the calendar reading is the Act's bare
 * minimum. Under the working reading the notice is given, and the meeting held, on a working day.
 */
export type DayBasis = 'working' | 'calendar';

/** Which reading of "day" and, for the working one, whose working days. */
export interface ClearDayReading {
  readonly basis?: DayBasis;
  readonly calendar?: WorkingCalendar;
}

/** Clear days between a notice and a meeting; 0 when they touch or are out of order; null beyond the known years. */
export function clearDaysBetween(
  notice: PlainDay,
  meeting: PlainDay,
  reading: ClearDayReading = {},
): number | null {
  if (reading.basis === 'calendar') return Math.max(0, daysBetween(notice, meeting) - 1);
  const calendar = reading.calendar ?? englandAndWales;
  const dayBefore = addDays(meeting, -1);
  const between = workingDaysBetween(notice, dayBefore, calendar);
  return between === null ? null : Math.max(0, between);
}

/**
 * The last day on which notice can be given of a meeting: for five clear days before Thursday 12 May 2011, Friday
 * 6 May by the calendar and Wednesday 4 May by working days. Null beyond the known years.
 */
export function latestNoticeDay(
  meeting: PlainDay,
  clearDays: number,
  reading: ClearDayReading = {},
): PlainDay | null {
  if (reading.basis === 'calendar') return addDays(meeting, -(clearDays + 1));
  return addWorkingDays(meeting, -(clearDays + 1), reading.calendar ?? englandAndWales);
}

/**
 * The first day on which what was notified can be done: five clear days after Monday 13 May 2013 is Sunday 19 May by
 * the calendar and Tuesday 21 May by working days. Null beyond the known years.
 */
export function earliestDayAfterNotice(
  notice: PlainDay,
  clearDays: number,
  reading: ClearDayReading = {},
): PlainDay | null {
  if (reading.basis === 'calendar') return addDays(notice, clearDays + 1);
  return addWorkingDays(notice, clearDays + 1, reading.calendar ?? englandAndWales);
}
