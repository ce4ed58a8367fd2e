import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { EventDefinition } from '../recording/event.shape.ts';
import { type ChainedEvent, eventHash, firstHash } from '../verify/event-hash.rule.ts';
import { readEvents, readInstallation } from '../verify/read-database.read.ts';
import { describe, type ListedEvent } from './list-events.read.ts';
import { selectEvents } from './event-filter.read.ts';

/** One event with its place in the chain, as its own page prints it. */
export interface EventInChain {
  readonly event: ListedEvent;
  /** Small hexadecimal letters, as all hashes here. */
  readonly hash: string;
  readonly previous: string;
  /** Whether it is as it was recorded: its hash fits what it says, and it follows from the event before. */
  readonly fits: boolean;
  readonly last: number;
}

/** Undefined where there is no event of that number. */
export async function eventPage(
  db: Db,
  definitions: readonly EventDefinition<never>[],
  sequence: number,
): Promise<EventInChain | undefined> {
  const row = await selectEvents(db, {})
    .select(['sequence', 'at', 'actor_kind', 'by.name as actor_name', 'by.person_id', 'request_id', 'type'])
    .select(['subject_kind', 'subject_ref', 'detail', 'detail_version'])
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const chained = await chainedEvents(db, sequence);
  const event = chained.find((one) => one.sequence === sequence);
  if (event === undefined) return undefined;
  const before =
    sequence === 1
      ? firstHash(await readInstallation(db))
      : chained.find((one) => one.sequence === sequence - 1)?.hash;
  const { rows } = await sql<{ last: number }>`select sequence as last from audit.chain`.execute(db);
  return {
    event: describe(row, definitions),
    hash: event.hash,
    previous: event.previous,
    fits: event.previous === before && eventHash(event) === event.hash,
    last: rows[0]?.last ?? sequence,
  };
}

/** The event and the one before it. */
async function chainedEvents(db: Db, sequence: number): Promise<readonly ChainedEvent[]> {
  return readEvents(db, { after: sequence - 2, limit: 2 });
}
