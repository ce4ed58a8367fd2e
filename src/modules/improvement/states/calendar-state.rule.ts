import type { PlainDay } from '../../../platform/time/plain-day.ts';

/**
 * How a milestone stands on a day **by the calendar and the plan alone**. Nobody has reported progress yet in this
 * record, so no word here says a service is on course or failing: only what the dates and the printed status allow.
 */
export type CalendarState = 'completed' | 'past-its-date' | 'running' | 'to-come' | 'no-date';

/** The order of seriousness in which states are listed and an action takes the state of its milestones. */
export const CALENDAR_STATES = ['past-its-date', 'running', 'to-come', 'no-date', 'completed'] as const;

export interface DatedMilestone {
  readonly status: 'completed' | null;
  /** The first day it can mean; null where none is printed. */
  readonly startsOn: string | null;
  /** The last day it can mean: a month alone ends on its last day. */
  readonly endsOn: string | null;
}

/**
 * The state of one milestone on a day. The published rule, in order:
 * 1. the plan says it is completed: completed;
 * 2. its last day is before this day: past its date, no completion recorded;
 * 3. it has no day at all: no date;
 * 4. its first day is after this day: to come (a lone end that lies ahead has begun);
 * 5. otherwise: running.
 */
export function stateOfMilestone(milestone: DatedMilestone, on: PlainDay): CalendarState {
  if (milestone.status === 'completed') return 'completed';
  if (milestone.endsOn !== null && milestone.endsOn < on) return 'past-its-date';
  if (milestone.startsOn === null && milestone.endsOn === null) return 'no-date';
  if (milestone.startsOn !== null && milestone.startsOn > on) return 'to-come';
  return 'running';
}

/**
 * The state of an action: the worst news of its milestones first. Past its date if any milestone is; else running if
 * any is, or if some are completed and others to come; else to come; else completed when all are; else no date.
 */
export function stateOfAction(milestones: readonly CalendarState[]): CalendarState {
  const has = (state: CalendarState) => milestones.includes(state);
  if (has('past-its-date')) return 'past-its-date';
  if (has('running') || (has('completed') && has('to-come'))) return 'running';
  if (has('to-come')) return 'to-come';
  if (has('completed')) return 'completed';
  return 'no-date';
}
