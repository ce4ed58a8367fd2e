/** Days and months: what everybody imports. The arithmetic, the words and the clock each have a file of their own. */
export {
  addDays,
  addMonths,
  compareDays,
  daysBetween,
  daysInMonth,
  earliestDayOf,
  firstOfMonth,
  lastOfMonth,
  latestDayOf,
  monthOf,
  parsePlainDay,
  parsePlainMonth,
  partsOf,
  plainDay,
  weekdayOf,
  type PlainDay,
  type PlainMonth,
} from './calendar-day.ts';
export {
  formatDay,
  formatDayOrMonth,
  formatDayShort,
  formatDayWithWeekday,
  formatMonth,
  monthNames,
  parseTypedDay,
} from './day-words.ts';
export { dayInLondon, systemClock, todayInLondon, type Clock } from './today.ts';
