import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import { readMigrations, type MigrationFile } from './migration-files.ts';
import type { Db, Tx } from './tables.ts';

export type Migrate =
  | { readonly kind: 'migrated'; readonly applied: readonly string[]; readonly total: number }
  | { readonly kind: 'problem'; readonly message: string };

/** The key of the advisory lock that lets one process migrate at a time. Any number will do; it must never change. */
const LOCK = 7_403_110_201;

interface Applied {
  number: number;
  name: string;
  checksum: string;
}

/**
 * Brings the database up to date with a folder of numbered SQL files. Each file runs once, in order, in a transaction
 * of its own under an advisory lock, and is recorded with its checksum; there is no way back but a new file. Safe when
 * two processes do it at once: the second waits, then finds nothing to do.
 *
 * A file that was changed after it ran, one the database has and the folder does not, and one that fails each give a
 * `problem`; whatever ran before it stays, the failing file leaves nothing. Throws when the connection is lost.
 */
export async function migrate(db: Db, folder: string, onStep: (step: string) => void): Promise<Migrate> {
  const read = await readMigrations(folder);
  if (read.kind === 'problem') return read;
  const applied: string[] = [];
  try {
    for (;;) {
      const name = await db.transaction().execute((tx) => applyNext(tx, read.files, onStep));
      if (name === undefined) return { kind: 'migrated', applied, total: read.files.length };
      applied.push(name);
    }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'problem', message: error.message };
    throw error;
  }
}

/** Names of the files that have not run yet, or the reason why they cannot. Changes nothing. */
export async function pendingMigrations(
  db: Db,
  folder: string,
): Promise<readonly string[] | { message: string }> {
  const read = await readMigrations(folder);
  if (read.kind === 'problem') return read;
  const ledger = await sql<{
    there: boolean;
  }>`select to_regclass('platform.migration') is not null as there`.execute(db);
  const applied = ledger.rows[0]?.there === true ? await readApplied(db) : [];
  const conflict = findConflict(applied, read.files);
  return conflict ?? read.files.filter((file) => file.number > lastNumber(applied)).map((file) => file.name);
}

/** Takes the transaction back and becomes a `problem`. */
class Refused extends Error {}

/** Runs the first file that has not run. Returns its name, or undefined when there is none. */
async function applyNext(tx: Tx, files: readonly MigrationFile[], onStep: (step: string) => void) {
  // Waiting for another process, and rewriting a large table, may each take longer than a page may.
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
  await createLedger(tx);
  const applied = await readApplied(tx);
  const conflict = findConflict(applied, files);
  if (conflict !== undefined) throw new Refused(conflict.message);
  const next = files.find((file) => file.number > lastNumber(applied));
  if (next === undefined) return undefined;
  onStep(`Migrating the database: ${next.name}`);
  // A reader that never lets go should fail the migration, not hang every page behind it.
  await sql`set local lock_timeout = '30s'`.execute(tx);
  await run(tx, next);
  await sql`insert into platform.migration (number, name, checksum)
    values (${next.number}, ${next.name}, ${next.checksum})`.execute(tx);
  return next.name;
}

/** The only tables that no migration makes: the ones that remember which ran. */
async function createLedger(tx: Tx): Promise<void> {
  await sql`create schema if not exists platform`.execute(tx);
  await sql`create table if not exists platform.migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`.execute(tx);
}

async function run(tx: Tx, file: MigrationFile): Promise<void> {
  const before = await transactionId(tx);
  try {
    await sql.raw(file.sql).execute(tx);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new Refused(describeFailure(file, error));
  }
  if ((await transactionId(tx)) !== before) {
    throw new Refused(
      `The migration ${file.name} ends its own transaction, so it could be left half done. Take BEGIN, COMMIT and ROLLBACK out of it.`,
    );
  }
}

async function transactionId(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(tx);
  return rows[0]?.id;
}

function describeFailure(file: MigrationFile, error: DatabaseError): string {
  const line =
    error.position === undefined
      ? ''
      : ` line ${file.sql.slice(0, Number(error.position)).split('\n').length}`;
  return `The migration ${file.name}.sql failed${line === '' ? '' : ` at${line}`}: ${error.message}. Nothing of it was kept; the database is as it was before it.`;
}

async function readApplied(db: Db): Promise<readonly Applied[]> {
  const { rows } =
    await sql<Applied>`select number, name, checksum from platform.migration order by number`.execute(db);
  return rows;
}

function lastNumber(applied: readonly Applied[]): number {
  return applied.at(-1)?.number ?? 0;
}

/** Why the files and what the database remembers cannot belong together, if they cannot. */
function findConflict(
  applied: readonly Applied[],
  files: readonly MigrationFile[],
): { message: string } | undefined {
  for (const { number, name, checksum } of applied) {
    const file = files.find((candidate) => candidate.number === number);
    if (file === undefined) {
      return {
        message: `The database was made by a newer Throughline: it has the migration ${name}, which this version does not know. Start the newer version, or restore a backup made by this one.`,
      };
    }
    if (file.checksum !== checksum) {
      return {
        message: `The migration ${file.name}.sql has changed since it ran on this database. Put it back as it was and make the change in a new file with the next free number.`,
      };
    }
  }
  const skipped = files.find(
    (file) => file.number < lastNumber(applied) && !applied.some(({ number }) => number === file.number),
  );
  if (skipped === undefined) return undefined;
  return {
    message: `The migration ${skipped.name}.sql comes before ${applied.at(-1)?.name ?? ''}, which has already run. Give it the next free number.`,
  };
}
