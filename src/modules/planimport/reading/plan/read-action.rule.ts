import { findCrossReferences } from '../marks/cross-references.rule.ts';
import { readJointMark, splitPartners } from '../leads/joint.rule.ts';
import type { Action, HowRead, Milestone, Problem, Provenance, Source } from '../../../improvement/index.ts';
import { problem, sourceOf } from '../checks/problems.rule.ts';
import type { RawAction } from './raw-plan.shape.ts';
import { type MilestoneContext, readMilestone } from './read-milestone.rule.ts';
import { leadingRef } from '../marks/references.rule.ts';
import type { TagReader } from '../marks/tags.rule.ts';

/** What the margin beside an action says of the outcome it stands under, or of other actions. */
export interface MarginFact {
  readonly about: string;
  readonly kind: 'tag' | 'joint';
  readonly values: readonly string[];
  readonly asPrinted: string;
  readonly source: Source;
}

export interface ActionReading {
  readonly action: Action;
  readonly facts: readonly MarginFact[];
  readonly problems: readonly Problem[];
}

export interface ActionContext extends Omit<MilestoneContext, 'ref' | 'above'> {
  readonly tags: TagReader;
  /** How many levels an action's reference has. */
  readonly depth: number;
}

/** Reads one action with its milestones, tags, joint marks and cross references. */
export function readAction(raw: RawAction, context: ActionContext): ActionReading {
  const source = sourceOf(raw.first, raw.last);
  const problems: Problem[] = [];
  const provenance: Provenance[] = raw.tags.map(({ tag, asPrinted, place, reading }) => ({
    of: 'tag',
    value: tag,
    asPrinted,
    source: sourceOf(place),
    reading,
  }));
  const add = (
    of: 'tag' | 'joint',
    values: readonly string[],
    asPrinted: string,
    from: Source,
    reading: HowRead = 'stated',
  ): void => {
    for (const value of values) provenance.push({ of, value, asPrinted, source: from, reading });
  };
  for (const cell of raw.tagCells)
    add('tag', tagsOfCell(cell.text, context.tags), cell.text, sourceOf(cell.place));
  for (const cell of raw.jointCells) add('joint', splitPartners(cell.text), cell.text, sourceOf(cell.place));

  const facts: MarginFact[] = [];
  for (const margin of raw.margins) {
    for (const fact of readMargin(margin.text, sourceOf(margin.place), raw.ref, context.tags)) {
      if (
        fact.kind === 'joint' &&
        fact.about !== raw.ref &&
        raw.ref.startsWith(`${fact.about}.`) &&
        !raw.ref.endsWith('.1')
      ) {
        problems.push(
          problem(
            'joint-mark-place',
            { thing: 'Outcome', ref: fact.about },
            fact.source,
            `“${fact.asPrinted}” stands with the number of outcome ${fact.about} beside action ${raw.ref}, which is not its first.`,
            `Read as a mark of the whole outcome. It may be meant for ${raw.ref} alone.`,
          ),
        );
      }
      if (fact.about === raw.ref) add(fact.kind, fact.values, fact.asPrinted, fact.source);
      else facts.push(fact);
    }
  }
  let text = raw.text;
  const mark = readJointMark(text, 'words');
  if (mark !== null) {
    text = mark.rest;
    add('joint', mark.jointWith, mark.asPrinted, source);
    problems.push(
      problem(
        'joint-mark-in-words',
        { thing: 'Action', ref: raw.ref },
        source,
        `The mark “${mark.asPrinted}” stands in the words of the action.`,
        `Read as joint with ${mark.jointWith.join(' and ')}.`,
      ),
    );
  }

  const milestones: Milestone[] = [];
  for (const row of raw.milestones) {
    const read = readMilestone(row, { ...context, ref: raw.ref, above: milestones.at(-1) ?? null });
    milestones.push(read.milestone);
    problems.push(...read.problems);
  }
  for (const { ref, asPrinted, from } of crossReferencesOf(raw, text, source, context.depth)) {
    if (!provenance.some((known) => known.of === 'cross-reference' && known.value === ref)) {
      provenance.push({ of: 'cross-reference', value: ref, asPrinted, source: from, reading: 'stated' });
    }
  }
  const valuesOf = (of: Provenance['of']): string[] => [
    ...new Set(provenance.filter((p) => p.of === of).map(({ value }) => value)),
  ];
  return {
    action: {
      ref: raw.ref,
      text,
      tags: valuesOf('tag'),
      crossReferences: valuesOf('cross-reference'),
      jointWith: valuesOf('joint'),
      milestones,
      textAsPrinted: raw.printed,
      refReading: raw.refReading,
      source,
      provenance,
    },
    facts,
    problems,
  };
}

function tagsOfCell(text: string, tags: TagReader): readonly string[] {
  return (tags.takeWhole(text) ?? tags.take(text).tags).map(({ tag }) => tag);
}

/** A margin that begins with the outcome's own number speaks of the outcome; otherwise of the action, or of those it names. */
function readMargin(text: string, source: Source, actionRef: string, tags: TagReader): readonly MarginFact[] {
  const facts: MarginFact[] = [];
  const mark = readJointMark(text, 'margin');
  const left = mark === null ? text : mark.rest;
  const head = leadingRef(left.endsWith('.') ? left : `${left} `) ?? leadingRef(left);
  const about = head !== null && actionRef.startsWith(`${head.ref}.`) ? head.ref : actionRef;
  if (mark !== null) {
    const named = mark.refs.length > 0 ? mark.refs : [about];
    for (const ref of named)
      facts.push({ about: ref, kind: 'joint', values: mark.jointWith, asPrinted: mark.asPrinted, source });
  }
  const taken = tags.take(left);
  if (taken.tags.length > 0) {
    facts.push({
      about,
      kind: 'tag',
      values: taken.tags.map(({ tag }) => tag),
      asPrinted: left.slice(taken.text.length).trim(),
      source,
    });
  }
  return facts;
}

function crossReferencesOf(
  raw: RawAction,
  text: string,
  source: Source,
  depth: number,
): { ref: string; asPrinted: string; from: Source }[] {
  const places: { words: string; from: Source }[] = [{ words: text, from: source }];
  for (const milestone of raw.milestones) {
    for (const cell of milestone.measures)
      for (const part of cell.parts) places.push({ words: part.text, from: cell.source });
  }
  return places.flatMap(({ words, from }) =>
    findCrossReferences(words, depth)
      .filter((ref) => ref !== raw.ref)
      .map((ref) => ({ ref, asPrinted: words, from })),
  );
}
