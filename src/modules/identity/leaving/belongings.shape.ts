import type { Db, Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Actor } from '../../audit/index.ts';

/** Something a person who leaves still has, beside posts. */
export interface Belonging {
  readonly what: string;
  /** What becomes of it when they leave. */
  readonly becomes: string;
  readonly href: string;
}

/** A person by all of their records; the one that stands for them first. */
export interface Leaver {
  readonly records: readonly number[];
}

/**
 * What another module ties to people, for the one step in which somebody leaves. Modules stand above this one and are
 * handed in where the program is put together.
 */
export interface Belongings {
  readonly list: (
    db: Db,
    leaver: Leaver & { readonly postIds: readonly number[]; readonly day: PlainDay },
  ) => Promise<readonly Belonging[]>;
  /** Why they cannot leave yet, as a sentence; null where nothing stands in the way. */
  readonly refuses: (tx: Tx, leaver: Leaver) => Promise<string | null>;
  /** Ends or hands on, in the transaction in which they leave. */
  readonly leave: (
    tx: Tx,
    actor: Actor,
    leaver: Leaver & { readonly lastDay: PlainDay; readonly today: PlainDay },
  ) => Promise<void>;
}
