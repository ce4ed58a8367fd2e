import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
  mkdirSync(dataFolder, { recursive: true });
  const own = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    // Written whole under a name of its own and then given its name, so that of two processes starting together both
    // read what one wrote, and one that is killed leaves nothing half written.
    writeFileSync(own, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
    linkSync(own, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length < SHORTEST)
    throw new Error(
      `${file} holds no secret. Put it back from a backup, or remove it and a new one is made.`,
    );
  return kept;
}

const SHORTEST = 32;
