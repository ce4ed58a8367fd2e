import { diffWordsWithSpace } from 'diff';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Said } from '../sayings/said.rule.ts';

export interface Clause {
  readonly number: string;
  readonly text: string;
  readonly place: string | null;
}

/** One version of a body's terms of reference. */
export interface Terms extends Said {
  readonly id: number;
  readonly version: number;
  readonly title: string;
  /** Null while it is a draft. */
  readonly inForceFrom: PlainDay | null;
  readonly until: PlainDay | null;
  readonly authority: string | null;
  readonly clauses: readonly Clause[];
}

/** The version in force on a day; else the latest that is known by then, which may be a draft. */
export function termsOn(versions: readonly Terms[], day: PlainDay): Terms | undefined {
  const inForce = versions.find(
    ({ inForceFrom, until }) =>
      inForceFrom !== null && inForceFrom <= day && (until === null || day <= until),
  );
  return inForce ?? versions.filter(({ statedOn }) => statedOn <= day).at(-1);
}

/** A piece of a clause: in both versions, only in the older, or only in the newer. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

export interface ClauseDifference {
  readonly kind: 'same' | 'changed' | 'gone' | 'new';
  readonly older: Clause | null;
  readonly newer: Clause | null;
  readonly pieces: readonly Piece[];
}

/** So many of the longer clause's words in common make two clauses versions of one. */
const ALIKE = 0.4;
const SAME_NUMBER = 0.2;

/**
 * Two versions side by side: each clause of the newer beside the one of the older it is most like, wherever it stands, with
 * the words that differ; then what has no counterpart.
 */
export function compareTerms(
  older: readonly Clause[],
  newer: readonly Clause[],
): readonly ClauseDifference[] {
  const left = new Set(older);
  const pairs = newer.map((clause): ClauseDifference => {
    const before = mostLike(clause, [...left]);
    if (before === undefined)
      return { kind: 'new', older: null, newer: clause, pieces: [{ kind: 'new', text: clause.text }] };
    left.delete(before);
    const pieces = piecesOf(before.text, clause.text);
    return {
      kind: before.text === clause.text ? 'same' : 'changed',
      older: before,
      newer: clause,
      pieces,
    };
  });
  const gone = [...left].map((clause): ClauseDifference => ({
    kind: 'gone',
    older: clause,
    newer: null,
    pieces: [{ kind: 'gone', text: clause.text }],
  }));
  return [...pairs, ...gone];
}

function mostLike(clause: Clause, among: readonly Clause[]): Clause | undefined {
  let best: Clause | undefined;
  let score = ALIKE;
  for (const other of among) {
    // The same number speaks for one clause of which little is left.
    const alike = likeness(clause.text, other.text) + (clause.number === other.number ? SAME_NUMBER : 0);
    if (alike > score) [best, score] = [other, alike];
  }
  return best;
}

function likeness(one: string, other: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[a-z0-9]{3,}/g));
  const [ours, theirs] = [words(one), words(other)];
  const common = [...ours].filter((word) => theirs.has(word)).length;
  return common / Math.max(ours.size, theirs.size, 1);
}

function piecesOf(older: string, newer: string): readonly Piece[] {
  return diffWordsWithSpace(older, newer).map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
}
