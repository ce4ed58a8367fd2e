import { addDays, monthOf, type PlainDay } from '../../../../platform/time/plain-day.ts';
import {
  type CalendarState,
  type LineAction,
  type LineMilestone,
  type PlanLine,
  stateOfAction,
  stateOfMilestone,
} from '../../../improvement/index.ts';

/** How far ahead a report looks, in days. */
export const DAYS_AHEAD = 30;

export interface StandingMilestone {
  readonly action: LineAction;
  readonly milestone: LineMilestone;
  readonly state: CalendarState;
}

export interface StandingAction {
  readonly action: LineAction;
  readonly state: CalendarState;
}

/** How every action and milestone of a plan stands on a day, and what of it a board should look at. */
export interface Standing {
  readonly on: PlainDay;
  /** The last day looked ahead to. */
  readonly until: PlainDay;
  readonly actions: readonly StandingAction[];
  readonly milestones: readonly StandingMilestone[];
  /** Longest past first. */
  readonly past: readonly StandingMilestone[];
  /** Not completed, ending from the day itself to `until`; soonest first. */
  readonly ending: readonly StandingMilestone[];
  /** Not completed, ending in the month of the day, days gone by included. */
  readonly endingThisMonth: number;
  readonly completed: number;
  readonly withoutDate: readonly LineAction[];
  readonly withoutLead: readonly LineAction[];
  readonly withoutMeasure: readonly LineAction[];
}

/** Works out how a plan stands on a day, by the rule of the improvement module's calendar states. */
export function standingOf(line: PlanLine, on: PlainDay): Standing {
  const until = addDays(on, DAYS_AHEAD);
  const milestones = line.actions.flatMap((action) =>
    action.milestones.map((milestone) => ({ action, milestone, state: stateOfMilestone(milestone, on) })),
  );
  const endsOn = ({ milestone }: StandingMilestone) => milestone.endsOn ?? '';
  const soonestFirst = (a: StandingMilestone, b: StandingMilestone) =>
    endsOn(a) < endsOn(b) ? -1 : endsOn(a) > endsOn(b) ? 1 : 0;
  const open = milestones.filter(({ milestone }) => milestone.status === null && milestone.endsOn !== null);
  const lacking = (lacks: (milestone: LineMilestone) => boolean) =>
    line.actions.filter((action) => action.milestones.every(lacks));
  return {
    on,
    until,
    actions: line.actions.map((action) => ({
      action,
      state: stateOfAction(action.milestones.map((milestone) => stateOfMilestone(milestone, on))),
    })),
    milestones,
    past: milestones.filter(({ state }) => state === 'past-its-date').toSorted(soonestFirst),
    ending: open.filter((row) => endsOn(row) >= on && endsOn(row) <= until).toSorted(soonestFirst),
    endingThisMonth: open.filter((row) => endsOn(row).startsWith(monthOf(on))).length,
    completed: milestones.filter(({ state }) => state === 'completed').length,
    withoutDate: lacking((row) => row.startsOn === null && row.endsOn === null && row.status === null),
    withoutLead: lacking((row) => row.leads.length === 0),
    withoutMeasure: lacking((row) => row.measures === 0),
  };
}
