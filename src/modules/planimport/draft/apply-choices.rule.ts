import { z } from 'zod';
import type { Action, Milestone, PlanReading } from '../../improvement/index.ts';

/** What a person may put right in an action before it is accepted. */
export const ActionCorrection = z.object({
  text: z.string(),
  tags: z.array(z.string()),
  crossReferences: z.array(z.string()),
  jointWith: z.array(z.string()),
});
export type ActionCorrection = z.infer<typeof ActionCorrection>;

/** What a person may put right in a milestone before it is accepted. */
export const MilestoneCorrection = z.object({
  start: z.string().nullable(),
  end: z.string().nullable(),
  completed: z.boolean(),
  leads: z.array(z.string()),
  measures: z.array(z.string()),
});
export type MilestoneCorrection = z.infer<typeof MilestoneCorrection>;

/** The newest thing a person decided about one row or problem of a draft. */
export type Choice =
  | { readonly subject: string; readonly choice: 'accept' | 'drop'; readonly correction: null }
  | { readonly subject: string; readonly choice: 'correct'; readonly correction: unknown };

/** How choices name what they are about: stable while a draft is open, since a draft's reading never changes. */
export const subjectOf = {
  problem: (index: number) => `problem:${index}`,
  action: (ref: string) => `action:${ref}`,
  milestone: (ref: string, ordinal: number) => `milestone:${ref}:${ordinal}`,
};

/** What a person decided last about each subject. */
export type Decided = ReadonlyMap<string, Choice>;

/** The newest choice about each subject, from choices oldest first. */
export function newestChoices(choices: readonly Choice[]): Decided {
  return new Map(choices.map((choice) => [choice.subject, choice]));
}

/**
 * The reading as the person decided it: dropped actions, rows and problems are gone, corrected ones carry the
 * correction and say so. Ordinals in subjects are those of the draft, whatever else was dropped.
 */
export function applyChoices(reading: PlanReading, choices: readonly Choice[]): PlanReading {
  const decided = newestChoices(choices);
  const kept = (subject: string) => decided.get(subject)?.choice !== 'drop';

  return {
    ...reading,
    priorities: reading.priorities.map((priority) => ({
      ...priority,
      outcomes: priority.outcomes.map((outcome) => ({
        ...outcome,
        actions: outcome.actions
          .filter((action) => kept(subjectOf.action(action.ref)))
          .map((action) => ({
            ...correctedAction(action, decided),
            milestones: action.milestones.flatMap((milestone, index) =>
              kept(subjectOf.milestone(action.ref, index + 1))
                ? [correctedMilestone(milestone, decided.get(subjectOf.milestone(action.ref, index + 1)))]
                : [],
            ),
          })),
      })),
    })),
    problems: reading.problems.flatMap((problem, index) => {
      const choice = decided.get(subjectOf.problem(index))?.choice;
      if (choice === 'drop') return [];
      return [choice === 'correct' ? { ...problem, proposal: CORRECTED_BY_HAND } : problem];
    }),
  };
}

/** What an oddity's proposal becomes where somebody put the row right instead. */
export const CORRECTED_BY_HAND = 'Put right by hand when the plan was brought in.';

/** An action with what a person put right in it, and that they did; its milestones are as they were. */
export function correctedAction(action: Action, decided: Decided): Action {
  const choice = decided.get(subjectOf.action(action.ref));
  return choice?.choice === 'correct'
    ? { ...action, ...ActionCorrection.parse(choice.correction), putRight: true }
    : action;
}

/** A milestone with what a person put right in it, marked as put right by hand. */
export function correctedMilestone(milestone: Milestone, choice: Choice | undefined): Milestone {
  if (choice?.choice !== 'correct') return milestone;
  const { start, end, completed, leads, measures } = MilestoneCorrection.parse(choice.correction);
  return {
    ...milestone,
    start,
    end,
    periods: milestone.start === start && milestone.end === end ? milestone.periods : [{ start, end }],
    status: completed ? 'completed' : null,
    leads,
    leadsInherited: milestone.leadsInherited && sameList(leads, milestone.leads),
    measures,
    reading: 'by-hand',
  };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
