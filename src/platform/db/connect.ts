import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type ClientConfig } from 'pg';
import { READER_SETTING, type RowReader } from './act-as.ts';
import { columnValues } from './column-values.ts';
import type { Db, Tables } from './tables.ts';

/** Where a database is: a URL, or a socket of the server that Throughline runs. */
export type Address =
  | { readonly url: string }
  | {
      readonly socketFolder: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
    };

export interface PoolSettings {
  /** Connections at most. Below the managed server's 60, so that a second process and a person with psql fit in. */
  readonly most?: number;
  /** Milliseconds after which the server gives up on one statement. */
  readonly statementTimeout?: number;
  /** Shown by PostgreSQL's own tools beside each connection. */
  readonly applicationName?: string;
  /** For whom restricted rows are judged where nobody says otherwise; `system` when left out. */
  readonly reader?: Extract<RowReader, 'system' | 'nobody'>;
  /** Told of a connection that broke while nobody was using it. */
  readonly onIdleError?: (error: Error) => void;
}

/** Times are UTC and days are ISO whatever the server's own settings, so that text from it reads the same anywhere. */
const SESSION = '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601';

const SECOND = 1000;

/** What the driver needs to reach an address. */
export function clientConfig(address: Address): ClientConfig {
  const place =
    'url' in address
      ? { connectionString: address.url }
      : { host: address.socketFolder, port: address.port, user: address.user, database: address.database };
  return { ...place, types: columnValues, options: SESSION, connectionTimeoutMillis: 10 * SECOND };
}

/**
 * Opens a pool of connections behind Kysely. Nothing is sent until the first query; `db.destroy()` closes it.
 */
export function connect(address: Address, settings: PoolSettings = {}): Db {
  const pool = new Pool({
    ...clientConfig(address),
    options: `${SESSION} -c ${READER_SETTING}=${settings.reader ?? 'system'}`,
    max: settings.most ?? 10,
    statement_timeout: settings.statementTimeout ?? 30 * SECOND,
    idle_in_transaction_session_timeout: 60 * SECOND,
    idleTimeoutMillis: 60 * SECOND,
    application_name: settings.applicationName ?? 'throughline',
  });
  // Without a listener a server that stops would end the process; the pool itself makes a new connection when asked.
  pool.on('error', (error) => settings.onIdleError?.(error));
  // The same for one that is lent out and cut off between two statements: the next statement says so to whoever has it.
  pool.on('connect', (client) => client.on('error', (error) => settings.onIdleError?.(error)));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
