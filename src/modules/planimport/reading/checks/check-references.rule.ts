import { actionsOf } from './check-leads.rule.ts';
import type { Priority, Problem, Source } from '../../../improvement/index.ts';
import { problem } from './problems.rule.ts';
import { lastNumber, parentOf } from '../marks/references.rule.ts';

/** Cross references that lead nowhere, actions printed twice, empty actions and gaps in the numbering. */
export function checkReferences(priorities: readonly Priority[], depth: number): readonly Problem[] {
  return [
    ...missingReferences(priorities),
    ...duplicates(priorities),
    ...emptyThings(priorities),
    ...(depth >= 2 ? gaps(priorities) : []),
  ];
}

function* missingReferences(priorities: readonly Priority[]): Generator<Problem> {
  const actions = actionsOf(priorities);
  const known = new Set(actions.map(({ ref }) => ref));
  for (const action of actions) {
    for (const ref of action.crossReferences) {
      if (known.has(ref)) continue;
      const source =
        action.provenance.find(({ of, value }) => of === 'cross-reference' && value === ref)?.source ??
        action.source;
      yield problem(
        'cross-reference-missing',
        { thing: 'Action', ref: action.ref },
        source,
        `It names action ${ref}, which the plan does not have.`,
        'Kept as printed. Check the number.',
      );
    }
  }
}

function* duplicates(priorities: readonly Priority[]): Generator<Problem> {
  const first = new Map<string, string>();
  for (const action of actionsOf(priorities)) {
    const words = action.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (words.length < 20) continue;
    const other = first.get(words);
    if (other === undefined) first.set(words, action.ref);
    else {
      yield problem(
        'duplicate-action',
        { thing: 'Action', ref: action.ref },
        action.source,
        `Actions ${other} and ${action.ref} are the same, word for word.`,
        'Both were kept. Say whether one was meant to be something else.',
      );
    }
  }
}

function* emptyThings(priorities: readonly Priority[]): Generator<Problem> {
  for (const outcome of priorities.flatMap(({ outcomes }) => outcomes)) {
    if (outcome.actions.length === 0) {
      yield problem(
        'outcome-without-action',
        { thing: 'Outcome', ref: outcome.ref },
        outcome.source,
        'The outcome has no action under it.',
        'Kept as printed.',
      );
    }
  }
  for (const action of actionsOf(priorities)) {
    const about = { thing: 'Action', ref: action.ref } as const;
    if (action.text === '')
      yield problem(
        'reference-without-action',
        about,
        action.source,
        'The reference stands alone, with no words of an action.',
        'Kept with no words. Add what is to be done.',
      );
    if (action.milestones.every(({ measures }) => measures.length === 0)) {
      yield problem(
        'no-measure',
        about,
        action.source,
        'The action has no measure.',
        'Say how anyone will know that it worked.',
      );
    }
  }
}

function* gaps(priorities: readonly Priority[]): Generator<Problem> {
  for (const { outcomes } of priorities) {
    yield* gapsAmong(
      'Outcome',
      outcomes.filter(({ reading }) => reading === 'stated'),
    );
    for (const { actions } of outcomes) yield* gapsAmong('Action', actions);
  }
}

function* gapsAmong(
  thing: 'Action' | 'Outcome',
  items: readonly { readonly ref: string; readonly source: Source }[],
): Generator<Problem> {
  let above = 0;
  let group: string | null = null;
  for (const { ref, source } of items) {
    const number = parentOf(ref) === null ? null : lastNumber(ref);
    if (number === null) continue;
    if (parentOf(ref) !== group) above = 0;
    group = parentOf(ref);
    const missing = number - above - 1;
    if (missing > 0) {
      const parent = parentOf(ref) ?? '';
      const named =
        missing === 1 ? `${parent}.${above + 1} is` : `${parent}.${above + 1} to ${parent}.${number - 1} are`;
      yield problem(
        'numbering-gap',
        { thing, ref },
        source,
        `The numbers jump: ${named} not in the plan.`,
        'Nothing was added. Check whether something was left out.',
      );
    } else if (number <= above) {
      yield problem(
        'numbering-gap',
        { thing, ref },
        source,
        `${ref} stands after ${parentOf(ref) ?? ''}.${above}, out of order.`,
        'The order of the plan was kept.',
      );
    }
    above = number;
  }
}
