import { type CalendarPoint, daysInMonth, firstDay, isoPoint, lastDay } from './calendar-day.rule.ts';
import { formatDayOrMonth } from '../../../../platform/time/plain-day.ts';
import type { HowRead, Period } from '../../../improvement/index.ts';
import { findPrintedDates, type PrintedDate } from './printed-dates.rule.ts';

export interface PeriodOddity {
  readonly kind:
    | 'impossible-date'
    | 'ambiguous-date'
    | 'year-inferred'
    | 'month-inferred'
    | 'year-missing'
    | 'range-turned-round'
    | 'review-beside-start';
  readonly message: string;
  readonly proposal: string;
}

const CONNECTOR =
  /^\s*(?:\([^)]*\)\s*)?,?\s*(?:[-–—−‑‐]+|to|until|till|through|up to)\s*(?:the\s+)?(?:(?:start|end|beginning|middle) of\s+)?$/i;
const STARTS = /\b(?:review\w*|rolling|from|start\w*|commenc\w*|begin\w*|onwards?|ongoing|on-going|after)\b/i;
const ENDS = /\b(?:by|until|till|before|no later than|to)\s*(?:the\s+)?(?:end of\s+)?$/i;

/** Reads the periods of one timescale, in order, and notes what is odd about them. */
export class PeriodReader {
  readonly oddities: PeriodOddity[] = [];
  reading: HowRead = 'stated';
  readonly #text: string;
  readonly #dates: readonly PrintedDate[];

  constructor(text: string) {
    this.#text = text;
    this.#dates = findPrintedDates(text);
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
      this.#note(
        'review-beside-start',
        `In “${this.#text}” the word review stands beside the start, not the end.`,
        'Read as a review of the whole row. Check when the review is to be.',
      );
    }
    const [start, end] = [isoPoint(first), isoPoint(last)];
    if (firstDay(start) <= lastDay(end)) return { start, end };
    this.#note(
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
    const point = this.#correct({ year, month: date.month ?? 12, day: date.day }, date);
    this.#markAssumed(date, year);
    const iso = isoPoint(point);
    if (date.wholeUntil !== null) return { start: iso, end: isoPoint(date.wholeUntil) };
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
    const year = to.year ?? yearAfter(from, to) ?? this.#onlyYear();
    if (year === null || (to.month === null && to.day !== null)) return null;
    this.#markAssumed(to, year);
    return this.#correct({ year, month: to.month ?? 12, day: to.day }, to);
  }

  #pointAtStart(from: PrintedDate, end: CalendarPoint): CalendarPoint {
    if (from.month === null && from.day !== null) {
      this.#note(
        'month-inferred',
        `“${from.printed}” in “${this.#text}” gives no month.`,
        'It was taken from the end of the range.',
      );
      this.#mark('inferred');
      return this.#correct({ year: end.year, month: end.month, day: from.day }, from);
    }
    const month = from.month ?? 1;
    const wished = { year: from.year ?? end.year, month, day: from.day };
    const turned = from.year === null && firstDay(isoPoint(this.#within(wished))) > lastDay(isoPoint(end));
    const year = turned ? end.year - 1 : wished.year;
    this.#markAssumed(from, year, turned ? ` With ${end.year} the range would end before it starts.` : '');
    return this.#correct({ ...wished, year }, from);
  }

  /** A day past the month's last becomes the month's last; of two months printed for one day, the first is taken. */
  #correct(point: CalendarPoint, date: PrintedDate): CalendarPoint {
    const corrected = this.#within(point);
    if (date.otherMonth !== null) {
      const other = isoPoint(this.#within({ ...point, month: date.otherMonth }));
      this.#note(
        'ambiguous-date',
        `“${date.printed}” names two months.`,
        `The earlier, ${formatDayOrMonth(isoPoint(corrected))}, was taken. It may be meant as ${formatDayOrMonth(other)}.`,
      );
      this.#mark('corrected');
    }
    if (corrected !== point) {
      this.#note(
        'impossible-date',
        `“${date.printed}” is not a day of the calendar.`,
        `It was read as the last day of that month, ${formatDayOrMonth(isoPoint(corrected))}.`,
      );
      this.#mark('corrected');
    }
    return corrected;
  }

  #within(point: CalendarPoint): CalendarPoint {
    const most = daysInMonth(point.year, point.month);
    return point.day === null || point.day <= most ? point : { ...point, day: most };
  }

  #markAssumed(date: PrintedDate, year: number, why = ''): void {
    if (date.year === null) {
      const message = `“${date.printed}” in “${this.#text}” gives no year.${why}`;
      this.#note(
        'year-inferred',
        message,
        why === '' ? `${year} was taken from the rest of the cell.` : `${year} was taken.`,
      );
      this.#mark('inferred');
    } else if (date.month === null) {
      this.#note(
        'month-inferred',
        `“${date.printed}” gives a year and no month.`,
        'It was read as the whole year.',
      );
      this.#mark('inferred');
    }
    if (!date.yearAssumed) return;
    this.#mark('inferred');
    if (/^\p{L}+\.?\s\d\d$/u.test(date.printed) && Number(date.printed.slice(-2)) <= 31) {
      this.#note(
        'ambiguous-date',
        `“${date.printed}” may be a month and a year, or a month and a day.`,
        `It was read as the year ${year}.`,
      );
    }
  }

  #onlyYear(): number | null {
    const years = new Set(this.#dates.map(({ year }) => year).filter((year) => year !== null));
    return years.size === 1 ? ([...years][0] ?? null) : null;
  }

  #unread(words: string): null {
    this.#note(
      'year-missing',
      `“${words}” gives no year, and nothing beside it does.`,
      'No date was taken from it. Add the year.',
    );
    return null;
  }

  #note(kind: PeriodOddity['kind'], message: string, proposal: string): void {
    this.oddities.push({ kind, message, proposal });
  }

  #mark(reading: HowRead): void {
    if (this.reading !== 'corrected') this.reading = reading;
  }
}

/** An end without a year takes the start's, or the next where that would turn the range round. */
function yearAfter(from: PrintedDate, to: PrintedDate): number | null {
  if (from.year === null || from.month === null || to.month === null) return from.year;
  const turned = to.month < from.month || (to.month === from.month && (to.day ?? 31) < (from.day ?? 1));
  return turned ? from.year + 1 : from.year;
}
