import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts what its programs took in hundredths of a second. */
const TICKS_IN_A_SECOND = 100;

/**
 * Seconds of processor time that this process and every program under it took so far. Where the system does not tell of
 * other programs, that of this process alone.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000 + ofProgram(process.pid, { isOwn: true });
}

/** The same of another program and every program under it; 0 where the system does not tell. */
export function processorTimeOf(pid: number): number {
  return ofProgram(pid);
}

function ofProgram(pid: number, { isOwn = false } = {}): number {
  try {
    // After the name, which may hold anything: state, ... then user, system, and the same of children that ended.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    const here = endedUser + endedSystem + (isOwn ? 0 : user + system);
    return childrenOf(pid).reduce((sum, child) => sum + ofProgram(child), here / TICKS_IN_A_SECOND);
  } catch {
    // It ended meanwhile, or the system has no such files.
    return 0;
  }
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}
