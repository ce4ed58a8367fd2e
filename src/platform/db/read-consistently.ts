import type { Db } from './tables.ts';

/**
 * Runs several reads against one picture of the database, so that the counts at the top of a page agree with the rows
 * below them whatever others save meanwhile. Hands over a `Db`, not a `Tx`: the transaction is read only.
 */
export function readConsistently<Result>(db: Db, read: (db: Db) => Promise<Result>): Promise<Result> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
