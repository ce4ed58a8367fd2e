import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { opened } from '../../../test/support/opened.ts';
import { makeThrowawayFolder, type ThrowawayFolder } from '../../../test/support/throwaway-folder.ts';
import { createLog } from '../log.ts';
import { examineDatabase, type ExamineOptions } from './doctor.ts';
import { migrate } from './migrate.ts';

let folder: ThrowawayFolder;
let migrationsFolder: string;
beforeEach(async () => {
  folder = await makeThrowawayFolder();
  migrationsFolder = join(folder.root, 'migrations');
  await mkdir(migrationsFolder);
  await writeFile(join(migrationsFolder, '0001_a.sql'), 'create table a ()');
});
afterEach(() => folder.remove());

async function examine(databaseUrl?: string, options: Partial<ExamineOptions> = {}) {
  const checks = await examineDatabase(
    { databaseUrl, dataFolder: folder.dataFolder, searchPath: undefined, migrationsFolder },
    { log: createLog('silent'), systemFolder: folder.systemFolder, ...options },
  );
  for (const { sentence } of checks) expect(sentence).toMatch(/\.$/);
  return checks.map(({ name, state, sentence }) => [name, state, sentence]);
}

describe('examineDatabase', () => {
  it('says what the first start will do, and creates no database', async () => {
    expect(await examine()).toEqual([
      ['Folder', 'well', expect.stringContaining(folder.dataFolder)],
      ['Backup', 'well', expect.stringContaining(`Copy ${folder.dataFolder}, while`)],
      ['Disk', 'well', expect.stringMatching(/^[\d,]+ MB are free/)],
      ['Programs', 'well', expect.stringMatching(/^PostgreSQL \d+\.\d+ of /)],
      ['Database', 'well', 'There is no database yet: the first start creates it.'],
    ]);
    expect(await readdir(join(folder.dataFolder, 'database'))).toEqual([]);
  });

  it('looks over the one that is there', async () => {
    const { db, close } = opened(await folder.open());
    const rest = [
      ['Database', 'well', expect.stringMatching(/answers\. It is PostgreSQL \d/)],
      ['Safety', 'well', expect.any(String)],
    ];
    expect((await examine()).slice(4)).toEqual([
      ...rest,
      ['Migrations', 'warning', '1 have not run yet: 0001_a. The next start runs them.'],
    ]);
    await migrate(db, migrationsFolder, () => undefined);
    await close();
    expect((await examine()).slice(4)).toEqual([
      ...rest,
      ['Migrations', 'well', 'The database is up to date.'],
    ]);
    await writeFile(join(migrationsFolder, '0001_a.sql'), 'create table b ()');
    expect((await examine()).at(-1)).toEqual([
      'Migrations',
      'problem',
      expect.stringContaining('has changed'),
    ]);
  });

  it('says what is wrong with the machine', async () => {
    const checks = await examine(undefined, { sources: { embedded: undefined, system: [] } });
    expect(checks.at(-1)).toEqual(['Server', 'problem', expect.stringContaining('Install PostgreSQL')]);
  });

  it('says what has to be copied for a backup, wherever the database is', async () => {
    const backup = async (databaseUrl?: string) =>
      (await examine(databaseUrl)).find(([name]) => name === 'Backup')?.[2];
    expect(await backup()).toBe(
      `The database is in the data folder. Copy ${folder.dataFolder}, while Throughline is stopped. Keep the file credential-key apart from copies of the database.`,
    );
    const database = await openTestDatabase({ empty: true });
    expect(await backup(database.url)).toContain('which DATABASE_URL names, and not in the data folder');
    await database.close();
  });

  // Root's server runs as another account, which may have to keep the database where it can enter.
  it.runIf(process.getuid?.() === 0)('says so where the database is not in the data folder', async () => {
    await chmod(folder.root, 0o700);
    const outside = await mkdtemp(join(tmpdir(), 'throughline-elsewhere-'));
    await chmod(outside, 0o755);
    const checks = await examine(undefined, { systemFolder: outside });
    expect(checks.find(([name]) => name === 'Backup')?.[2]).toMatch(
      new RegExp(
        `^The database is not in the data folder\\. Copy both, ${outside}/\\S+ and ${folder.dataFolder}, while`,
      ),
    );
    await rm(outside, { recursive: true });
  });

  it('warns of a server that a power cut could rob', async () => {
    const database = await openTestDatabase({ empty: true });
    const checks = await examine(database.url);
    await database.close();
    expect(checks).toContainEqual([
      'Safety',
      'problem',
      'The server has fsync and full_page_writes and synchronous_commit off, so a power cut can lose what was saved. Turn it on.',
    ]);
  });

  it('says why a named database does not answer', async () => {
    expect(await examine('postgres://clerk:secret@127.0.0.1:1/plan')).toEqual([
      ['Database', 'problem', expect.stringContaining('No PostgreSQL answers at 127.0.0.1:1/plan')],
    ]);
  });
});
