import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { type Readable, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { frame } from './child-frame.ts';
import { printableFileName } from './file-name.ts';
import { watchMemory } from './memory-watch.ts';
import type { GivenFile } from './open-file.ts';
import type { OpenedFile, UnreadableFile } from './source-document.ts';

/** What reading one file may cost before it is stopped. */
export interface SafetyLimits {
  readonly milliseconds: number;
  /** Memory of the whole child process, in bytes. */
  readonly memoryBytes: number;
}

const MEGABYTE = 1024 * 1024;

/** An answer longer than this, in bytes, was not made by our own reader, which stops at 10 million characters. */
const LONGEST_ANSWER = 128 * MEGABYTE;

type Ending = 'answered' | 'took-too-long' | 'too-much-memory' | 'answered-too-much';

/**
 * Reads a file in a process of its own, which is stopped when it takes too long or too much memory. The process gets an empty
 * environment, may not write files, start programs, or load native code, and keeps nothing: the file reaches it through a pipe.
 * @param entry the compiled program of the child
 */
export async function openFileInChild(
  file: GivenFile,
  limits: SafetyLimits,
  entry: URL,
): Promise<OpenedFile> {
  const name = printableFileName(file.fileName);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...flags(limits), fileURLToPath(entry)], {
      env: {},
      cwd: tmpdir(),
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let ending: Ending = 'answered';
    const stop = (why: Ending): void => {
      if (ending === 'answered') ending = why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('took-too-long'), limits.milliseconds);
    const stopWatching = watchMemory(child.pid, limits.memoryBytes, () => stop('too-much-memory'));

    const chunks: Buffer[] = [];
    let length = 0;
    const answer = child.stdio[3] as Readable;
    answer.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LONGEST_ANSWER) stop('answered-too-much');
      else chunks.push(chunk);
    });

    const settle = (code: number | null, signal: NodeJS.Signals | null): void => {
      clearTimeout(timer);
      stopWatching();
      resolve(outcome(name, ending, code, signal, Buffer.concat(chunks), limits));
    };
    child.on('close', settle);
    // Could not be started at all: no answer will come.
    child.on('error', () => settle(null, null));
    giveFile(child.stdin as Writable, file);
  });
}

function giveFile(input: Writable, file: GivenFile): void {
  // A child that dies while it is given the file breaks the pipe; how it died is told by its ending.
  input.on('error', () => undefined);
  for (const part of frame(file)) input.write(part);
  input.end();
}

function flags(limits: SafetyLimits): string[] {
  const heap = Math.floor((limits.memoryBytes / MEGABYTE) * 0.75);
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  return ['--no-warnings', `--max-old-space-size=${heap}`, permission, '--allow-fs-read=*'];
}

function outcome(
  name: string,
  ending: Ending,
  code: number | null,
  signal: NodeJS.Signals | null,
  answer: Buffer,
  limits: SafetyLimits,
): OpenedFile {
  if (ending === 'answered' && code === 0 && answer.length > 0) {
    return JSON.parse(answer.toString('utf8')) as OpenedFile;
  }
  if (ending === 'took-too-long') {
    const seconds = Math.round(limits.milliseconds / 100) / 10;
    return unreadable(
      'took-too-long',
      `${name} took more than ${seconds} seconds to read, so reading was stopped.`,
    );
  }
  // The engine ends itself with "abort" when its heap is full.
  if (
    ending === 'too-much-memory' ||
    ending === 'answered-too-much' ||
    signal === 'SIGABRT' ||
    code === 134
  ) {
    const megabytes = Math.round(limits.memoryBytes / MEGABYTE);
    return unreadable(
      'too-much-memory',
      `${name} needed more than ${megabytes} MB of memory to read, so reading was stopped.`,
    );
  }
  return unreadable('damaged', `${name} could not be read: the reader stopped without an answer.`);
}

function unreadable(reason: UnreadableFile['reason'], whatHappened: string): UnreadableFile {
  const whatToDo = 'Keep only the pages or the sheet with the plan, save that as a new file, and try again.';
  return { kind: 'unreadable', reason, sentence: `${whatHappened} ${whatToDo}` };
}
