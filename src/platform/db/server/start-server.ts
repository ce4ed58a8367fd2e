import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseProblemError } from '../database-problem.ts';
import { explainServerFailure } from './explain-server-failure.ts';
import type { Binaries } from './find-binaries.ts';
import { disownDeadServer, findRunningServer, type RunningServer } from './postmaster-file.ts';
import { asAccount, BARE_ENVIRONMENT } from './run-as.ts';
import type { ServerPlace } from './server-place.ts';
import { SOCKET_PORT } from './socket-folder.ts';

const LARGEST_LOG = 10 * 1024 * 1024;

/** Milliseconds that a server may take to start. After a crash it first reads back what was not yet in its tables. */
const PATIENCE = 120_000;

/**
 * Starts the server of a place and waits until it takes connections. It runs in a session of its own, so that Ctrl-C
 * in a terminal reaches Throughline, which then stops it in order, and not the server at the same moment; and so that
 * it outlives a Throughline that is killed, to be found again by the next.
 *
 * Call while holding the lock, when no server runs.
 */
export async function startServer(
  binaries: Binaries,
  place: ServerPlace,
  socketFolder: string,
  settings: readonly string[],
): Promise<RunningServer> {
  await disownDeadServer(place.cluster);
  await clearSocket(socketFolder);
  const { handle, size } = await openLog(place);
  const child = spawn(join(binaries.folder, 'postgres'), ['-D', place.cluster, ...settings], {
    ...asAccount(place.account),
    cwd: '/',
    env: BARE_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', handle.fd, handle.fd],
  });
  child.unref();
  let ended = false;
  const end = once(child, 'exit').then(
    () => (ended = true),
    () => (ended = true),
  );
  await handle.close();
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline;) {
    const server = await findRunningServer(place.cluster);
    if (server?.ready === true) return server;
    if (ended)
      throw await explainServerFailure(await readFrom(place.logFile, size), place, 'starting the database');
    await Promise.race([end, wait(10)]);
  }
  throw new DatabaseProblemError(
    'server-stuck',
    `The database in ${place.folder} has been starting for ${PATIENCE / 1000} seconds and goes on. It may be recovering after a crash: wait, then start again. Its log is ${place.logFile}.`,
  );
}

/** Removes the socket of a server that was killed. One that lives in the same folder is not ours, and is left alone. */
async function clearSocket(socketFolder: string): Promise<void> {
  const socket = join(socketFolder, `.s.PGSQL.${SOCKET_PORT}`);
  if (await isAnswering(socket)) {
    const holder = Number.parseInt(await readFile(`${socket}.lock`, 'utf8').catch(() => ''), 10);
    throw new DatabaseProblemError(
      'socket-taken',
      `The socket ${socket} is in use by another program${Number.isNaN(holder) ? '' : `, process ${holder}`}, which is not this database's server. End it, then start again.`,
    );
  }
  await rm(socket, { force: true });
  await rm(`${socket}.lock`, { force: true });
}

/** Asked by connecting: the number of a process in a lock file says little after a restart of the machine. */
function isAnswering(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createConnection(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}

async function openLog(place: ServerPlace) {
  const size = (await stat(place.logFile).catch(() => undefined))?.size ?? 0;
  if (size > LARGEST_LOG) await rename(place.logFile, `${place.logFile}.1`);
  const handle = await open(place.logFile, 'a', 0o600);
  if (place.account.switched) await chown(place.logFile, place.account.uid, place.account.gid);
  return { handle, size: size > LARGEST_LOG ? 0 : size };
}

async function readFrom(file: string, start: number): Promise<string> {
  return (await readFile(file)).subarray(start).toString();
}
