import type { Action, Milestone, PlanReading } from '../../improvement/index.ts';
import {
  type ActionCorrection,
  type Choice,
  type MilestoneCorrection,
  subjectOf,
} from '../draft/apply-choices.rule.ts';

/** What an action says, in the parts that a person may put right. */
export function partsOfAction({ text, tags, crossReferences, jointWith }: Action): ActionCorrection {
  return { text, tags, crossReferences, jointWith };
}

/** What a milestone says, in the parts that a person may put right. */
export function partsOfMilestone({ start, end, status, leads, measures }: Milestone): MilestoneCorrection {
  return { start, end, completed: status === 'completed', leads, measures };
}

/**
 * The choices that a saved correction makes. Where it says what was read in the first place, it takes the row as read; and
 * the problem the person came from is looked at by that.
 *
 * @param asRead what the file was read to say, in the same parts
 * @param problem number of the problem the person came from
 */
export function choicesOfCorrection(
  subject: string,
  asRead: ActionCorrection | MilestoneCorrection,
  correction: ActionCorrection | MilestoneCorrection,
  problem: number | null,
): Choice[] {
  const changed = JSON.stringify(asRead) !== JSON.stringify(correction);
  const row: Choice = changed
    ? { subject, choice: 'correct', correction }
    : { subject, choice: 'accept', correction: null };
  if (problem === null) return [row];
  const looked = subjectOf.problem(problem);
  return [
    row,
    changed
      ? { subject: looked, choice: 'correct', correction: { by: subject } }
      : { subject: looked, choice: 'accept', correction: null },
  ];
}

/** References that a correction may use: codes of requirement sets, and actions. */
export function draftReferences(reading: PlanReading): {
  readonly codes: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
} {
  const outcomes = reading.priorities.flatMap((priority) => priority.outcomes);
  const actions = outcomes.flatMap((outcome) => outcome.actions);
  const tags = [...outcomes, ...actions].flatMap((item) => item.tags);
  return {
    // A plan may carry requirements that it does not list.
    codes: new Set([
      ...reading.requirementSets.map(({ code }) => code),
      ...tags.map((tag) => tag.replace(/ \d+$/, '')),
    ]),
    actions: new Set(actions.map(({ ref }) => ref)),
  };
}
