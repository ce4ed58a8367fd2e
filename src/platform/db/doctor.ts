import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Log } from '../log.ts';
import { makeFolder } from '../make-folder.ts';
import { DatabaseProblemError } from './database-problem.ts';
import { pendingMigrations } from './migrate.ts';
import { type DatabaseConfig, openDatabase, type OpenDatabaseOptions } from './open-database.ts';
import { readClusterMajor } from './server/create-cluster.ts';
import { findBinaries, findBinarySources } from './server/find-binaries.ts';
import { findServerPlace, type ServerPlace } from './server/server-place.ts';
import type { Db } from './tables.ts';

/** One thing that was looked at, and what was found. */
export interface Check {
  readonly name: string;
  /** `warning` works today and may not tomorrow; `problem` stops Throughline or risks what is saved. */
  readonly state: 'well' | 'warning' | 'problem';
  readonly sentence: string;
}

export interface ExaminedConfig extends DatabaseConfig {
  /** Absolute path of the folder of SQL migrations. */
  readonly migrationsFolder: string;
}

export type ExamineOptions = { readonly log: Log } & Pick<OpenDatabaseOptions, 'sources' | 'systemFolder'>;

/**
 * Looks the database over, for `throughline doctor`: where it is, what runs it, whether it is up to date and safe, and
 * whether the disk has room. Migrates nothing and creates no database; one that is there is opened and closed again.
 * What cannot be looked at is a check with its problem: it does not throw for a reason outside the code.
 */
export async function examineDatabase(
  config: ExaminedConfig,
  options: ExamineOptions,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  if (config.databaseUrl === undefined) {
    const { found, thereIsOne } = await examineMachine(config, options);
    checks.push(...found);
    if (!thereIsOne || found.some(({ state }) => state === 'problem')) return checks;
  }
  const opened = await openDatabase(config, { ...options, onStep: () => undefined });
  if (opened.kind === 'problem')
    return [...checks, { name: 'Database', state: 'problem', sentence: opened.message }];
  try {
    if (config.databaseUrl !== undefined)
      checks.push(
        well(
          'Backup',
          `The database is at ${opened.server.place}, which DATABASE_URL names, and not in the data folder: back it up there, with PostgreSQL's own tools, and ${config.dataFolder} besides. Keep the file credential-key apart from copies of the database.`,
        ),
      );
    const version = await setting(opened.db, 'server_version');
    checks.push(
      well('Database', `The database at ${opened.server.place} answers. It is PostgreSQL ${version}.`),
    );
    checks.push(await examineSafety(opened.db), await examineMigrations(opened.db, config.migrationsFolder));
  } finally {
    await opened.close();
  }
  return checks;
}

/** What a server of our own needs: a folder, room on the disk, and programs that run. */
async function examineMachine(config: ExaminedConfig, options: ExamineOptions) {
  const found: Check[] = [];
  try {
    makeFolder(config.dataFolder);
    const place = await findServerPlace(config.dataFolder, options.systemFolder);
    const why = place.elsewhere
      ? `, because the account ${place.account.name} cannot enter ${place.dataFolder}`
      : '';
    found.push(
      well('Folder', `The database is kept in ${place.folder}${why}.`),
      well('Backup', whatToCopy(place)),
      await examineDisk(place.folder),
    );
    const major = await readClusterMajor(place.cluster);
    const sources = options.sources ?? (await findBinarySources(config.searchPath));
    const binaries = await findBinaries(sources, place, major, () => undefined);
    const origin = binaries.origin === 'npm' ? 'the npm package' : 'the system';
    const account = `run by the account ${place.account.name}`;
    found.push(
      well('Programs', `PostgreSQL ${binaries.version} of ${origin}, in ${binaries.folder}, ${account}.`),
    );
    if (major === undefined)
      found.push(well('Database', 'There is no database yet: the first start creates it.'));
    return { found, thereIsOne: major !== undefined };
  } catch (error) {
    const sentence = error instanceof DatabaseProblemError ? error.message : String(error);
    return { found: [...found, { name: 'Server', state: 'problem', sentence } as const], thereIsOne: false };
  }
}

/** What has to be copied while Throughline is stopped. A copy of the data folder alone may hold no database at all. */
function whatToCopy({ elsewhere, folder, dataFolder }: ServerPlace): string {
  const keepApart = 'Keep the file credential-key apart from copies of the database.';
  return elsewhere
    ? `The database is not in the data folder. Copy both, ${folder} and ${dataFolder}, while Throughline is stopped. ${keepApart}`
    : `The database is in the data folder. Copy ${dataFolder}, while Throughline is stopped. ${keepApart}`;
}

const MEBIBYTE = 1024 * 1024;

async function examineDisk(folder: string): Promise<Check> {
  const disk = await statfs(folder);
  const free = Math.floor((disk.bavail * disk.bsize) / MEBIBYTE);
  const sentence = `${free.toLocaleString('en-GB')} MB are free on the disk that holds it`;
  if (free < 200)
    return { name: 'Disk', state: 'problem', sentence: `${sentence}: too little to go on. Make room.` };
  if (free < 1024)
    return { name: 'Disk', state: 'warning', sentence: `${sentence}. Make room before it fills.` };
  return well('Disk', `${sentence}.`);
}

/** What must be on for an acknowledged save to outlive a power cut (PostgreSQL's manual, "Reliability"). */
async function examineSafety(db: Db): Promise<Check> {
  const needed = ['fsync', 'full_page_writes', 'synchronous_commit'];
  const off: string[] = [];
  for (const name of needed) if ((await setting(db, name)) === 'off') off.push(name);
  if (off.length > 0) {
    const sentence = `The server has ${off.join(' and ')} off, so a power cut can lose what was saved. Turn it on.`;
    return { name: 'Safety', state: 'problem', sentence };
  }
  if ((await setting(db, 'data_checksums')) !== 'on') {
    const sentence =
      'The server keeps no checksums, so a failing disk can go unnoticed. pg_checksums turns them on.';
    return { name: 'Safety', state: 'warning', sentence };
  }
  return well('Safety', 'What is saved outlives a power cut, and a failing disk is noticed.');
}

async function examineMigrations(db: Db, folder: string): Promise<Check> {
  const pending = await pendingMigrations(db, folder);
  if ('message' in pending) return { name: 'Migrations', state: 'problem', sentence: pending.message };
  if (pending.length === 0) return well('Migrations', 'The database is up to date.');
  const sentence = `${pending.length} have not run yet: ${pending.join(', ')}. The next start runs them.`;
  return { name: 'Migrations', state: 'warning', sentence };
}

async function setting(db: Db, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db);
  return rows[0]?.value;
}

function well(name: string, sentence: string): Check {
  return { name, state: 'well', sentence };
}
