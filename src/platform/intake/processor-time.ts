import { readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second for whoever asks, whatever its own clock does (proc(5)). */
const MILLISECONDS_A_TICK = 10;

/**
 * Processor time that a process has used so far, all its threads together, in milliseconds. It stands still while the process
 * waits for its turn, so it says what the work costs and not how busy the machine is.
 * Read in place: the system answers out of memory, in less time than asking another thread takes.
 * @returns null where nobody tells: on other systems than Linux, or once the process has ended
 */
export function processorTime(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything, so fields are counted from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK;
  } catch {
    return null;
  }
}
