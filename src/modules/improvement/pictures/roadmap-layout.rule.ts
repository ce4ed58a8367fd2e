import {
  addDays,
  addMonths,
  compareDays,
  earliestDayOf,
  firstOfMonth,
  lastOfMonth,
  latestDayOf,
  type PlainDay,
} from '../../../platform/time/plain-day.ts';
import type { State } from '../../../platform/charts/state-shapes.ts';

/** One timescale of a row: a milestone of an action, as its plan prints it. */
export interface RoadmapSpan {
  /** ISO day or month; null where the plan gives none. */
  readonly start: string | null;
  readonly end: string | null;
  /** A point at which something is looked at again, not finished. */
  readonly review?: boolean;
  readonly completed?: boolean;
  /** How this timescale stands, where that is known; the row's own state otherwise. */
  readonly state?: State;
}

/** One line of the roadmap: an action. */
export interface RoadmapRow {
  /** `2.1.3` */
  readonly ref: string;
  readonly label: string;
  readonly href?: string;
  /** Drawn before the reference; leave out where states are not known. */
  readonly state?: State;
  readonly spans: readonly RoadmapSpan[];
}

/** Rows under one heading: a priority. */
export interface RoadmapLane {
  readonly label: string;
  readonly rows: readonly RoadmapRow[];
}

/**
 * The form in which a span is drawn.
 * - `bar` from one day to another; `arrow` from a day on, with no end; `due` a lone end; `review` a lone review
 * - `undated` nothing to draw, which the chart says in words
 */
export type Drawn =
  | {
      readonly kind: 'bar';
      readonly from: PlainDay;
      readonly to: PlainDay;
      readonly review: boolean;
      readonly completed: boolean;
    }
  | { readonly kind: 'arrow'; readonly from: PlainDay; readonly completed: boolean }
  | { readonly kind: 'due' | 'review'; readonly day: PlainDay; readonly completed: boolean }
  | { readonly kind: 'undated'; readonly completed: boolean };

/** How a span is drawn. A month alone begins on its first day and ends on its last; ends out of order are put right. */
export function drawSpan(span: RoadmapSpan): Drawn {
  const { review = false, completed = false } = span;
  const start = span.start === null ? null : earliestDayOf(span.start);
  const end = span.end === null ? null : latestDayOf(span.end);
  if (start !== null && end !== null) {
    const [from, to] = start <= end ? [start, end] : [end, start];
    return from === to
      ? { kind: review ? 'review' : 'due', day: to, completed }
      : { kind: 'bar', from, to, review, completed };
  }
  if (end !== null) return { kind: review ? 'review' : 'due', day: end, completed };
  if (start === null) return { kind: 'undated', completed };
  return review ? { kind: 'review', day: start, completed } : { kind: 'arrow', from: start, completed };
}

/** A span and the line of its row on which it is drawn, counted from 0, so that no two overlap. */
export interface PlacedSpan {
  readonly span: RoadmapSpan;
  readonly drawn: Drawn;
  readonly track: number;
}

/** Every span of a row in the first line of the row where it does not overlap another. */
export function placeSpans(row: RoadmapRow): readonly PlacedSpan[] {
  const freeFrom: PlainDay[] = [];
  return row.spans.map((span) => {
    const drawn = drawSpan(span);
    const extent = extentOf(drawn);
    if (extent === null) return { span, drawn, track: 0 };
    const [first, last] = extent;
    let track = freeFrom.findIndex((day) => day <= first);
    if (track === -1) track = freeFrom.length;
    freeFrom[track] = last;
    return { span, drawn, track };
  });
}

/** Points take up some room beside them. */
const roomOfPoint = 18;

function extentOf(drawn: Drawn): readonly [PlainDay, PlainDay] | null {
  switch (drawn.kind) {
    case 'bar':
      return [drawn.from, addDays(drawn.to, roomOfPoint)];
    case 'arrow':
      return [drawn.from, addMonths(drawn.from, 1200)];
    case 'undated':
      return null;
    default:
      return [addDays(drawn.day, -roomOfPoint), addDays(drawn.day, roomOfPoint)];
  }
}

/** The first and the last day of a roadmap. */
export interface RoadmapExtent {
  readonly from: PlainDay;
  readonly to: PlainDay;
}

/** Years on either side of the as-at day beyond which a date is shown as going on past the edge. */
const horizon = 5;

/**
 * The months a roadmap shows: from the first day of anything on it to the last, in whole months, with the as-at day
 * among them. A slip of the pen (2101) does not flatten the rest: beyond five years the chart ends.
 */
export function roadmapExtent(
  lanes: readonly RoadmapLane[],
  asAt: PlainDay,
): { from: PlainDay; to: PlainDay } {
  const days = lanes
    .flatMap((lane) => lane.rows)
    .flatMap((row) => row.spans)
    .flatMap(({ start, end }) => [
      ...(start === null ? [] : [earliestDayOf(start)]),
      ...(end === null ? [] : [latestDayOf(end)]),
    ])
    .filter((day) => day >= addMonths(asAt, -12 * horizon) && day <= addMonths(asAt, 12 * horizon));
  const sorted = [asAt, ...days].sort(compareDays);
  const first = sorted[0] ?? asAt;
  const last = sorted.at(-1) ?? asAt;
  const from = firstOfMonth(first);
  const to = lastOfMonth(last);
  // Three months at least, or a single date fills the chart.
  return { from, to: to < addMonths(from, 3) ? lastOfMonth(addMonths(from, 2)) : to };
}
