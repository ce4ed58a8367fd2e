import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import type { ServerAccount } from './server-account.ts';

/** The number in the socket's name. The folder is one server's alone, so it can always be the usual one. */
export const SOCKET_PORT = 5432;

/**
 * Bytes that a socket's whole path may have: the system keeps it in 108 bytes on Linux and 104 on macOS, the last of
 * them a zero.
 */
const LONGEST_PATH = 103;

/**
 * Makes the private folder for the server's socket: `run` beside its data, or where that path is too long for a
 * socket, one of a short path. Only the server's account and root can enter it.
 *
 * @param place the folder of the server's things, whose path also names the short folder
 * @param shortBases folders of short paths to put it in, for tests
 */
export async function makeSocketFolder(
  place: string,
  account: ServerAccount,
  shortBases: readonly string[] = account.switched ? ['/run', '/tmp'] : [tmpdir(), '/tmp'],
): Promise<string> {
  const beside = join(place, 'run');
  if (fits(beside)) return makeOwn(beside, account);
  const name = `throughline-${createHash('sha256').update(place).digest('hex').slice(0, 12)}`;
  const base = shortBases.find((candidate) => fits(join(candidate, `${name}-XXXXXX`))) ?? '/tmp';
  return makeOwn(join(base, name), account);
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_PATH;
}

async function makeOwn(folder: string, account: ServerAccount): Promise<string> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    const there = await lstat(folder);
    const trusted = there.isDirectory() && (there.uid === account.uid || there.uid === process.getuid?.());
    // In a folder that everyone may write to, anyone could have made this first to listen in: take a fresh one.
    if (!trusted) return give(await mkdtemp(`${folder}-`), account);
  }
  return give(folder, account);
}

async function give(folder: string, account: ServerAccount): Promise<string> {
  if (account.switched) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
  return folder;
}
