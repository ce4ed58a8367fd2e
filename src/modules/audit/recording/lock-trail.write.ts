import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/**
 * Waits for the end of the trail as whoever records does, and records nothing: for a path that must take as long whether or
 * not there is anything to record.
 */
export async function lockTrail(tx: Tx): Promise<void> {
  await sql`select from audit.chain for update`.execute(tx);
}
