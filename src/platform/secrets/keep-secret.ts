import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

const SHORTEST = 32;

/**
 * A secret of this installation: the one that was set, else one made at the first start and kept in the data folder,
 * readable by its owner alone. Throws the file system's error where the data folder cannot be written, and says so where
 * the file was cut short: nothing is ever protected by a secret that somebody can guess.
 * @param fileName its name in the data folder
 * @returns 64 small hexadecimal letters, or what was set
 */
export function keepSecret(dataFolder: string, fileName: string, set: string | undefined): string {
  if (set !== undefined) return set;
  const file = join(dataFolder, fileName);
  makeFolder(dataFolder);
  writeOnce(file, randomBytes(32).toString('hex'));
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length < SHORTEST)
    throw new Error(
      `${file} holds no secret. Put it back from a backup, or remove it and a new one is made.`,
    );
  return kept;
}

/**
 * Writes a file unless it is there. Whole under another name first, and only then by its own: of two processes that start
 * together both read what one wrote, and one that is killed leaves nothing half written.
 */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  const options = { flag: 'wx', mode: 0o600 } as const;
  writeFileSync(draft, text, options);
  try {
    linkSync(draft, file);
  } catch (error) {
    // Some file systems know no second name: there it is written as it stands.
    if (!isThere(error)) unlessThere(() => writeFileSync(file, text, options));
  } finally {
    rmSync(draft, { force: true });
  }
}

function unlessThere(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!isThere(error)) throw error;
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
