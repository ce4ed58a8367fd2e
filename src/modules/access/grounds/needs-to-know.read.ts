import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';

/** How many things are opened to a person by name, today or from a later day. */
export async function countNeedsToKnow(db: Db, personId: number): Promise<number> {
  const { count } = await db
    .selectFrom('access.need_to_know')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where(sql<boolean>`(to_day is null or access.today() <= to_day)`)
    .executeTakeFirstOrThrow();
  return count;
}
