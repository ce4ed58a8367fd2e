import { type Config, readConfig } from '../config.ts';
import { migrate, openDatabase, type OpenedDatabase } from '../platform/db/index.ts';
import { createLog, type Log } from '../platform/log.ts';

/** Ends the command with a sentence on standard error. */
export function fail(...sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

/** The settings, or every problem in them at once. */
export function settings(): Config {
  const read = readConfig(process.env);
  if (read.kind === 'problems')
    fail('These settings cannot be used:', ...read.problems.map((text) => `- ${text}`));
  return read.config;
}

export interface Opened extends OpenedDatabase {
  readonly config: Config;
  readonly log: Log;
}

/** Opens the database and brings it to this version, saying each step on standard error. */
export async function open(config: Config, log: Log = createLog('silent')): Promise<Opened> {
  const onStep = (step: string) => console.error(`  ${step}`);
  const opened = await openDatabase(config, { log, onStep });
  if (opened.kind === 'problem') fail(opened.message);
  const migrated = await migrate(opened.db, config.migrationsFolder, onStep);
  if (migrated.kind === 'problem') {
    await opened.close();
    fail(migrated.message);
  }
  return { ...opened, config, log };
}

/** Opens the database, does the work and closes it whatever happens. */
export async function withDatabase<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const opened = await open(settings());
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
