import { monthOf, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { CalendarState } from '../states/calendar-state.rule.ts';

/** When a milestone is due, as far as its place on "My work" goes. */
export interface DueMilestone {
  readonly state: CalendarState;
  readonly endsOn: string | null;
  /** The day its plan is read as at. */
  readonly on: PlainDay;
}

/** Where a milestone stands on "My work". */
export type WorkPart = 'past' | 'this-month' | 'later' | 'no-date' | 'completed';

/** In the order in which they stand on the page. */
export const WORK_PARTS = ['past', 'this-month', 'later', 'no-date', 'completed'] as const;

/** The part a milestone belongs to: what has no last day but a first one is still to be done, later. */
export function workPartOf({ state, endsOn, on }: DueMilestone): WorkPart {
  if (state === 'completed') return 'completed';
  if (state === 'past-its-date') return 'past';
  if (state === 'no-date') return 'no-date';
  return endsOn !== null && endsOn.startsWith(monthOf(on)) ? 'this-month' : 'later';
}

/** The one due soonest first, whichever plan it is of; what has no last day comes last. */
export function dueSoonestFirst(
  one: Pick<DueMilestone, 'endsOn'>,
  other: Pick<DueMilestone, 'endsOn'>,
): number {
  const [a, b] = [one.endsOn ?? '9999', other.endsOn ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}
