import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import path from 'node:path';

/** The environment a program is measured in: as it is set up for people, with nothing of this machine's settings. */
function environment(dataFolder: string): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    PATH,
    ...(HOME === undefined ? {} : { HOME }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    NODE_ENV: 'production',
    THROUGHLINE_DATA: dataFolder,
    PORT: '0',
  };
}

/** Runs `throughline` to its end, and says how many milliseconds it took and how many bytes it printed. */
export async function runThroughline(
  root: string,
  dataFolder: string,
  args: readonly string[],
): Promise<{ milliseconds: number; printed: number }> {
  return timed([path.join(root, 'bin', 'throughline.mjs'), ...args], root, dataFolder);
}

/** Starts Node and ends it at once: what any program in Node takes. */
export async function runNothing(root: string, dataFolder: string): Promise<number> {
  return (await timed(['-e', '0'], root, dataFolder)).milliseconds;
}

async function timed(
  args: readonly string[],
  root: string,
  dataFolder: string,
): Promise<{ milliseconds: number; printed: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: environment(dataFolder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = 0;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.length));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${said}`);
  return { milliseconds: performance.now() - started, printed };
}

export interface Serving {
  readonly address: string;
  /** From starting the process until it answered that it is ready, in milliseconds. */
  readonly milliseconds: number;
  readonly stop: () => Promise<void>;
}

/** Starts `throughline serve`, and waits until it says that it is ready and /readyz agrees. */
export async function serve(root: string, dataFolder: string, args: readonly string[]): Promise<Serving> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'bin', 'throughline.mjs'), 'serve', ...args], {
    cwd: root,
    env: { ...environment(dataFolder), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  for await (const line of createInterface({ input: child.stderr })) {
    said += `${line}\n`;
    const address = /Throughline is at (http:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    const ready = await fetch(`${address}/readyz`);
    if (!ready.ok) throw new Error(`${address}/readyz answered ${ready.status}`);
    return { address, milliseconds: performance.now() - started, stop: () => stop(child) };
  }
  throw new Error(`throughline serve did not start:\n${said}`);
}

/** Starts one of the benchmark's own programs, which answers over the channel between the processes. */
export function startProgram(
  program: string,
  args: readonly string[],
  dataFolder: string,
  flags: readonly string[] = [],
): ChildProcess {
  return fork(new URL(`./${program}.js`, import.meta.url), [...args], {
    env: environment(dataFolder),
    execArgv: [...flags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** The next message of a program. Throws where it ends without one. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`A program ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

/** Asks a program to end, and waits until it has. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
