import { sql, type Selectable } from 'kysely';
import type { Db, Tables } from '../../../platform/db/index.ts';
import type { Actor } from '../domain/actor.ts';
import type { EventDefinition, Subject } from '../domain/event.ts';

export interface EventFilter {
  readonly subject?: Subject;
  readonly type?: string;
  /** First day, 'YYYY-MM-DD', by the clock in London. */
  readonly from?: string;
  /** Last day, which counts in full. */
  readonly to?: string;
  /** Goes on after this event: the `next` of the page before. */
  readonly after?: number;
  /** Events at most; 50 when left out. */
  readonly limit?: number;
}

export interface ListedEvent {
  readonly id: number;
  readonly at: Date;
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
  /** Pass as `after` for the next page; undefined on the last. */
  readonly next: number | undefined;
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
  { subject, type, from, to, after, limit = 50 }: EventFilter,
): Promise<EventPage> {
  let query = db.selectFrom('audit.event').selectAll();
  if (subject !== undefined) {
    query = query.where('subject_kind', '=', subject.kind).where('subject_ref', '=', subject.ref);
  }
  if (type !== undefined) query = query.where('type', '=', type);
  if (from !== undefined) query = query.where('at', '>=', startOfDay(from, 0));
  if (to !== undefined) query = query.where('at', '<', startOfDay(to, 1));
  if (after !== undefined) {
    query = query.where(sql<boolean>`(at, id) < (select at, id from audit.event where id = ${after})`);
  }
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const events = rows.slice(0, limit).map((row) => describe(row, definitions));
  return { events, next: rows.length > limit ? events.at(-1)?.id : undefined };
}

/** Midnight in London, which in summer is 23:00 the day before by UTC. */
function startOfDay(day: string, later: number) {
  return sql<Date>`(${day}::date + ${later}::int)::timestamp at time zone 'Europe/London'`;
}

function describe(
  row: Selectable<Tables['audit.event']>,
  definitions: readonly EventDefinition<never>[],
): ListedEvent {
  const subject = { kind: row.subject_kind, ref: row.subject_ref };
  const definition = definitions.find(
    ({ type, version }) => type === row.type && version === row.detail_version,
  );
  return {
    id: row.id,
    at: row.at,
    actor: {
      // The table's check allows no other kind.
      kind: row.actor_kind as Actor['kind'],
      name: row.actor_name,
      ...(row.request_id === null ? {} : { requestId: row.request_id }),
    },
    type: row.type,
    subject,
    sentence: definition?.read(row.detail, subject)?.sentence,
    detail: row.detail,
  };
}
