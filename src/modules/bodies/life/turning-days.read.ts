import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

/** Days on which bodies were set up, renamed, merged or ended; the latest few, in order. A last meeting ends the day after. */
export async function turningDays(db: Db, today: PlainDay): Promise<readonly PlainDay[]> {
  const rows = await db
    .selectFrom('bodies.event')
    .select(sql<string>`day + (kind = 'last-met')::int`.as('turns'))
    .distinct()
    .where('day', 'is not', null)
    .where('day', '<', today)
    .where('exactness', '=', 'day')
    .where('weight', '<>', 'proposed')
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .where('kind', 'in', ['set-up', 'renamed', 'merged', 'dissolved', 'revived', 'replaced', 'last-met'])
    .orderBy('turns', 'desc')
    .limit(6)
    .execute();
  return rows.map(({ turns }) => turns as PlainDay).toReversed();
}
