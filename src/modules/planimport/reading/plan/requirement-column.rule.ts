import type {
  Action,
  Priority,
  Problem,
  Provenance,
  Requirement,
  RequirementSet,
} from '../../../improvement/index.ts';
import { problem, sourceOf } from '../checks/problems.rule.ts';
import type { RawAction, RawPlan } from './raw-plan.shape.ts';
import { readTargets } from '../measures/targets.rule.ts';

const NUMBERED = /^(?:[A-Z]{1,4}\s?)?(\d{1,3})[.):]?\s+(.+)$/s;

/**
 * A plan with a column of recommendations says in each row which one the action answers. The column becomes a set of
 * requirements, and each action is tied to its own by a tag. An empty cell takes the row above's, and is told of.
 */
export function requirementsOfColumn(
  raw: RawPlan,
  priorities: readonly Priority[],
): { readonly sets: readonly RequirementSet[]; readonly problems: readonly Problem[] } {
  const column = raw.columns.find(({ role }) => role === 'requirement');
  const problems: Problem[] = [];
  if (column === undefined) return { sets: [], problems };
  const code = codeOf(column.heading);
  const byText = new Map<string, Requirement>();
  const taken = new Set<number>();
  const actions = inOrder(priorities);
  // Two numbers under one recommendation count the actions, not the recommendations.
  const countsActions = raw.actions.some(({ requirement, ref }, index) => {
    const above = raw.actions[index - 1];
    return above !== undefined && requirement === above.requirement && ref !== above.ref;
  });
  raw.actions.forEach((action) => {
    if (action.requirement === '') return;
    const known = byText.get(action.requirement) ?? requirementOf(action, code, taken, countsActions);
    byText.set(action.requirement, known);
    const read = actions.get(action);
    if (read !== undefined) tie(read, known, action);
    if (action.requirementInherited) problems.push(inherited(action, known, column.heading));
  });
  const requirements = [...byText.values()];
  const sets = requirements.length === 0 ? [] : [{ code, title: column.heading, requirements }];
  return { sets, problems };
}

function inherited(action: RawAction, requirement: Requirement, heading: string): Problem {
  return problem(
    'requirement-inherited',
    { thing: 'Action', ref: action.ref },
    sourceOf(action.first),
    `The cell of this row under “${heading}” is empty.`,
    `The requirement of the row above was taken: ${requirement.ref}.`,
  );
}

function requirementOf(
  action: RawAction,
  code: string,
  taken: Set<number>,
  countsActions: boolean,
): Requirement {
  const printed = NUMBERED.exec(action.requirement);
  const beside = countsActions ? undefined : /^[A-Z]{0,4}\s?(\d{1,3})$/.exec(action.ref)?.[1];
  const wished = Number(printed?.[1] ?? beside ?? 0);
  let number = wished > 0 && !taken.has(wished) ? wished : 1;
  while (taken.has(number)) number += 1;
  taken.add(number);
  const text = (printed?.[2] ?? action.requirement).trim();
  return {
    ref: `${code} ${number}`,
    number,
    text,
    section: null,
    deadline: null,
    targets: [...readTargets(text, [])],
    source: sourceOf(action.first),
  };
}

/** "Recommendation" tags R 1, R 2; "Ofsted finding" tags OF 1: the first letters of the heading. */
function codeOf(heading: string): string {
  const initials = (heading.match(/\b\p{L}/gu) ?? []).join('').toUpperCase();
  return initials.replace(/[^A-Z]/g, '').slice(0, 3) || 'R';
}

function tie(action: Action, requirement: Requirement, raw: RawAction): void {
  if (!action.tags.includes(requirement.ref)) action.tags.push(requirement.ref);
  const made: Provenance = {
    of: 'tag',
    value: requirement.ref,
    asPrinted: raw.requirement,
    source: sourceOf(raw.first),
    reading: raw.requirementInherited ? 'inferred' : 'stated',
  };
  action.provenance.push(made);
}

/** Actions as read, found again by the place of the raw action they come from. */
function inOrder(priorities: readonly Priority[]): { get(raw: RawAction): Action | undefined } {
  const byPlace = new Map<string, Action>();
  for (const { outcomes } of priorities) {
    for (const { actions } of outcomes)
      for (const action of actions) byPlace.set(JSON.stringify([action.ref, action.source]), action);
  }
  return { get: (raw) => byPlace.get(JSON.stringify([raw.ref, sourceOf(raw.first, raw.last)])) };
}
