import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
const GIBIBYTE = 1024 ** 3;

/**
 * Where tests keep databases: in memory where the system has room for files there, since removing the thousand files
 * of a database from a disk can take a second; else in the usual temporary folder.
 */
export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    accessSync(MEMORY, constants.W_OK);
    return bavail * bsize > GIBIBYTE ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
