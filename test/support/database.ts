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
import { PATIENCE } from './patience.ts';

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
 * @param filled what it holds from the beginning, beside the migrations
 */
export async function openTestDatabase({
  empty = false,
  filled,
}: { readonly empty?: boolean; readonly filled?: Filling | undefined } = {}): Promise<TestDatabase> {
  const { address, template } = await (prepared ??= prepare());
  const from = empty ? 'template0' : filled === undefined ? template : await filledTemplate(filled);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(address, (db) => createDatabase(db, name, from));
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

/** What a template holds, under a name that stands for it in the whole run. */
export interface Filling {
  /** Small letters and hyphens. */
  readonly name: string;
  readonly fill: (db: Db) => Promise<unknown>;
}

/** The server and the template with every migration; every file that this process runs has the same. */
let prepared: Promise<{ address: SocketAddress; template: string; lockFile: string }> | undefined;

/** Templates with something in them that are known to be there, by the name of what they hold. */
const fillings = new Map<string, Promise<string>>();

/** A template that is filled once in a run, by whichever file needs it first. */
function filledTemplate(filling: Filling): Promise<string> {
  const known = fillings.get(filling.name) ?? fill(filling);
  fillings.set(filling.name, known);
  return known;
}

async function fill(filling: Filling): Promise<string> {
  const { address, template, lockFile } = await (prepared ??= prepare());
  const name = `template_${filling.name}`;
  await whileHolding(lockFile, PATIENCE, async () => {
    if (await asAdministrator(address, (db) => isThere(db, name))) return;
    // Under another name until it is whole: a file that was stopped half way leaves none that others would copy.
    const unfinished = `unfinished_${randomBytes(6).toString('hex')}`;
    await asAdministrator(address, (db) => createDatabase(db, unfinished, template));
    const db = connect({ ...address, database: unfinished }, { most: 1 });
    try {
      await filling.fill(db);
    } finally {
      await db.destroy();
    }
    await asAdministrator(address, (admin) =>
      sql`alter database ${sql.id(unfinished)} rename to ${sql.id(name)}`.execute(admin),
    );
  });
  return name;
}

async function isThere(db: Kysely<never>, name: string): Promise<boolean> {
  const { rows } = await sql`select from pg_database where datname = ${name}`.execute(db);
  return rows.length > 0;
}

function createDatabase(db: Kysely<never>, name: string, template: string) {
  return sql`create database ${sql.id(name)} template ${sql.id(template)} owner ${sql.id(ROLE_APPLICATION)}`.execute(
    db,
  );
}

/** Starts the run's server if no other file has, and makes the template if no other file has. */
async function prepare() {
  const place = await findServerPlace(inject('databaseFolder'));
  const sources = await findBinarySources(undefined);
  const { lockFile } = place;
  return whileHolding(lockFile, PATIENCE, async () => {
    const address = await ensureServer(place, { sources, onStep: nothing, settings: HASTY });
    return { address, template: await makeTemplate(address), lockFile };
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
    if (await isThere(db, template)) return false;
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
