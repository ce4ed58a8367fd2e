import { type CalendarPoint, daysInMonth, firstDay, isoPoint, lastDay } from './calendar-day.ts';
import type { HowRead, Period } from './plan-reading.ts';
import { findPrintedDates, type PrintedDate } from './printed-dates.ts';
import { readRecurrence } from './recurrence.ts';

/** Something about a timescale that a person should see, said of the words concerned. */
export interface TimescaleOddity {
  readonly kind:
    | 'impossible-date'
    | 'ambiguous-date'
    | 'year-inferred'
    | 'month-inferred'
    | 'year-missing'
    | 'range-turned-round'
    | 'several-periods'
    | 'timescale-in-words'
    | 'review-beside-start';
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

const CONNECTOR =
  /^\s*(?:\([^)]*\)\s*)?,?\s*(?:[-–—−‑‐]+|to|until|till|through|up to)\s*(?:the\s+)?(?:(?:start|end|beginning|middle) of\s+)?$/i;
const STARTS = /\b(?:review\w*|rolling|from|start\w*|commenc\w*|begin\w*|onwards?|ongoing|on-going|after)\b/i;
const ENDS = /\b(?:by|until|till|before|no later than|to)\s*(?:the\s+)?(?:end of\s+)?$/i;

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
  if (periods.length > 1) {
    reader.note(
      'several-periods',
      `“${text}” holds ${periods.length} periods in one cell.`,
      'Each is kept. The row runs from the earliest to the latest of them.',
    );
  }
  const points = periods.flatMap(({ start, end }) => [start, end]).filter((point) => point !== null);
  if (points.length === 0 && status === null && text !== '') {
    reader.note(
      'timescale-in-words',
      `“${text}” gives no date.`,
      recurrence === null
        ? 'It is kept as printed, with no date.'
        : `It is kept as something that comes back (${recurrence}), with no date by which it can be late.`,
    );
  }
  const only = periods.length === 1 ? periods[0] : undefined;
  return {
    start: only === undefined ? earliest(points) : only.start,
    end: only === undefined ? latest(points) : only.end,
    periods: periods.length > 1 ? periods : [],
    status,
    review: /\breview/i.test(text),
    recurrence,
    reading: reader.reading,
    oddities: reader.oddities,
  };
}

/** Whether the words say that the work is done: "Completed", but not "to be completed by June". */
export function isCompleted(text: string): boolean {
  return (
    /^\W*completed?\b(?!\s+(?:by|in)\s+(?:all|each))/i.test(text) ||
    /(?<!\b(?:be|not|when|once)\s)\bcompleted\W*$/i.test(text)
  );
}

function earliest(points: readonly string[]): string | null {
  return points.reduce<string | null>((a, b) => (a === null || firstDay(b) < firstDay(a) ? b : a), null);
}

function latest(points: readonly string[]): string | null {
  return points.reduce<string | null>((a, b) => (a === null || lastDay(b) > lastDay(a) ? b : a), null);
}

class PeriodReader {
  readonly oddities: TimescaleOddity[] = [];
  reading: HowRead = 'stated';
  readonly #text: string;
  readonly #dates: readonly PrintedDate[];

  constructor(text: string) {
    this.#text = text;
    this.#dates = findPrintedDates(text);
  }

  note(kind: TimescaleOddity['kind'], message: string, proposal: string): void {
    this.oddities.push({ kind, message, proposal });
  }

  read(): readonly Period[] {
    const periods: Period[] = [];
    for (let i = 0; i < this.#dates.length; i += 1) {
      const date = this.#dates[i];
      const next = this.#dates[i + 1];
      if (date === undefined) continue;
      const ranged = next !== undefined && this.#joined(date, next, this.#dates[i - 1]);
      const period = ranged ? this.#range(date, next) : this.#lone(i, date);
      if (period !== null) periods.push(period);
      if (ranged) i += 1;
    }
    return periods;
  }

  #joined(date: PrintedDate, next: PrintedDate, before: PrintedDate | undefined): boolean {
    const gap = this.#text.slice(date.until, next.at);
    if (CONNECTOR.test(gap)) return true;
    return /^\s*and\s*$/i.test(gap) && /\bbetween\s*$/i.test(this.#text.slice(before?.until ?? 0, date.at));
  }

  #range(from: PrintedDate, to: PrintedDate): Period | null {
    const last = this.#pointAtEnd(to, from);
    if (last === null) return this.#unread(`${from.printed} – ${to.printed}`);
    const first = this.#pointAtStart(from, last);
    if (/^\s*\([^)]*review/i.test(this.#text.slice(from.until, to.at))) {
      this.note(
        'review-beside-start',
        `In “${this.#text}” the word review stands beside the start, not the end.`,
        'Read as a review of the whole row. Check when the review is to be.',
      );
    }
    const [start, end] = [isoPoint(first), isoPoint(last)];
    if (firstDay(start) <= lastDay(end)) return { start, end };
    this.note(
      'range-turned-round',
      `“${this.#text}” ends before it starts.`,
      'It was read from the earlier day to the later. Check which day is meant.',
    );
    this.#mark('corrected');
    return { start: end, end: start };
  }

