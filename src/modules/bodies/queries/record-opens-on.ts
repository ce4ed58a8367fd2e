import type { Db } from '../../../platform/db/index.ts';
import { addMonths, type PlainDay } from '../../../platform/time/plain-day.ts';
import { MONTHS_KNOWN } from '../domain/life.ts';

/**
 * The day pages of bodies open at, where that is not today: a record of which nothing was said for two years is closed, and is
 * read as at the day anything was last said of it. Undefined for a record that goes on.
 */
export async function recordOpensOn(db: Db, today: PlainDay): Promise<PlainDay | undefined> {
  const last = await db
    .selectFrom('bodies.fact')
    .select('stated_on')
    .where('stated_on', '<=', today)
    .orderBy('stated_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  const day = last?.stated_on as PlainDay | undefined;
  return day !== undefined && today > addMonths(day, MONTHS_KNOWN) ? day : undefined;
}
