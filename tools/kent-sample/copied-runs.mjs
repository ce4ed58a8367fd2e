/** Where a plan's prose repeats the paper's. Names, job titles, dates and the timescales as printed are facts and not looked at. */
import { runsOf, sharedRuns } from './shared-runs.mjs';

/** This many words in a row, the same as the paper's, is its sentence and not ours. */
export const TOO_MANY_WORDS = 8;

/**
 * Every piece of prose in a plan, with where it stands.
 * @param {any} plan
 * @returns {[place: string, text: string][]}
 */
export function proseOf(plan) {
  const outcomes = plan.priorities.flatMap((priority) => priority.outcomes);
  const actions = outcomes.flatMap((outcome) => outcome.actions);
  const requirements = plan.requirementSets.flatMap((set) => set.requirements);
  return [
    ...plan.priorities.flatMap((priority) =>
      [priority.title, ...priority.objectives].map((text) => [`priority ${priority.number}`, text]),
    ),
    ...outcomes.map((outcome) => [`outcome ${outcome.ref}`, outcome.text]),
    ...actions.map((action) => [action.ref, action.text]),
    ...actions.flatMap((action) =>
      action.milestones.flatMap((milestone) => milestone.measures.map((measure) => [action.ref, measure])),
    ),
    ...requirements.map((requirement) => [requirement.ref, requirement.text]),
    ...requirements.flatMap((requirement) =>
      requirement.targets.map((target) => [requirement.ref, `${target.measure} ${target.against ?? ''}`]),
    ),
    ...plan.problems.flatMap((problem) =>
      [problem.where, problem.message, problem.proposal ?? ''].map((text) => [`problem at ${problem.where}`, text]),
    ),
  ];
}

/**
 * @param {any} plan
 * @param {string} source the paper
 * @returns {string[]} a sentence for each run of words that the plan and the paper share
 */
export function copiedRuns(plan, source) {
  const runs = runsOf(source, TOO_MANY_WORDS);
  return proseOf(plan).flatMap(([place, text]) =>
    sharedRuns(text, runs, TOO_MANY_WORDS).map((run) => `${place} repeats the paper: "${run}"`),
  );
}
