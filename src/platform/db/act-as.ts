import { sql } from 'kysely';
import type { Db, Tx } from './tables.ts';

/**
 * For whom the database judges restricted rows: a policy of row-level security reads it. `system` is Throughline's own
 * work and whoever has the command line; `nobody` sees no restricted row at all; else a person by number.
 */
export type RowReader = 'system' | 'nobody' | `person ${number}`;

/** The setting that carries it, and that the policies of `migrations/` read. */
export const READER_SETTING = 'throughline.asker';

/**
 * Reads or changes in one transaction for somebody: rows they may not see are not there for them, whatever the query
 * forgot to ask. The setting ends with the transaction, so the connection goes back to the pool without it.
 */
export function actAs<Result>(db: Db, reader: RowReader, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config(${READER_SETTING}, ${reader}, true)`.execute(tx);
    return work(tx);
  });
}
