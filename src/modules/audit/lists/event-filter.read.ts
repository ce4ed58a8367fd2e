import { sql, type SqlBool } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { Subject } from '../recording/event.shape.ts';

/** Which events are wanted; all of them where nothing is said. */
export interface WantedEvents {
  /** Part of the name of whoever did it, in any case of letters. Names that are erased are not found. */
  readonly who?: string;
  /** The person in identity who did it, under any name. */
  readonly personId?: number;
  readonly subject?: Subject;
  /** Any thing of one kind. */
  readonly subjectKind?: string;
  readonly type?: string;
  /** First day, 'YYYY-MM-DD', by the clock in London. */
  readonly from?: string;
  /** Last day, which counts in full. */
  readonly to?: string;
}

/** The events that are wanted, with who did each, in no order yet. */
export function selectEvents(db: Db, wanted: WantedEvents) {
  const { who, personId, subject, subjectKind, type, from, to } = wanted;
  let query = db
    .selectFrom('audit.event as event')
    .innerJoin('audit.actor as by', 'by.commitment', 'event.actor');
  if (who !== undefined) query = query.where(nameHolds(who));
  if (personId !== undefined) query = query.where('by.person_id', '=', personId);
  if (subject !== undefined) {
    query = query.where('subject_kind', '=', subject.kind).where('subject_ref', '=', subject.ref);
  }
  if (subjectKind !== undefined) query = query.where('subject_kind', '=', subjectKind);
  if (type !== undefined) query = query.where('type', '=', type);
  if (from !== undefined) query = query.where('at', '>=', startOfDay(from, 0));
  if (to !== undefined) query = query.where('at', '<', startOfDay(to, 1));
  return query;
}

/** Looked up among the names first: there are few names and many events. */
function nameHolds(part: string) {
  const pattern = `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<SqlBool>`event.actor = any (array (select commitment from audit.actor where name ilike ${pattern}))`;
}

/** Midnight in London, which in summer is 23:00 the day before by UTC. */
function startOfDay(day: string, later: number) {
  return sql<Date>`(${day}::date + ${later}::int)::timestamp at time zone 'Europe/London'`;
}
