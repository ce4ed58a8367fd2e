import { spawn } from 'node:child_process';

export interface RunResult {
  /** Exit status, or undefined where the program could not be started or was ended by a signal. */
  readonly status: number | undefined;
  /** Standard output and standard error together. */
  readonly output: string;
}

/**
 * What a program of ours is told of its surroundings, and no more: English messages, since failures are recognised by
 * their words, and the usual places of the system's own tools.
 */
export const BARE_ENVIRONMENT = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  LANG: 'C',
  TZ: 'UTC',
};

/** The options that make a program run as another account; empty for one's own. */
export function asAccount(account?: { uid: number; gid: number; switched: boolean }) {
  return account?.switched === true ? { uid: account.uid, gid: account.gid } : {};
}

/** Runs a program to its end and gathers what it said. A program that cannot be started has no status; never throws. */
export function run(
  program: string,
  args: readonly string[],
  account?: { uid: number; gid: number; switched: boolean },
): Promise<RunResult> {
  return new Promise((resolve) => {
    // From the root folder, because the folder we are in may be closed to the other account.
    const options = { cwd: '/', env: BARE_ENVIRONMENT, ...asAccount(account) };
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const gather = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => resolve({ status: undefined, output: output + error.message }));
    child.on('close', (status) => resolve({ status: status ?? undefined, output }));
  });
}
