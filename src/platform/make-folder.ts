import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Its owner may enter it, and read and write in it. */
const OWNER = 0o700;
/** Everybody may go through it to what lies below, and see nothing of it. */
export const WAY_THROUGH = 0o711;

/**
 * Makes a folder and those above it that are missing. A strict umask (0177, say) would make folders that nobody can enter, their
 * owner included, so what each lets its owner do is said and not left to it. Folders that are there stay as they are.
 * Throws the file system's error where one cannot be made.
 * @param atLeast what each new folder must let people do, as in chmod, whatever the umask
 */
export function makeFolder(folder: string, atLeast = OWNER): void {
  const whole = resolve(folder);
  if (existsSync(whole) && statSync(whole).isDirectory()) return;
  if (dirname(whole) !== whole) makeFolder(dirname(whole), atLeast);
  try {
    mkdirSync(whole);
  } catch (error) {
    // Another process was quicker.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && statSync(whole).isDirectory())
      return;
    throw error;
  }
  // With the bits above the first nine: a folder that hands its group on (setgid) makes folders that do.
  chmodSync(whole, (statSync(whole).mode & 0o7777) | atLeast);
}
