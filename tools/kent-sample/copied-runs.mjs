/** Where a plan's prose repeats the paper's. Names, job titles, dates, timescales and leads as printed are facts. */
import { runsOf, sharedRuns } from './shared-runs.mjs';

/** This many words in a row, the same as the paper's, is its sentence and not ours. */
export const TOO_MANY_WORDS = 8;

/** What may stand as printed. Every other text of a plan is held to be prose. */
const FACTS = new Set([
  'timescaleAsPrinted',
  'periodAsPrinted',
  'statusAsPrinted',
  'leads',
  'leadsAsPrinted',
  'accountableLeads',
  'people',
  'columns',
  'deadline',
]);

/**
 * Every piece of prose in a plan, with where it stands.
 * @param {any} value
 * @param {string} place
 * @returns {[place: string, text: string][]}
 */
export function proseOf(value, place = 'plan') {
  if (typeof value === 'string') return [[place, value]];
  if (value === null || typeof value !== 'object' || value.of === 'lead') return [];
  const here = value.ref ?? place;
  return Object.entries(value).flatMap(([name, part]) => (FACTS.has(name) ? [] : proseOf(part, here)));
}

/**
 * @param {any} plan
 * @param {string} source the paper
 * @param {readonly string[]} facts longer texts that may stand as printed wherever they are quoted
 * @returns {string[]} a sentence for each run of words that the plan and the paper share
 */
export function copiedRuns(plan, source, facts = factsAsPrinted(plan)) {
  const runs = runsOf(source, TOO_MANY_WORDS);
  return proseOf(plan).flatMap(([place, text]) =>
    sharedRuns(without(text, facts), runs, TOO_MANY_WORDS).map(
      (run) => `${place} repeats the paper: "${run}"`,
    ),
  );
}

/**
 * Timescales and leads as printed: facts that a problem may quote whole.
 * @param {any} plan
 * @returns {string[]}
 */
export function factsAsPrinted(plan) {
  const milestones = plan.priorities
    .flatMap((priority) => priority.outcomes)
    .flatMap((outcome) => outcome.actions)
    .flatMap((action) => action.milestones);
  const printed = milestones.flatMap((milestone) => [milestone.timescaleAsPrinted, milestone.leadsAsPrinted]);
  return [...new Set(printed)].filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
}

function without(text, facts) {
  return facts.reduce((left, fact) => left.replaceAll(`“${fact}”`, ' | '), text);
}
