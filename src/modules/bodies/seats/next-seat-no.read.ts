import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A number for a new seat, under which it is known through every change of what is recorded of it. */
export async function nextSeatNo(tx: Tx): Promise<number> {
  const { rows } = await sql<{ no: number }>`select nextval('bodies.seat_number') as no`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('The database gave no number');
  return row.no;
}
