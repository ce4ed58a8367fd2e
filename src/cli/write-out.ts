import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail } from './open.ts';

/**
 * What --out asks for, by its ending. Ends the command where it is none of those it can be.
 * @param endings without a dot, the first as the example
 */
export function endingOf<Ending extends string>(
  out: string,
  endings: readonly [Ending, ...Ending[]],
): Ending {
  const ending = path.extname(out).slice(1).toLowerCase();
  return (
    endings.find((known) => known === ending) ??
    fail(`--out must end in ${endings.map((known) => `.${known}`).join(' or ')}: ${out} does not.`)
  );
}

/** Writes a file, over one of the same name. Ends the command with a sentence where it cannot. */
export async function writeOut(out: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await writeFile(out, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT')
      fail(`${out} cannot be written: there is no folder ${path.dirname(out)}. Make it first.`);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      fail(`${out} cannot be written: you may not write there. Choose another folder.`);
    if (code === 'EISDIR') fail(`${out} is a folder. Name a file in it.`);
    if (code === 'ENOSPC') fail(`${out} cannot be written: the disk is full. Make room, then try again.`);
    throw error;
  }
}
