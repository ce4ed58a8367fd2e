import { firstDay, lastDay } from './calendar-day.rule.ts';
import { type PeriodOddity, PeriodReader } from './periods.rule.ts';
import type { HowRead, Period } from '../../../improvement/index.ts';
import { findImpossibleDates } from './printed-dates.rule.ts';
import { readRecurrence } from './recurrence.rule.ts';

/** Something about a timescale that a person should see, said of the words concerned. */
export interface TimescaleOddity {
  readonly kind: PeriodOddity['kind'] | 'several-periods' | 'timescale-in-words';
  readonly message: string;
  readonly proposal: string;
}

export interface TimescaleReading {
  readonly start: string | null;
  readonly end: string | null;
  readonly periods: readonly Period[];
  readonly status: 'completed' | null;
  readonly review: boolean;
  readonly recurrence: string | null;
  readonly reading: HowRead;
  readonly oddities: readonly TimescaleOddity[];
}

/**
 * Reads a timescale cell. A lone date is an end, unless it says review, rolling, from or start, when it is a start. A
 * start without a year takes it from the end unless that would turn the range round. A day that does not exist is the
 * month's last, marked corrected. `start` and `end` are the earliest and latest of the cell; `periods` holds each one
 * only where the cell prints several. Never fails: words without a date come back as such.
 */
export function readTimescale(printed: string): TimescaleReading {
  const text = printed.replace(/\s+/g, ' ').trim();
  const reader = new PeriodReader(text);
  const periods = reader.read();
  const status = isCompleted(text) ? 'completed' : null;
  const recurrence = readRecurrence(text);
  const points = periods.flatMap(({ start, end }) => [start, end]).filter((point) => point !== null);
  const only = periods.length === 1 ? periods[0] : undefined;
  const oddities: TimescaleOddity[] = [...reader.oddities];
  const impossible = findImpossibleDates(text);
  for (const words of impossible) oddities.push(noSuchDay(words));
  if (periods.length > 1) oddities.push(severalPeriods(text, periods.length));
  if (points.length === 0 && status === null && text !== '' && oddities.length === 0)
    oddities.push(inWords(text, recurrence));
  return {
    start: only === undefined ? earliest(points) : only.start,
    end: only === undefined ? latest(points) : only.end,
    periods: periods.length > 1 ? periods : [],
    status,
    review: /\breview/i.test(text),
    recurrence,
    reading: impossible.length > 0 ? 'corrected' : reader.reading,
    oddities,
  };
}

/** Whether the words say that the work is done: "Completed", but not "to be completed by June". */
export function isCompleted(text: string): boolean {
  return (
    /^\W*completed?\b(?!\s+(?:by|in)\s+(?:all|each))/i.test(text) ||
    /(?<!\b(?:be|not|when|once)\s)\bcompleted\W*$/i.test(text)
  );
}

function noSuchDay(words: string): TimescaleOddity {
  return {
    kind: 'impossible-date',
    message: `“${words}” is not a day of the calendar.`,
    proposal: 'No date was taken from it. Days come before months: write the day, the month and the year.',
  };
}

function severalPeriods(text: string, count: number): TimescaleOddity {
  return {
    kind: 'several-periods',
    message: `“${text}” holds ${count} periods in one cell.`,
    proposal: 'Each is kept. The row runs from the earliest to the latest of them.',
  };
}

function inWords(text: string, recurrence: string | null): TimescaleOddity {
  return {
    kind: 'timescale-in-words',
    message: `“${text}” gives no date.`,
    proposal:
      recurrence === null
        ? 'It is kept as printed, with no date.'
        : `It is kept as something that comes back (${recurrence}), with no date by which it can be late.`,
  };
}

function earliest(points: readonly string[]): string | null {
  return points.reduce<string | null>((a, b) => (a === null || firstDay(b) < firstDay(a) ? b : a), null);
}

function latest(points: readonly string[]): string | null {
  return points.reduce<string | null>((a, b) => (a === null || lastDay(b) > lastDay(a) ? b : a), null);
}
