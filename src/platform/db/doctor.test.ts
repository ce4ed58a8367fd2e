import { mkdir, readdir, writeFile } from 'node:fs/promises';
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
    expect((await examine()).slice(3)).toEqual([
      ...rest,
      ['Migrations', 'warning', '1 have not run yet: 0001_a. The next start runs them.'],
    ]);
    await migrate(db, migrationsFolder, () => undefined);
    await close();
    expect((await examine()).slice(3)).toEqual([
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
