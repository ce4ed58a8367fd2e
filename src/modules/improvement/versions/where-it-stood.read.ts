import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

export interface Standing {
  readonly version: number;
  readonly from: PlainDay;
  /** The day the next version is in force from; null where there is none. */
  readonly until: PlainDay | null;
}

/** The latest version of a plan that has something by this reference; null where none ever had. */
export async function whereItStood(
  db: Db,
  planId: number,
  thing: 'action' | 'requirement' | 'outcome',
  ref: string,
): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    with versions as (
      select id, number, in_force_from, lead(in_force_from) over (order by number) as until
      from improvement.plan_version where plan_id = ${planId}
    )
    select versions.number as version, versions.in_force_from as "from", versions.until
    from versions
    where exists (select from ${sql.table(`improvement.${thing}`)} as thing
      where thing.version_id = versions.id and thing.ref = ${ref})
    order by versions.number desc limit 1`.execute(db);
  return rows[0] ?? null;
}
