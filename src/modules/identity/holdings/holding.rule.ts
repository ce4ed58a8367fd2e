import type { PlainDay } from '../../../platform/time/plain-day.ts';

/** How a post is held: for good, until a holder is found, or in another's place. */
export type Manner = 'substantive' | 'interim' | 'acting';

/** How many may hold a post at once: one (two only as a job share), or several, as with Heads of Service. */
export type Holders = 'one' | 'several';

/** From which day a post is held. */
export interface Beginning {
  /** The first day; null where nobody says which. It is then known from the day of the paper. */
  readonly since: PlainDay | null;
  /** The day and name of the paper that says so. */
  readonly statedOn: PlainDay;
  readonly source: string;
}

/** Until which day a post is held. */
export interface Ending {
  /** The last day; null where a paper says that it is over and not since when. */
  readonly until: PlainDay | null;
  /** Where the last day is not known: the day of the paper that says it is over. */
  readonly statedOn: PlainDay | null;
  readonly source: string;
}

/** A person in a post, as far as the record knows. */
export interface HoldingFact {
  readonly postId: number;
  readonly personId: number;
  readonly manner: Manner;
  readonly jobShare: boolean;
  readonly begins: Beginning;
  /** Null where nothing says that it ended. */
  readonly ends: Ending | null;
}

export interface DaysHeld {
  readonly from: PlainDay;
  /** Null where it goes on. */
  readonly to: PlainDay | null;
}

/** The days it is known that the post was held: the database works out the same in `identity.holding.held`. */
export function daysHeld({ begins, ends }: Pick<HoldingFact, 'begins' | 'ends'>): DaysHeld {
  const from = begins.since ?? begins.statedOn;
  return { from, to: ends === null ? null : (ends.until ?? from) };
}

export function overlap(one: DaysHeld, other: DaysHeld): boolean {
  return (one.to === null || one.to >= other.from) && (other.to === null || other.to >= one.from);
}
