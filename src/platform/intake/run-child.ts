import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Readable, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Framed, frame } from './child-frame.ts';
import { ANSWER_TOO_LONG, LONGEST_ANSWER, READY } from './child-says.ts';
import { type Meters, type SafetyLimits, type Stopped, watchChild } from './watch-child.ts';

const MEGABYTE = 1024 * 1024;

/** More than this, in bytes, no child of ours says: it holds its answer to `LONGEST_ANSWER` itself. */
const MOST_HELD = LONGEST_ANSWER + MEGABYTE;

/** How a child ended. */
export type RunChild =
  | { readonly kind: 'answered'; readonly answer: Buffer }
  | { readonly kind: 'stopped'; readonly stopped: Stopped }
  /** It never began on the file, which has nothing to do with it; the system's word for why. */
  | { readonly kind: 'not-started'; readonly code: string }
  /** There was an answer, longer than this process takes. */
  | { readonly kind: 'answer-too-long' }
  | { readonly kind: 'no-answer' };

export interface ChildToRun extends Framed {
  /** The compiled program of the child. */
  readonly program: URL;
  /** What the program is told on its command line. */
  readonly args: readonly string[];
  readonly limits: SafetyLimits;
  readonly meters?: Meters | undefined;
}

/**
 * Works on a file in a process of its own, which is stopped when it takes too long or too much memory. The process gets an
 * empty environment, may not write files, start programs, or load native code, and keeps nothing: the file reaches it
 * through a pipe. Never throws.
 */
export async function runChild({ program, args, limits, meters, ...framed }: ChildToRun): Promise<RunChild> {
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(process.execPath, [...flags(limits), fileURLToPath(program), ...args], {
        env: {},
        cwd: tmpdir(),
        stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
        windowsHide: true,
      });
    } catch (error) {
      resolve({ kind: 'not-started', code: codeOf(error) });
      return;
    }
    let stopWatching = (): void => undefined;
    // However this process ends, but by a kill that lets it do nothing more, no child works on for nobody.
    const kill = (): void => void child.kill('SIGKILL');
    const settle = (how: RunChild): void => {
      process.off('exit', kill);
      stopWatching();
      resolve(how);
    };
    // Before all else: where there is no process to be had, this comes at once, and nobody listening would end the server.
    child.on('error', (error) => {
      // Of one that runs, its ending tells.
      if (child.pid === undefined) settle({ kind: 'not-started', code: codeOf(error) });
    });
    const [input, , , answer] = child.stdio ?? [];
    // Without a file to be had for a pipe there are none.
    if (child.pid === undefined || !input || !answer) return;

    let ended: Stopped | undefined;
    const stop = (why: Stopped): void => {
      ended ??= why;
      kill();
    };
    process.once('exit', kill);
    stopWatching = watchChild(child.pid, limits, stop, meters);
    const chunks: Buffer[] = [];
    let length = 0;
    answer.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MOST_HELD) stop({ why: 'too-much-memory' });
      else chunks.push(chunk);
    });
    // How it died is told by its ending.
    answer.on('error', () => undefined);
    child.on('close', (code, signal) => settle(outcome(ended, code, signal, Buffer.concat(chunks))));
    giveFile(input, framed);
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

function giveFile(input: Writable, framed: Framed): void {
  // A child that dies while it is given the file breaks the pipe; how it died is told by its ending.
  input.on('error', () => undefined);
  // A piece at a time, as the child takes it: the rest of this process's work goes on in between.
  Readable.from(pieces(framed)).pipe(input);
}

const PIECE = 256 * 1024;

function* pieces(framed: Framed): Generator<Uint8Array> {
  for (const part of frame(framed))
    for (let at = 0; at < part.length; at += PIECE) yield part.subarray(at, at + PIECE);
}

function flags(limits: SafetyLimits): string[] {
  const heap = Math.floor((limits.memoryBytes / MEGABYTE) * 0.75);
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  return ['--no-warnings', `--max-old-space-size=${heap}`, permission, '--allow-fs-read=*'];
}

function outcome(
  ended: Stopped | undefined,
  code: number | null,
  signal: NodeJS.Signals | null,
  said: Buffer,
): RunChild {
  if (ended !== undefined) return { kind: 'stopped', stopped: ended };
  if (said.length === 0) return { kind: 'not-started', code: 'not-loaded' };
  if (code === ANSWER_TOO_LONG) return { kind: 'answer-too-long' };
  const answer = said.subarray(READY.length);
  if (code === 0 && answer.length > 0) return { kind: 'answered', answer };
  // The engine ends itself with "abort" when its heap is full.
  if (signal === 'SIGABRT' || code === 134) return { kind: 'stopped', stopped: { why: 'too-much-memory' } };
  return { kind: 'no-answer' };
}
