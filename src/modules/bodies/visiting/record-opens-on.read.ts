import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { addMonths, type PlainDay } from '../../../platform/time/plain-day.ts';
import { MONTHS_KNOWN } from '../life/life.rule.ts';

/**
 * The day pages of bodies open at, where that is not today: a record of which nothing was said for two years is closed, and is
 * read as at the day anything was last said of it. Undefined for a record that goes on.
 */
export async function recordOpensOn(db: Db, today: PlainDay): Promise<PlainDay | undefined> {
  const latest = (table: string) =>
    sql`(select max(stated_on) from ${sql.table(table)} where stated_on <= ${today}::date)`;
  const tables = [
    'bodies.fact',
    'bodies.event',
    'bodies.line',
    'bodies.terms',
    'bodies.seat',
    'bodies.sitting',
  ];
  const { rows } = await sql<{ day: PlainDay | null }>`
    select greatest(${sql.join(tables.map(latest))}) as day`.execute(db);
  const day = rows[0]?.day ?? undefined;
  return day !== undefined && today > addMonths(day, MONTHS_KNOWN) ? day : undefined;
}
