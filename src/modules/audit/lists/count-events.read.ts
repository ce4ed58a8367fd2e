import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';

/** How many events the trail has, by the number of its last: they are numbered without gaps. */
export async function countEvents(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number }>`select sequence as last from audit.chain`.execute(db);
  return rows[0]?.last ?? 0;
}
