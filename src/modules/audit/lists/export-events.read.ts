import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { selectEvents, type WantedEvents } from './event-filter.read.ts';

/** An event as it is taken away: docs/audit.md says what each member is. */
export interface ExportedEvent {
  readonly sequence: number;
  /** UTC with microseconds: 2026-06-15T12:00:00.123456Z */
  readonly at: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly salt: string | null;
  readonly name: string | null;
  readonly personId: number | null;
  readonly requestId: string | null;
  readonly type: string;
  readonly subjectKind: string;
  readonly subjectRef: string;
  /** JSON as text, letter for letter. */
  readonly detail: string;
  readonly detailVersion: number;
  readonly previous: string;
  readonly hash: string;
}

/** How the trail is read: each page of it in a reading of its own, for whoever may see it. */
export type ReadTrail = <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;

/** Reads with the connection as it is. */
export function readWith(db: Db): ReadTrail {
  return (work) => work(db);
}

/** Events read at once. */
const PAGE = 2000;

/**
 * The events that are wanted, a page at a time, in the order of their numbers. Takes no snapshot and so holds nothing up:
 * goes on until there is no further event, so that an erasure stands in the file with the names that it took.
 */
export async function* exportEvents(
  read: ReadTrail,
  wanted: WantedEvents,
): AsyncGenerator<readonly ExportedEvent[]> {
  let last = 0;
  for (;;) {
    const after = last;
    const page = await read((db) =>
      selectEvents(db, wanted)
        .select([
          'sequence',
          sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'),
          'actor_kind as actorKind',
          sql<string>`encode(event.actor, 'hex')`.as('actor'),
          sql<string | null>`encode(by.salt, 'hex')`.as('salt'),
          'by.name as name',
          'by.person_id as personId',
          'request_id as requestId',
          'type',
          'subject_kind as subjectKind',
          'subject_ref as subjectRef',
          sql<string>`detail::text`.as('detail'),
          'detail_version as detailVersion',
          sql<string>`encode(previous, 'hex')`.as('previous'),
          sql<string>`encode(hash, 'hex')`.as('hash'),
        ])
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(PAGE)
        .execute(),
    );
    const end = page.at(-1);
    if (end === undefined) return;
    yield page;
    last = end.sequence;
  }
}
