import { compareRows } from './compare-rows.rule.ts';
import {
  type Difference,
  fieldsChanged,
  type Matched,
  matchItems,
  type PlanThing,
  wordsOf,
} from './match-items.rule.ts';
import type { Action, Outcome, PlanReading, Priority, Requirement } from '../plan/plan-reading.shape.ts';

export type { Difference, FieldChange } from './match-items.rule.ts';

/** What a later version of a plan changes. Each list is in the order of the plan, the larger thing first. */
export interface PlanDifference {
  readonly added: readonly Difference[];
  readonly changed: readonly Difference[];
  readonly gone: readonly Difference[];
  /** The same words under another reference. */
  readonly moved: readonly Difference[];
}

/**
 * Compares two readings of a plan: what was added, changed (which field, from what, to what), gone, or moved to another
 * reference. Priorities, outcomes, actions and requirements are known by their words and their reference; rows of an
 * action by what they say and where they stand. Pure: the same two readings always give the same answer.
 */
export function compareReadings(before: PlanReading, after: PlanReading): PlanDifference {
  const [old, now] = [partsOf(before), partsOf(after)];
  const actions = matchItems(old.actions, now.actions, ({ text }) => text);
  const differences: Difference[] = [
    ...differencesOf(
      'priority',
      matchItems(old.priorities, now.priorities, ({ item }) => item.title),
      ({ item }) => item,
      priorityFields,
    ),
    ...differencesOf(
      'outcome',
      matchItems(old.outcomes, now.outcomes, ({ text }) => text),
      (outcome) => outcome,
      outcomeFields,
    ),
    ...differencesOf('action', actions, (action) => action, actionFields),
    ...compareRows(actions),
    ...differencesOf(
      'requirement',
      matchItems(old.requirements, now.requirements, ({ text }) => text),
      (item) => item,
      requirementFields,
    ),
  ];
  const of = (kind: Difference['kind']): readonly Difference[] =>
    differences.filter((difference) => difference.kind === kind);
  return { added: of('added'), changed: of('changed'), gone: of('gone'), moved: of('moved') };
}

interface NumberedPriority {
  readonly ref: string;
  readonly item: Priority;
}

function partsOf({ priorities, requirementSets }: PlanReading) {
  const outcomes = priorities.flatMap((priority) => priority.outcomes);
  return {
    priorities: priorities.map((item): NumberedPriority => ({ ref: String(item.number), item })),
    outcomes,
    actions: outcomes.flatMap((outcome) => outcome.actions),
    requirements: requirementSets.flatMap((set) => set.requirements),
  };
}

type Fields<T> = (item: T) => Readonly<Record<string, string>>;

function differencesOf<T extends { readonly ref: string }>(
  thing: PlanThing,
  matched: Matched<T>,
  sourced: (item: T) => { readonly source: Difference['source'] },
  fields: Fields<T>,
): readonly Difference[] {
  const made: Difference[] = [];
  for (const [old, now] of matched.pairs) {
    const changes = fieldsChanged(fields(old), fields(now));
    const moved = old.ref !== now.ref;
    if (!moved && changes.length === 0) continue;
    const kind = moved ? 'moved' : 'changed';
    made.push({
      thing,
      kind,
      ref: now.ref,
      formerRef: moved ? old.ref : null,
      words: wordsIn(fields(now)),
      fields: changes,
      source: sourced(now).source,
    });
  }
  for (const now of matched.added) {
    made.push({
      thing,
      kind: 'added',
      ref: now.ref,
      formerRef: null,
      words: wordsIn(fields(now)),
      fields: [],
      source: sourced(now).source,
    });
  }
  for (const old of matched.gone) {
    made.push({
      thing,
      kind: 'gone',
      ref: old.ref,
      formerRef: old.ref,
      words: wordsIn(fields(old)),
      fields: [],
      source: sourced(old).source,
    });
  }
  return made;
}

function wordsIn(fields: Readonly<Record<string, string>>): string {
  return fields['text'] ?? fields['title'] ?? '';
}

function priorityFields({ item }: NumberedPriority): Readonly<Record<string, string>> {
  return {
    title: item.title,
    objectives: wordsOf(item.objectives),
    accountableLeads: wordsOf(item.accountableLeads),
  };
}

function outcomeFields({ text, tags, jointWith }: Outcome): Readonly<Record<string, string>> {
  return { text, tags: wordsOf(tags), jointWith: wordsOf(jointWith) };
}

function actionFields({ text, tags, crossReferences, jointWith }: Action): Readonly<Record<string, string>> {
  return {
    text,
    tags: wordsOf(tags),
    crossReferences: wordsOf(crossReferences),
    jointWith: wordsOf(jointWith),
  };
}

function requirementFields({
  text,
  section,
  deadline,
  targets,
}: Requirement): Readonly<Record<string, string>> {
  const set = targets.map(({ measure, comparator, value, unit, against, by, periodAsPrinted }) =>
    [measure, comparator, value ?? against ?? '', unit ?? '', by ?? periodAsPrinted ?? ''].join(' ').trim(),
  );
  return { text, section: section ?? '', deadline: deadline ?? '', targets: wordsOf(set) };
}
