import { readFileSync, readlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { errorCode } from './error-code.ts';
import { BARE_ENVIRONMENT } from './run-as.ts';

/** Whether a process has this number, though it may have ended without its parent having noticed (a zombie). */
export function answersSignals(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether a process runs, which a zombie no longer does. */
export function isRunning(pid: number): boolean {
  return answersSignals(pid) && !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    // "pid (name) state ...": the name may hold anything, so the state is read after its last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return /^\) [ZX]/.test(stat.slice(stat.lastIndexOf(')')));
  } catch {
    return ask('stat', pid).startsWith('Z');
  }
}

/**
 * Whether a running process is the PostgreSQL server of a data folder, and not some other program that was given the
 * same number after a restart. A server works in its data folder, and names it on its command line.
 */
export function isServerOf(pid: number, dataFolder: string): boolean {
  if (!isRunning(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dataFolder;
  } catch {
    // No /proc (macOS), or somebody else's process. Where the system will not say anything, it is believed.
    const said = ask('args', pid);
    return said === '' || said.includes(dataFolder);
  }
}

/** One fact of a process, as the system's `ps` tells it; empty where it does not. */
function ask(fact: 'stat' | 'args', pid: number): string {
  const args = ['-o', `${fact}=`, '-p', String(pid)];
  return (spawnSync('ps', args, { env: BARE_ENVIRONMENT, encoding: 'utf8' }).stdout ?? '').trim();
}
