import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../../test/support/patience.ts';
import { opened } from '../../../test/support/opened.ts';
import { makeThrowawayFolder, type ThrowawayFolder } from '../../../test/support/throwaway-folder.ts';
import { createLog } from '../log.ts';
import { openDatabase } from './open-database.ts';
import type { Db } from './tables.ts';
import { findEmbeddedPackage } from './server/embedded-binaries.ts';
import { findBinarySources } from './server/find-binaries.ts';
import { findRunningServer } from './server/postmaster-file.ts';
import { findServerPlace } from './server/server-place.ts';

const isRoot = process.getuid?.() === 0;
const sources = await findBinarySources(undefined);
const embedded = await findEmbeddedPackage();

let folder: ThrowawayFolder;
afterEach(() => folder.remove());

async function clusterOf({ dataFolder, systemFolder }: ThrowawayFolder) {
  return (await findServerPlace(dataFolder, systemFolder)).cluster;
}

const runningServer = async () => findRunningServer(await clusterOf(folder));

async function countRows(db: Db) {
  return (await sql<{ n: number }>`select count(*) as n from kept`.execute(db)).rows[0]?.n;
}

describe('a database of our own', () => {
  it('is created at the first start, kept, and its server stopped with the last user', async () => {
    folder = await makeThrowawayFolder();
    const first = opened(await folder.open());
    await sql.raw('create table kept (id int); insert into kept values (1)').execute(first.db);
    await first.close();
    expect(await runningServer()).toBeUndefined();
    const second = opened(await folder.open());
    expect(await countRows(second.db)).toBe(1);
    await second.close();
    expect(folder.steps).toEqual([
      expect.stringMatching(/^Creating the database in .*\(PostgreSQL \d+\.\d+, at the first start only\)$/),
      expect.stringMatching(/^Starting the database in /),
      expect.stringMatching(/^Starting the database in /),
    ]);
  });

  it('is UTF-8 in UTC, safe against a power cut, and used by a role that is no administrator', async () => {
    folder = await makeThrowawayFolder();
    const { db, close } = opened(await folder.open());
    const { rows } =
      await sql`select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      current_setting('listen_addresses') as addresses, current_setting('data_checksums') as checksums,
      current_setting('statement_timeout') as patience, lower('ÉIRE') as small,
      (select rolsuper from pg_roles where rolname = current_user) as administrator`.execute(db);
    await close();
    expect(rows).toEqual([
      {
        encoding: 'UTF8',
        zone: 'UTC',
        fsync: 'on',
        commit: 'on',
        addresses: '',
        checksums: 'on',
        patience: '30s',
        small: 'éire',
        administrator: false,
      },
    ]);
  });

  it('is shared by those who open it beside each other, whoever leaves first', async () => {
    folder = await makeThrowawayFolder();
    const [first, second] = (await Promise.all([folder.open(), folder.open()])).map(opened);
    expect(folder.steps.filter((step) => step.startsWith('Creating'))).toHaveLength(1);
    expect(folder.steps).toContain('Using the database server that is already running');
    await first?.close();
    expect((await sql`select 1 as one`.execute(second?.db as Db)).rows).toEqual([{ one: 1 }]);
    await second?.close();
    expect(await runningServer()).toBeUndefined();
  });

  it('comes back by itself when its server is killed, with everything that was saved', async () => {
    folder = await makeThrowawayFolder();
    const { db, close } = opened(await folder.open());
    await sql.raw('create table kept (id int)').execute(db);
    for (let round = 1; round <= 3; round += 1) {
      await sql`insert into kept values (${round})`.execute(db);
      process.kill((await runningServer())?.pid ?? 0, 'SIGKILL');
      const start = Date.now();
      let rows: number | undefined;
      while (rows === undefined && Date.now() - start < PATIENCE) {
        await wait(20);
        rows = await countRows(db).catch(() => undefined);
      }
      expect(rows).toBe(round);
    }
    await close();
    expect(await runningServer()).toBeUndefined();
  });

  it('starts over the leavings of a server whose number another program now has', async () => {
    folder = await makeThrowawayFolder();
    const first = opened(await folder.open());
    await sql.raw('create table kept (id int); insert into kept values (1)').execute(first.db);
    const cluster = await clusterOf(folder);
    const left = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
    await first.close();
    const owner = isRoot ? `chown postgres:postgres "$1" 2>/dev/null || chown nobody "$1"` : ':';
    // This very process answers to the number in the file, as any other would after a restart of the machine.
    const text = left.replace(/^\d+/, String(process.pid));
    execFileSync('/bin/sh', [
      '-c',
      `printf %s "$2" > "$1"; ${owner}`,
      'sh',
      join(cluster, 'postmaster.pid'),
      text,
    ]);
    const second = opened(await folder.open());
    expect(await countRows(second.db)).toBe(1);
    await second.close();
  });

  it.each(['My Council, "Plans" & £/the data', 'l' + 'o'.repeat(120) + 'ng/and/' + 'd'.repeat(60) + 'eep'])(
    'may lie in %s',
    async (name) => {
      folder = await makeThrowawayFolder(name);
      const { db, close } = opened(await folder.open());
      expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
      await close();
    },
  );

  it('tells people where it is', async () => {
    folder = await makeThrowawayFolder();
    const { close } = opened(await folder.open());
    const told = JSON.parse(await readFile(join(folder.dataFolder, 'connection.json'), 'utf8')) as {
      socketFolder: string;
    };
    expect(await readdir(told.socketFolder)).toContain('.s.PGSQL.5432');
    await close();
  });
});

