import { actionsOf } from './check-leads.rule.ts';
import type { Outcome, Priority, Problem, RequirementSet } from '../../../improvement/index.ts';
import { problem } from './problems.rule.ts';

/** Tags that name no known requirement or stand on an outcome only, and requirements that nothing carries. */
export function checkTags(
  priorities: readonly Priority[],
  sets: readonly RequirementSet[],
): readonly Problem[] {
  const outcomes = priorities.flatMap((priority) => priority.outcomes);
  return [
    ...unknownTags(priorities, outcomes, sets),
    ...onOutcomeOnly(outcomes),
    ...notCarried(priorities, outcomes, sets),
  ];
}

function* unknownTags(
  priorities: readonly Priority[],
  outcomes: readonly Outcome[],
  sets: readonly RequirementSet[],
): Generator<Problem> {
  const listed = new Set(sets.map(({ code }) => code));
  const known = new Set(sets.flatMap(({ requirements }) => requirements.map(({ ref }) => ref)));
  const unlisted = new Set<string>();
  const tagged = [
    ...outcomes.map((outcome) => ({ thing: 'Outcome' as const, item: outcome })),
    ...actionsOf(priorities).map((action) => ({ thing: 'Action' as const, item: action })),
  ];
  for (const { thing, item } of tagged) {
    for (const tag of item.tags) {
      const code = tag.replace(/\s*\d+$/, '');
      if (known.has(tag)) continue;
      const source =
        item.provenance.find(({ of, value }) => of === 'tag' && value === tag)?.source ?? item.source;
      if (listed.has(code)) {
        yield problem(
          'tag-unknown',
          { thing, ref: item.ref },
          source,
          `The tag ${tag} names no requirement: the list of ${code} has none of that number.`,
          'It was kept as printed. Check the number.',
        );
      } else if (!unlisted.has(code)) {
        unlisted.add(code);
        yield problem(
          'tag-unknown',
          { thing, ref: item.ref },
          source,
          `Tags that begin with ${code} are used, and this file has no list of what they stand for.`,
          'They were kept as printed. Import the list of requirements to tie them.',
        );
      }
    }
  }
}

function* onOutcomeOnly(outcomes: readonly Outcome[]): Generator<Problem> {
  for (const outcome of outcomes) {
    const own = new Set(outcome.actions.flatMap(({ tags }) => tags));
    const only = outcome.tags.filter((tag) => !own.has(tag));
    if (only.length === 0 || outcome.actions.length === 0) continue;
    const source = outcome.provenance.find(({ of }) => of === 'tag')?.source ?? outcome.source;
    yield problem(
      'tag-on-outcome-only',
      { thing: 'Outcome', ref: outcome.ref },
      source,
      `${only.join(' and ')} ${only.length === 1 ? 'stands' : 'stand'} beside the outcome, and none of its ${outcome.actions.length} actions carries ${only.length === 1 ? 'it' : 'them'}.`,
      'Kept on the outcome. Say which of its actions carry it.',
    );
  }
}

function* notCarried(
  priorities: readonly Priority[],
  outcomes: readonly Outcome[],
  sets: readonly RequirementSet[],
): Generator<Problem> {
  const carried = new Set([...outcomes, ...actionsOf(priorities)].flatMap(({ tags }) => tags));
  for (const { requirements } of sets) {
    for (const requirement of requirements) {
      if (carried.has(requirement.ref)) continue;
      yield problem(
        'requirement-without-action',
        { thing: 'Requirement', ref: requirement.ref },
        requirement.source,
        `No action carries ${requirement.ref}.`,
        'Say which action does, or that none will.',
      );
    }
  }
}
