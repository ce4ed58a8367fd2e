import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { answersSignals, isServerOf } from './process-state.ts';

/** A running PostgreSQL server, as its own `postmaster.pid` tells. */
export interface RunningServer {
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
  /** Whether it takes connections. It does not yet while it starts or recovers, and no longer while it stops. */
  readonly ready: boolean;
}

/** Reads the server of a data folder; undefined where none runs, whatever an old file says. */
export async function findRunningServer(cluster: string): Promise<RunningServer | undefined> {
  const lines = await readLines(cluster);
  const pid = Number.parseInt(lines?.[0] ?? '', 10);
  if (lines === undefined || Number.isNaN(pid) || !isServerOf(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** One more than the largest number Linux gives a process: nothing ever runs under it. */
const NOBODYS_PID = 4_194_305;

/**
 * Lets a new server start over the file of one that has gone. PostgreSQL does that itself, unless the old number still
 * answers: because the dead process was never collected by its parent, or because the number now belongs to another
 * program. Then the number in the file is changed and the rest left: PostgreSQL still checks by its memory segment that
 * no process of the old server lives, which it could not do if the file were removed.
 *
 * Call only when `findRunningServer` found none, and while holding the lock.
 */
export async function disownDeadServer(cluster: string): Promise<void> {
  const lines = await readLines(cluster);
  if (lines === undefined || !answersSignals(Number.parseInt(lines[0] ?? '', 10))) return;
  await writeFile(join(cluster, 'postmaster.pid'), [String(NOBODYS_PID), ...lines.slice(1)].join('\n'));
}

async function readLines(cluster: string): Promise<string[] | undefined> {
  try {
    return (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
