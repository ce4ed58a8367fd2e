import { chmod, rename, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { clientConfig, type Address } from '../connect.ts';
import { DatabaseProblemError } from '../database-problem.ts';
import { createCluster, readClusterMajor } from './create-cluster.ts';
import { errorCode } from './error-code.ts';
import { findBinaries, type BinarySources } from './find-binaries.ts';
import { findRunningServer, type RunningServer } from './postmaster-file.ts';
import { DATABASE, ROLE_ADMINISTRATOR, ROLE_APPLICATION } from './server-names.ts';
import type { ServerPlace } from './server-place.ts';
import { writeServerSettings } from './server-settings.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { startServer } from './start-server.ts';

export type SocketAddress = Extract<Address, { socketFolder: string }>;

export interface EnsureOptions {
  readonly sources: BinarySources;
  readonly onStep: (step: string) => void;
  /** Further server settings, such as fsync=off for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Sees to it that the server of a place runs and has the application's role and database: goes on with the one that
 * runs (of another Throughline process, or left by one that was killed), else starts it, else creates it first.
 *
 * Call while holding the place's lock.
 */
export async function ensureServer(place: ServerPlace, options: EnsureOptions): Promise<SocketAddress> {
  const running = await waitUntilSettled(place, options.onStep);
  const server = running ?? (await createOrStart(place, options));
  const address = at(server, ROLE_APPLICATION, DATABASE);
  if (!(await exists(address))) await createRoleAndDatabase(server);
  await writeConnectionFile(place, server);
  return address;
}

/** Milliseconds to wait for a server that another process has begun to start or to stop. */
const PATIENCE = 60_000;

/** A server that is found starting or stopping is left to finish that first. */
async function waitUntilSettled(
  place: ServerPlace,
  onStep: (step: string) => void,
): Promise<RunningServer | undefined> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await wait(50)) {
    const server = await findRunningServer(place.cluster);
    if (server === undefined) return undefined;
    if (server.ready) {
      onStep('Using the database server that is already running');
      return server;
    }
  }
  throw new DatabaseProblemError(
    'server-stuck',
    `The database server in ${place.folder} has been starting or stopping for ${PATIENCE / 1000} seconds. Its log is ${place.logFile}. End it if it hangs, then start again.`,
  );
}

async function createOrStart(place: ServerPlace, options: EnsureOptions): Promise<RunningServer> {
  const { sources, onStep } = options;
  const major = await readClusterMajor(place.cluster);
  const binaries = await findBinaries(sources, place, major, onStep);
  const where = `${place.folder}${place.elsewhere ? `, where the account ${place.account.name} can reach it` : ''}`;
  if (major === undefined) {
    onStep(`Creating the database in ${where} (PostgreSQL ${binaries.version}, at the first start only)`);
    await createCluster(binaries, place);
  }
  const socketFolder = await makeSocketFolder(place.folder, place.account);
  const settings = await writeServerSettings(place, socketFolder, options.settings);
  onStep(`Starting the database in ${where}`);
  return startServer(binaries, place, socketFolder, settings);
}

function at(server: RunningServer, user: string, database: string): SocketAddress {
  return { socketFolder: server.socketFolder, port: server.port, user, database };
}

/** Connects once to see. 28000 is a role that does not exist, 3D000 a database that does not. */
async function exists(address: Address): Promise<boolean> {
  const client = new Client(clientConfig(address));
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (['28000', '3D000'].includes(errorCode(error) ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

async function createRoleAndDatabase(server: RunningServer): Promise<void> {
  const client = new Client(clientConfig(at(server, ROLE_ADMINISTRATOR, 'postgres')));
  await client.connect();
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [ROLE_APPLICATION]);
    // It may make no roles: before PostgreSQL 16 that would be a way to become anybody on the server.
    if (role.rowCount === 0) await client.query(`create role ${ROLE_APPLICATION} login`);
    const database = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`create database ${DATABASE} owner ${ROLE_APPLICATION}`);
  } finally {
    await client.end();
  }
}

/** For people (`psql -h`), for the command line, and so that the place is found again where it lies elsewhere. */
async function writeConnectionFile(place: ServerPlace, server: RunningServer): Promise<void> {
  const details = {
    dataFolder: place.dataFolder,
    place: place.folder,
    socketFolder: server.socketFolder,
    port: server.port,
    user: ROLE_APPLICATION,
    database: DATABASE,
    serverProcess: server.pid,
    serverAccount: place.account.name,
  };
  const making = `${place.connectionFile}.${process.pid}`;
  await writeFile(making, `${JSON.stringify(details, null, 2)}\n`);
  await chmod(making, 0o644);
  await rename(making, place.connectionFile);
}
