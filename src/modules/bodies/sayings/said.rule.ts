import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Weight } from './body-words.shape.ts';

/** Who says something, when, where in the paper, and how firm it is. Every fact of a body carries this. */
export interface Said {
  readonly weight: Weight;
  /** The paper, letter or register. */
  readonly source: string;
  /** Its day. */
  readonly statedOn: PlainDay;
  /** Where in it: "minute 19(2)"; null where nobody said. */
  readonly place: string | null;
  /** Whether only a paper says it, or somebody who keeps the record entered it. */
  readonly byPaper: boolean;
}

/** From which to which day something holds, both inclusive. Null: not known since when, or no end in sight. */
export interface Span {
  readonly from: PlainDay | null;
  readonly until: PlainDay | null;
}

/** Whether it holds on a day. What has no first day counts from the day of the paper that says it. */
export function holdsOn({ from, until, statedOn }: Span & Pick<Said, 'statedOn'>, day: PlainDay): boolean {
  return (from ?? statedOn) <= day && (until === null || day <= until);
}

const RANK: Readonly<Record<Weight, number>> = { resolved: 2, stated: 1, proposed: 0 };

/**
 * Which of two sayings counts: what a body entitled to decide it decided counts before what a paper states, and that before
 * what is proposed; of two alike the one that begins later, then that of the later paper.
 * @returns below nothing where the first counts before the second
 */
export function byAuthority(one: Span & Said, other: Span & Said): number {
  return (
    RANK[other.weight] - RANK[one.weight] ||
    compare(other.from ?? other.statedOn, one.from ?? one.statedOn) ||
    compare(other.statedOn, one.statedOn)
  );
}

/** The rule of `byAuthority` in a sentence, for why another saying does not count beside the one that does. */
export function whyItDoesNotCount(counts: Span & Said, other: Span & Said): string {
  if (RANK[counts.weight] !== RANK[other.weight]) {
    if (counts.weight !== 'resolved') return 'What counts is stated as a fact; this is a proposal.';
    return other.weight === 'proposed'
      ? 'What counts was decided; this is a proposal.'
      : 'What counts was decided by a body entitled to; a paper that says otherwise does not change that.';
  }
  return counts.statedOn === other.statedOn
    ? 'Both are as firm and of one day; what counts was recorded first.'
    : 'Both are as firm; what counts is the later.';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