  #lone(index: number, date: PrintedDate): Period | null {
    if (date.month === null && date.day !== null) return this.#unread(date.printed);
    const year = date.year ?? this.#onlyYear();
    if (year === null) return this.#unread(date.printed);
    const whole = date.wholeUntil;
    const point = this.#correct({ year, month: date.month ?? 12, day: date.day }, date);
    if (date.year === null) this.#inferYear(date, year);
    else if (date.month === null) this.#inferMonth(date);
    if (date.yearAssumed) this.#mark('inferred');
    if (whole !== null) return { start: isoPoint(point), end: isoPoint(whole) };
    const iso = isoPoint(point);
    return this.#saysStart(index, date) ? { start: iso, end: null } : { start: null, end: iso };
  }

  /** The words that belong to a lone date: what stands before it, and after it a bracket, or everything if it is the last. */
  #saysStart(index: number, date: PrintedDate): boolean {
    const gapBefore = this.#text.slice(this.#dates[index - 1]?.until ?? 0, date.at);
    const before = index === 0 ? gapBefore : gapBefore.replace(/^\s*\([^)]*\)/, '');
    const next = this.#dates[index + 1];
    const gapAfter = this.#text.slice(date.until, next?.at);
    const after = next === undefined ? gapAfter : (/^\s*\([^)]*\)/.exec(gapAfter)?.[0] ?? '');
    if (ENDS.test(before)) return false;
    return STARTS.test(before) || STARTS.test(after);
  }

  #pointAtEnd(to: PrintedDate, from: PrintedDate): CalendarPoint | null {
    if (to.wholeUntil !== null) return to.wholeUntil;
    const year = to.year ?? this.#yearAfter(from, to) ?? this.#onlyYear();
    if (year === null || (to.month === null && to.day !== null)) return null;
    if (to.year === null) this.#inferYear(to, year);
    else if (to.month === null) this.#inferMonth(to);
    if (to.yearAssumed) this.#mark('inferred');
    return this.#correct({ year, month: to.month ?? 12, day: to.day }, to);
  }

  /** An end without a year takes the start's, or the next where that would turn the range round. */
  #yearAfter(from: PrintedDate, to: PrintedDate): number | null {
    if (from.year === null || from.month === null || to.month === null) return from.year;
    const turned = to.month < from.month || (to.month === from.month && (to.day ?? 31) < (from.day ?? 1));
    return turned ? from.year + 1 : from.year;
  }

  #pointAtStart(from: PrintedDate, end: CalendarPoint): CalendarPoint {
    const month = from.month ?? (from.day === null ? 1 : end.month);
    if (from.month === null && from.day !== null) {
      this.note(
        'month-inferred',
        `“${from.printed}” in “${this.#text}” gives no month.`,
        'It was taken from the end of the range.',
      );
      this.#mark('inferred');
      return this.#correct({ year: end.year, month, day: from.day }, from);
    }
    if (from.year !== null) {
      if (from.month === null) this.#inferMonth(from);
      if (from.yearAssumed) this.#mark('inferred');
      return this.#correct({ year: from.year, month, day: from.day }, from);
    }
    const point = this.#correct({ year: end.year, month, day: from.day }, from);
    const turned = firstDay(isoPoint(point)) > lastDay(isoPoint(end));
    this.#inferYear(from, turned ? end.year - 1 : end.year);
    return turned ? this.#correct({ ...point, year: end.year - 1 }, null) : point;
  }

  /** A day past the month's last becomes the month's last; of two months printed for one day, the first is taken. */
  #correct(point: CalendarPoint, date: PrintedDate | null): CalendarPoint {
    if (date?.otherMonth !== null && date?.otherMonth !== undefined) {
      const [first, second] = [isoPoint(point), isoPoint({ ...point, month: date.otherMonth })];
      this.note(
        'ambiguous-date',
        `“${date.printed}” names two months.`,
        `The earlier, ${first}, was taken. It may be meant as ${second}.`,
      );
      this.#mark('corrected');
    }
    if (point.day === null) return point;
    const most = daysInMonth(point.year, point.month);
    if (point.day <= most) return point;
    const corrected = { ...point, day: most };
    if (date !== null) {
      this.note(
        'impossible-date',
        `“${date.printed}” is not a day of the calendar.`,
        `It was read as the last day of that month, ${isoPoint(corrected)}.`,
      );
    }
    this.#mark('corrected');
    return corrected;
  }

  #inferYear(date: PrintedDate, year: number): void {
    this.note(
      'year-inferred',
      `“${date.printed}” in “${this.#text}” gives no year.`,
      `${year} was taken from the rest of the cell.`,
    );
    this.#mark('inferred');
  }

  #inferMonth(date: PrintedDate): void {
    this.note(
      'month-inferred',
      `“${date.printed}” gives a year and no month.`,
      'It was read as the whole year.',
    );
    this.#mark('inferred');
  }

  #onlyYear(): number | null {
    const years = new Set(this.#dates.map(({ year }) => year).filter((year) => year !== null));
    return years.size === 1 ? ([...years][0] ?? null) : null;
  }

  #unread(words: string): null {
    this.note(
      'year-missing',
      `“${words}” gives no year, and nothing beside it does.`,
      'No date was taken from it. Add the year.',
    );
    return null;
  }

  #mark(reading: HowRead): void {
    if (this.reading !== 'corrected') this.reading = reading;
  }
}
