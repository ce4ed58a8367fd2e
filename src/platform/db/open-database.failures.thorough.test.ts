import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { opened } from '../../../test/support/opened.ts';
import { makeThrowawayFolder, type ThrowawayFolder } from '../../../test/support/throwaway-folder.ts';
import type { OpenDatabaseOptions } from './open-database.ts';

const isRoot = process.getuid?.() === 0;

/** In a folder whose programs may run, which one in memory need not be. */
const programs = join(tmpdir(), `throughline-fake-programs-${process.pid}`);
afterAll(() => rm(programs, { recursive: true, force: true }));

let folder: ThrowawayFolder;
beforeEach(async () => {
  folder = await makeThrowawayFolder();
});
afterEach(() => folder.remove());

const inside = (...names: string[]) => join(folder.dataFolder, 'database', ...names);

/** The problem of opening, or a failure of the test if there is none. */
async function problemOf(options: Partial<OpenDatabaseOptions> = {}) {
  const result = await folder.open(options);
  if (result.kind === 'problem') return result;
  await result.close();
  throw new Error('It opened.');
}

/** Makes a database and leaves it, for something to be done to its files. */
async function make() {
  await opened(await folder.open()).close();
}

/** A `postgres` and an `initdb` that say what they are told to. */
async function fakePrograms(version: string) {
  await mkdir(programs, { recursive: true });
  for (const name of ['postgres', 'initdb']) {
    await writeFile(join(programs, name), `#!/bin/sh\necho '${name} (PostgreSQL) ${version}'\n`, {
      mode: 0o755,
    });
  }
  return { embedded: undefined, system: [programs] };
}

describe('a database of our own that cannot be opened', () => {
  it('says that no programs were found, and where it looked', async () => {
    const problem = await problemOf({ sources: { embedded: undefined, system: ['/nowhere/bin'] } });
    expect(problem.code).toBe('no-binaries');
    expect(problem.message).toMatch(
      /Install PostgreSQL 15 or later, or set DATABASE_URL.*\/nowhere\/bin does not run/,
    );
  });

  it('says that the programs are too old', async () => {
    const problem = await problemOf({ sources: await fakePrograms('14.19 (Debian 14.19-1)') });
    expect(problem.code).toBe('no-binaries');
    expect(problem.message).toContain('is PostgreSQL 14.19, and 15 or later is needed');
  });

  it('says which major version made it, and which are here', async () => {
    await make();
    await writeFile(inside('cluster', 'PG_VERSION'), '14\n');
    const problem = await problemOf();
    expect(problem.code).toBe('other-major-version');
    expect(problem.message).toMatch(
      /was made by PostgreSQL 14, and this machine has \d+\.\d+ in .*Install PostgreSQL 14/,
    );
  });

  it('says that its files are damaged, and does not touch them', async () => {
    await make();
    await rm(inside('cluster', 'global', 'pg_control'));
    const problem = await problemOf();
    expect(problem.code).toBe('cluster-damaged');
    expect(problem.message).toMatch(/Restore a backup.*pg_control.*server\.log/);
    expect(await readdir(inside('cluster'))).toContain('base');
  });

  it('says that its folder is open to others, as PostgreSQL refuses', async () => {
    await make();
    await chmod(inside('cluster'), 0o755);
    expect((await problemOf()).code).toBe('folder-not-writable');
  });

  it('says that the data folder is a file', async () => {
    await rm(folder.dataFolder, { recursive: true });
    await writeFile(folder.dataFolder, '');
    const problem = await problemOf();
    expect(problem.code).toBe('folder-not-writable');
    expect(problem.message).toContain('set THROUGHLINE_DATA');
  });

  it('says that another program has its socket', async () => {
    await make();
    const other = createServer().listen(inside('run', '.s.PGSQL.5432'));
    try {
      const problem = await problemOf();
      expect(problem.code).toBe('socket-taken');
      expect(problem.message).toContain('.s.PGSQL.5432 is in use by another program');
    } finally {
      other.close();
    }
    await make();
  });

  it('says that another server uses the folder, when one was started by hand', async () => {
    await make();
    // Stands for a server that PostgreSQL's own check finds and ours cannot see: memory still in use.
    const sources = await fakeServer(`FATAL:  lock file "postmaster.pid" already exists`);
    expect((await problemOf({ sources })).code).toBe('socket-taken');
  });

  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
    ['FATAL:  data directory "/x" has wrong ownership', 'folder-not-writable'],
    ['PANIC:  could not locate a valid checkpoint record', 'cluster-damaged'],
    ['FATAL:  database files are incompatible with server', 'other-major-version'],
    ['FATAL:  something nobody has met before', 'server-failed'],
  ])('knows the words %s', async (words, code) => {
    await make();
    const problem = await problemOf({ sources: await fakeServer(words) });
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(/\.$/);
  });

  async function fakeServer(words: string) {
    const major = (await readFile(inside('cluster', 'PG_VERSION'), 'utf8')).trim();
    const sources = await fakePrograms(`${major}.1`);
    const script = `#!/bin/sh\nif [ "$1" = --version ]; then echo 'postgres (PostgreSQL) ${major}.1'; exit; fi\necho '${words}' >&2\nexit 1\n`;
    await writeFile(join(programs, 'postgres'), script);
    return sources;
  }
});

describe.skipIf(!mayMount())('on a small disk (skipped where no disk can be mounted)', () => {
  it('says that the disk is full while creating, and leaves nothing half made', async () => {
    await onDisk('20m', async () => {
      const problem = await problemOf();
      expect(problem.code).toBe('disk-full');
      expect(problem.message).toMatch(/is full \(\d+ MB free\) while creating the database\. Make room/);
      expect((await readdir(inside())).filter((name) => name.startsWith('cluster'))).toEqual([]);
    });
  });

  it('says that the disk is full while starting, and starts once there is room', async () => {
    await onDisk('120m', async () => {
      await make();
      const filler = join(folder.dataFolder, 'filler');
      execFileSync('/bin/sh', ['-c', 'cat /dev/zero > "$1" 2>/dev/null || true', 'sh', filler]);
      const problem = await problemOf();
      expect(problem.code).toBe('disk-full');
      await rm(filler);
      await make();
    });
  });

  async function onDisk(size: string, act: () => Promise<void>) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder.dataFolder]);
    try {
      await act();
    } finally {
      execFileSync('umount', ['-l', folder.dataFolder]);
    }
  }
});

function mayMount(): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
