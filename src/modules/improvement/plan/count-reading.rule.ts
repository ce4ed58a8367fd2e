import type { PlanReading } from './plan-reading.shape.ts';

export interface ReadingCounts {
  readonly priorities: number;
  readonly outcomes: number;
  readonly actions: number;
  readonly milestones: number;
  readonly measures: number;
  readonly requirements: number;
  readonly people: number;
  readonly problems: number;
}

/** How many of each thing a reading holds. */
export function countReading(reading: PlanReading): ReadingCounts {
  const outcomes = reading.priorities.flatMap((priority) => priority.outcomes);
  const actions = outcomes.flatMap((outcome) => outcome.actions);
  const milestones = actions.flatMap((action) => action.milestones);
  return {
    priorities: reading.priorities.length,
    outcomes: outcomes.length,
    actions: actions.length,
    milestones: milestones.length,
    measures: sum(milestones.map((milestone) => milestone.measures.length)),
    requirements: sum(reading.requirementSets.map((set) => set.requirements.length)),
    people: reading.people.length,
    problems: reading.problems.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
