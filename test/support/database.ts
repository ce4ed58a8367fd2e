import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sql, type Kysely } from 'kysely';
import { inject } from 'vitest';
import { connect, type Address } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import { ensureServer, type SocketAddress } from '../../src/platform/db/server/ensure-server.ts';
import { whileHolding } from '../../src/platform/db/server/exclusive-file.ts';
import { findBinarySources } from '../../src/platform/db/server/find-binaries.ts';
import { ROLE_ADMINISTRATOR, ROLE_APPLICATION } from '../../src/platform/db/server/server-names.ts';
import { findServerPlace } from '../../src/platform/db/server/server-place.ts';
import type { Db } from '../../src/platform/db/tables.ts';

export interface TestDatabase {
  /** Sees every row. */
  readonly db: Db;
  /** As pages have it: sees no restricted row until it is said who asks. */
  readonly pagesDb: Db;
  /** For a program that is told where its database is, as DATABASE_URL. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

/** A lost test database is of no worth, so nothing waits for the disk. */
const HASTY = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' };

const nothing = () => undefined;

/**
 * A database of one test file's own, with every migration applied: a copy of a template, made in some 60 ms. Open it
 * in `beforeAll` and close it in `afterAll`. All files of a run share one server, which the first of them starts.
 * Does not look at DATABASE_URL.
 *
 * @param empty true for a database without migrations
 */
export async function openTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { address, template } = await (prepared ??= prepare());
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(address, (db) =>
    sql`create database ${sql.id(name)} template ${sql.id(empty ? 'template0' : template)} owner ${sql.id(ROLE_APPLICATION)}`.execute(
      db,
    ),
  );
  const own = { ...address, database: name };
  const db = connect(own, { most: 5 });
  const pagesDb = connect(own, { most: 5, reader: 'nobody' });
  return {
    db,
    pagesDb,
    url: urlOf(own),
    close: async () => {
      await pagesDb.destroy();
      await db.destroy();
      await asAdministrator(address, (admin) =>
        sql`drop database ${sql.id(name)} with (force)`.execute(admin),
      );
    },
  };
}

let prepared: Promise<{ address: SocketAddress; template: string }> | undefined;

/** Starts the run's server if no other file has, and makes the template if no other file has. */
async function prepare() {
  const place = await findServerPlace(inject('databaseFolder'));
  const sources = await findBinarySources(undefined);
  return whileHolding(place.lockFile, 60_000, async () => {
    const address = await ensureServer(place, { sources, onStep: nothing, settings: HASTY });
    return { address, template: await makeTemplate(address) };
  });
}

async function makeTemplate(address: SocketAddress): Promise<string> {
  const read = await readMigrations(migrations);
  if (read.kind === 'problem') throw new Error(read.message);
  const digest = createHash('sha256')
    .update(read.files.map(({ checksum }) => checksum).join())
    .digest('hex');
  const template = `template_${digest.slice(0, 12)}`;
  const isNew = await asAdministrator(address, async (db) => {
    const { rows } = await sql`select from pg_database where datname = ${template}`.execute(db);
    if (rows.length > 0) return false;
    await sql`create database ${sql.id(template)} owner ${sql.id(ROLE_APPLICATION)}`.execute(db);
    return true;
  });
  if (!isNew) return template;
  const db = connect({ ...address, database: template }, { most: 1 });
  try {
    const result = await migrate(db, migrations, nothing);
    if (result.kind === 'problem') throw new Error(result.message);
  } finally {
    await db.destroy();
  }
  return template;
}

async function asAdministrator<Result>(address: SocketAddress, act: (db: Kysely<never>) => Promise<Result>) {
  const db = connect({ ...address, user: ROLE_ADMINISTRATOR, database: 'postgres' }, { most: 1 });
  try {
    return await act(db as unknown as Kysely<never>);
  } finally {
    await db.destroy();
  }
}

function urlOf({ socketFolder, port, user, database }: Extract<Address, { socketFolder: string }>): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(socketFolder)}&port=${port}`;
}
