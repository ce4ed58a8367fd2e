import { readFile } from 'node:fs/promises';

const EVERY_MILLISECONDS = 25;

/**
 * Calls `tooMuch` once when a process holds more memory than it may. The engine's own limit covers only its heap, not the
 * buffers that unpacking fills; Linux tells of the whole. Elsewhere this watches nothing, and the heap limit stands alone.
 * @returns stops watching
 */
export function watchMemory(pid: number | undefined, mostBytes: number, tooMuch: () => void): () => void {
  if (pid === undefined || process.platform !== 'linux') return () => undefined;
  const timer = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      if (bytes <= mostBytes) return;
      clearInterval(timer);
      tooMuch();
    });
  }, EVERY_MILLISECONDS);
  return () => clearInterval(timer);
}

/** Memory that a process holds, in bytes; 0 where it has ended. */
async function residentBytes(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
