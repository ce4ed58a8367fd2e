import { sql, type SqlBool } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { type Actor, ERASED_NAME } from '../recording/actor.shape.ts';
import type { EventDefinition, Subject } from '../recording/event.shape.ts';
import { selectEvents, type WantedEvents } from './event-filter.read.ts';

export interface EventFilter extends WantedEvents {
  /** Goes on after this event, to earlier ones: the `next` of the page before. */
  readonly after?: number;
  /** Goes back to later ones: the `previous` of the page after. `after` counts where both are given. */
  readonly before?: number;
  /** Events at most; 50 when left out. */
  readonly limit?: number;
}

export interface ListedEvent {
  /** Its number in the trail: from 1, without gaps. */
  readonly sequence: number;
  readonly at: Date;
  /** Who; by `ERASED_NAME` where the name was erased. */
  readonly actor: Actor;
  readonly type: string;
  readonly subject: Subject;
  /** What it says; undefined for a type or version that no module of this release defines. */
  readonly sentence: string | undefined;
  /** The detail as stored, for whoever wants all of it. */
  readonly detail: unknown;
}

export interface EventPage {
  readonly events: readonly ListedEvent[];
  /** Pass as `after` for the page of earlier events; undefined on the last. */
  readonly next: number | undefined;
  /** Pass as `before` for the page of later events; undefined on the first. */
  readonly previous: number | undefined;
}

/**
 * Reads the trail, newest first. Pages are cut by the last event seen rather than by counting, so one that is written
 * meanwhile moves nothing from page to page.
 *
 * @param definitions the events of every module, which give the sentences
 */
export async function listEvents(
  db: Db,
  definitions: readonly EventDefinition<never>[],
  { after, before, limit = 50, ...wanted }: EventFilter,
): Promise<EventPage> {
  const back = after === undefined && before !== undefined;
  let query = selectEvents(db, wanted).select(LISTED);
  if (after !== undefined) query = query.where(isEarlierThan(after));
  if (back) query = query.where(isLaterThan(before));
  const direction = back ? 'asc' : 'desc';
  const rows = await query
    .orderBy('at', direction)
    .orderBy('sequence', direction)
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit).map((row) => describe(row, definitions));
  const more = rows.length > limit;
  const events = back ? shown.reverse() : shown;
  const [isFirst, isLast] = back ? [!more, false] : [after === undefined, !more];
  return {
    events,
    next: isLast ? undefined : events.at(-1)?.sequence,
    previous: isFirst ? undefined : events[0]?.sequence,
  };
}

const LISTED = [
  'sequence',
  'at',
  'actor_kind',
  'by.name as actor_name',
  'by.person_id',
  'request_id',
  'type',
  'subject_kind',
  'subject_ref',
  'detail',
  'detail_version',
] as const;

function isEarlierThan(sequence: number) {
  return sql<SqlBool>`(at, sequence) < (select at, sequence from audit.event where sequence = ${sequence})`;
}

function isLaterThan(sequence: number) {
  return sql<SqlBool>`(at, sequence) > (select at, sequence from audit.event where sequence = ${sequence})`;
}

interface Row {
  readonly sequence: number;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_name: string | null;
  readonly person_id: number | null;
  readonly request_id: string | null;
  readonly type: string;
  readonly subject_kind: string;
  readonly subject_ref: string;
  readonly detail: unknown;
  readonly detail_version: number;
}

/** A row as a page shows it, with its sentence where a module defines one. */
export function describe(row: Row, definitions: readonly EventDefinition<never>[]): ListedEvent {
  const subject = { kind: row.subject_kind, ref: row.subject_ref };
  const definition = definitions.find(
    ({ type, version }) => type === row.type && version === row.detail_version,
  );
  return {
    sequence: row.sequence,
    at: row.at,
    actor: {
      // The table's check allows no other kind.
      kind: row.actor_kind as Actor['kind'],
      name: row.actor_name ?? ERASED_NAME,
      ...(row.person_id === null ? {} : { personId: row.person_id }),
      ...(row.request_id === null ? {} : { requestId: row.request_id }),
    },
    type: row.type,
    subject,
    sentence: definition?.read(row.detail, subject)?.sentence,
    detail: row.detail,
  };
}
