import { readFileSync } from 'node:fs';

/** Memory that a process holds, in bytes; 0 where it has ended, or on other systems than Linux. */
export function residentBytes(pid: number): number {
  if (process.platform !== 'linux') return 0;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