describe.skipIf(!isRoot)('as root (skipped for an ordinary user)', () => {
  it('lies where the server can reach it when the project does not, and stays with a project that moves', async () => {
    folder = await makeThrowawayFolder('closed/data');
    const closed = join(folder.root, 'closed');
    await chmod(closed, 0o700);
    const first = opened(await folder.open());
    expect(first.server.place).toContain(join(folder.systemFolder, 'closed-'));
    expect(folder.steps[0]).toMatch(/where the account \w+ can reach it/);
    await sql.raw('create table kept (id int); insert into kept values (1)').execute(first.db);
    await first.close();

    const moved = join(folder.root, 'moved');
    await rename(closed, moved);
    const second = opened(await openAt(join(moved, 'data')));
    expect(await countRows(second.db)).toBe(1);
    await second.close();

    const copied = join(folder.root, 'copied');
    await cp(moved, copied, { recursive: true });
    await chmod(copied, 0o700);
    const third = opened(await openAt(join(copied, 'data')));
    await expect(countRows(third.db)).rejects.toThrow(/does not exist/);
    await third.close();
  });

  it('moves along with a project that the server can reach, and with a copy of it', async () => {
    folder = await makeThrowawayFolder('project/data');
    const first = opened(await folder.open());
    await sql.raw('create table kept (id int); insert into kept values (1)').execute(first.db);
    await first.close();
    await rename(join(folder.root, 'project'), join(folder.root, 'moved'));
    execFileSync('cp', ['-a', join(folder.root, 'moved'), join(folder.root, 'copied')]);
    for (const name of ['moved', 'copied']) {
      const again = opened(await openAt(join(folder.root, name, 'data')));
      expect(again.server.place).toBe(join(folder.root, name, 'data', 'database'));
      expect(await countRows(again.db)).toBe(1);
      await again.close();
    }
  });

  it('is not taken for lost when its folder is closed to the server afterwards', async () => {
    folder = await makeThrowawayFolder('project/data');
    await opened(await folder.open()).close();
    await chmod(join(folder.root, 'project'), 0o700);
    expect(await folder.open()).toMatchObject({
      kind: 'problem',
      code: 'folder-not-writable',
      message: expect.stringContaining('can no longer enter that folder'),
    });
    await chmod(join(folder.root, 'project'), 0o755);
    await opened(await folder.open()).close();
  });

  const openAt = (dataFolder: string) =>
    openDatabase(
      { databaseUrl: undefined, dataFolder, searchPath: undefined },
      { log: createLog('silent'), onStep: () => undefined, systemFolder: folder.systemFolder },
    );

  it.skipIf(embedded === undefined)(
    'copies programs that the server may not reach, once, and links their libraries',
    async () => {
      folder = await makeThrowawayFolder('data', tmpdir());
      const closed = join(folder.root, 'closed');
      await mkdir(closed, { mode: 0o700 });
      await cp(embedded?.native ?? '', join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
      // As npm leaves it when it may not run install scripts.
      for (const entry of await readdir(join(closed, 'native/lib'), { withFileTypes: true })) {
        if (entry.isSymbolicLink()) await rm(join(closed, 'native/lib', entry.name));
      }
      const onlyThese = { embedded: { native: join(closed, 'native'), version: 'test' }, system: [] };
      for (let round = 1; round <= 2; round += 1) {
        await opened(await folder.open({ sources: onlyThese })).close();
      }
      expect(folder.steps.filter((step) => step.startsWith('Copying'))).toHaveLength(1);
      expect(await readdir(join(folder.systemFolder, 'binaries'))).toEqual([
        `${process.platform}-${process.arch}-test`,
      ]);
    },
  );
});

describe.skipIf(sources.system.length === 0)(
  'with programs of the system (skipped where there are none)',
  () => {
    it('goes on with the major version that made the database', async () => {
      folder = await makeThrowawayFolder();
      const first = opened(await folder.open({ sources: { ...sources, embedded: undefined } }));
      const { rows } =
        await sql`select current_setting('server_version_num')::int / 10000 as major, lower('ÉIRE') as small`.execute(
          first.db,
        );
      await first.close();
      const second = opened(await folder.open({ sources }));
      const again =
        await sql`select current_setting('server_version_num')::int / 10000 as major, lower('ÉIRE') as small`.execute(
          second.db,
        );
      await second.close();
      expect(again.rows).toEqual(rows);
      expect(rows).toMatchObject([{ small: 'éire' }]);
    });
  },
);
