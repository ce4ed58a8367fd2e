import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

/** What another module knows of a person, for a part of their page: the bodies they sit on. */
export interface FurtherFacts {
  readonly heading: string;
  readonly items: readonly { readonly text: string; readonly href: string; readonly aside: string }[];
}

/**
 * Finds what everybody may know of it. Modules stand above this one and are handed in where the program is put together. A
 * person of whom there is any is public by it: a council publishes who sits on its bodies.
 */
export type FindFurtherFacts = (
  db: Db,
  about: { readonly records: readonly number[]; readonly day: PlainDay },
) => Promise<FurtherFacts>;
