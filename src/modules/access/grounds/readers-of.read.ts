import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { namesOn, type Thing } from '../../identity/index.ts';
import type { ThingGround } from './judge-thing.ts';

/** One restricted thing, opened or shut to one person: in force, or to come. */
export interface JudgementOfThing {
  readonly id: number;
  readonly ground: ThingGround;
  readonly personId: number;
  readonly personName: string;
  readonly from: PlainDay;
  readonly until: PlainDay | null;
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** To whom a thing is opened because they need to know, and to whom it is shut for an interest; not what is over. */
export async function readersOf(db: Db, thing: Thing, day: PlainDay): Promise<readonly JudgementOfThing[]> {
  const those = sql`where thing_kind = ${thing.kind} and thing_ref = ${thing.ref} and replaced_at is null
    and stopped_at is null and (to_day is null or ${day}::date <= to_day)`;
  const columns = sql`id, person_id as "personId", from_day as from, to_day as until, reason,
    recorded_by as "recordedBy", recorded_at as "recordedAt"`;
  const { rows } = await sql<Omit<JudgementOfThing, 'personName'>>`
    select 'need-to-know' as ground, ${columns} from access.need_to_know ${those}
    union all
    select 'interest', ${columns} from access.interest ${those}
    order by "recordedAt", id`.execute(db);
  const nameOf = await namesOn(
    db,
    rows.map(({ personId }) => personId),
    day,
  );
  return rows.map((row) => ({ ...row, personName: nameOf(row.personId) }));
}
