import type { Insertable } from 'kysely';
import type { Tables, Tx } from './index.ts';

/** PostgreSQL takes 65,535 parameters in one statement; 1,500 rows of our widest table stay well under it. */
const ROWS_AT_ONCE = 1_500;

/** Inserts any number of rows, a batch at a time; none is fine. */
export async function insertRows<T extends keyof Tables>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}
