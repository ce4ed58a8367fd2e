import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a data folder keeps its checkpoints. */
export function checkpointFile(folder: string): string {
  return join(folder, 'audit-checkpoints.txt');
}

/** The longest line there can be, and more: what is read of the file's end to find its last line. */
const TAIL = 1024;

/**
 * The last whole line; undefined where there is none. A line that was cut off by a machine that stopped is removed, so
 * that the next one begins on a line of its own.
 */
export async function lastLine(file: string): Promise<string | undefined> {
  let handle;
  try {
    handle = await open(file, 'r+');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL), 0, TAIL, start);
    const tail = buffer.subarray(0, bytesRead);
    const end = tail.lastIndexOf('\n');
    if (end + 1 < bytesRead) await handle.truncate(start + end + 1);
    const text = tail.subarray(0, Math.max(end, 0)).toString('utf8');
    return text === '' ? undefined : text.slice(text.lastIndexOf('\n') + 1);
  } finally {
    await handle.close();
  }
}

/** Adds a line and waits until the disk has it. */
export async function appendLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o644);
  try {
    await handle.appendFile(`${line}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
