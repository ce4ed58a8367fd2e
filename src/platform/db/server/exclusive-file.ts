import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseProblemError } from '../database-problem.ts';
import { errorCode } from './error-code.ts';
import { isRunning } from './process-state.ts';

/** What this process holds or waits to hold: a file left by an earlier process with our number is not among it. */
const ours = new Set<string>();

/**
 * Runs something while holding a lock file, so that of several Throughline processes one at a time creates, starts or
 * stops the server. A file whose process has ended is taken over.
 *
 * @param patience milliseconds to wait for another holder
 * @throws DatabaseProblemError where another process still holds it after that; or the file system's error
 */
export async function whileHolding<Result>(
  file: string,
  patience: number,
  act: () => Promise<Result>,
): Promise<Result> {
  const token = `${process.pid} ${randomUUID()}`;
  const deadline = Date.now() + patience;
  ours.add(token);
  try {
    while (!(await take(file, token))) {
      if (Date.now() > deadline) throw await stillHeld(file, patience);
      await wait(50);
    }
    try {
      return await act();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    ours.delete(token);
  }
}

async function stillHeld(file: string, patience: number): Promise<DatabaseProblemError> {
  const pid = (await readIfThere(file))?.split(' ')[0] ?? '(unknown)';
  return new DatabaseProblemError(
    'server-stuck',
    `Another Throughline process (${pid}) has been starting or stopping the database for ${Math.round(patience / 1000)} seconds. End it if it hangs, then start again.`,
  );
}

/** Made whole beside and then linked into place, so that nobody ever reads half a file, nor finds one after a full disk. */
async function take(file: string, token: string): Promise<boolean> {
  const own = `${file}.${token.replace(' ', '.')}`;
  try {
    await writeFile(own, token);
    await link(own, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    await removeIfAbandoned(file);
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Two waiting processes may both see that the holder has gone. Only the one that makes the folder beside the file may
 * remove it, and looks again first, so that neither removes what the other has just taken.
 */
async function removeIfAbandoned(file: string): Promise<void> {
  if (!isAbandoned(await readIfThere(file))) return;
  const turn = `${file}.turn`;
  try {
    await mkdir(turn);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    // Held for a moment only; one this old was left by a process that was killed within that moment.
    const age = Date.now() - ((await stat(turn).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > 10_000) await rmdir(turn).catch(() => undefined);
    return;
  }
  if (isAbandoned(await readIfThere(file))) await rm(file, { force: true });
  await rmdir(turn);
}

function isAbandoned(content: string | undefined): boolean {
  if (content === undefined) return false;
  const pid = Number.parseInt(content, 10);
  return pid === process.pid ? !ours.has(content) : !isRunning(pid);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
