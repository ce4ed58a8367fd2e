import { LONGEST_ANSWER } from './child-says.ts';
import { printableFileName } from './file-name.ts';
import { megabytes } from './limits.ts';
import { type GivenFile, refuseSize } from './open-file.ts';
import { tellNotStarted } from './reader-not-started.ts';
import { Refusal } from './refusal.ts';
import { runChild } from './run-child.ts';
import type { UnreadableFile } from './source-document.ts';
import { QUEUE_FULL, takeTurns } from '../take-turns.ts';
import type { Meters, SafetyLimits, Stopped } from './watch-child.ts';

/**
 * What reading one file may cost: 9 seconds of the processor, so that the person has an answer within 10 where the machine has
 * time, a minute by the clock where it has not, and 512 MB.
 */
export const SAFETY_LIMITS: SafetyLimits = {
  processorMilliseconds: 9_000,
  waitMilliseconds: 60_000,
  memoryBytes: 512 * 1024 * 1024,
};

/** Files being read at once by this process; with the limits above, reading never takes more than 1 GB and two cores. */
const AT_ONCE = 2;

/** Files that may wait for their turn; each is held in memory meanwhile, up to 25 MB. */
const MOST_WAITING = 8;

const inTurn = takeTurns(AT_ONCE, MOST_WAITING);

/** What a file is read by: a function that its own file exports under its own name. Job and answer are plain values, as JSON has them. */
export type Work<Job, Answer> = (job: Job, bytes: Uint8Array) => Answer | Promise<Answer>;

export interface ToReadApart<Job, Answer> {
  /** `import.meta.url` of the file that exports `work`. */
  readonly from: string;
  readonly work: Work<Job, Answer>;
  readonly job: Job;
  readonly file: GivenFile;
  /** The largest file, in bytes, where it is not a stranger's own; left out, what one may be at most. */
  readonly mostBytes?: number | undefined;
  /** The sentence that says how to make the file smaller. */
  readonly keepLess: string;
  readonly limits?: SafetyLimits | undefined;
  /** The child's program; null reads in this process. */
  readonly program?: URL | null | undefined;
  readonly meters?: Meters | undefined;
}

export type ReadApart<Answer> = { readonly kind: 'answered'; readonly answer: Answer } | UnreadableFile;

/**
 * Lets a function work on a stranger's file in a process of its own, so that a hostile file can take neither this process nor
 * more time or memory than the limits. Never throws; a file that was stopped comes back as a sentence that says so, and one for
 * which no process could be had as one that says that. The answer
 * is all that comes back, so what the function counts and refuses never reaches this process.
 *
 * Text is read in the child too: starting it costs about a tenth of a second, and a text can be made to take long as well.
 */
export async function readApart<Job, Answer>(to: ToReadApart<Job, Answer>): Promise<ReadApart<Answer>> {
  const name = printableFileName(to.file.fileName);
  try {
    refuseSize(name, to.file.bytes.length, to.mostBytes);
  } catch (error) {
    if (error instanceof Refusal) return error.file;
    throw error;
  }
  const program = to.program === undefined ? childProgram() : to.program;
  const read = await inTurn(() => (program === null ? readHere(to) : readInChild({ ...to, program }, name)));
  return read === QUEUE_FULL
    ? unreadable(
        'server-busy',
        `${name} was not read, because many other files are being read at the moment. Wait a minute, and choose it again.`,
      )
    : read;
}

async function readHere<Job, Answer>(to: ToReadApart<Job, Answer>): Promise<ReadApart<Answer>> {
  return { kind: 'answered', answer: await to.work(to.job, to.file.bytes) };
}

async function readInChild<Job, Answer>(
  to: ToReadApart<Job, Answer> & { readonly program: URL },
  name: string,
): Promise<ReadApart<Answer>> {
  const limits = to.limits ?? SAFETY_LIMITS;
  const ran = await runChild({
    program: to.program,
    args: [to.from, to.work.name],
    job: to.job,
    bytes: to.file.bytes,
    limits,
    meters: to.meters,
  });
  switch (ran.kind) {
    case 'answered':
      return { kind: 'answered', answer: JSON.parse(ran.answer.toString('utf8')) as Answer };
    case 'stopped':
      return unreadable(ran.stopped.why, stoppedInWords(name, ran.stopped, limits, to.keepLess));
    case 'not-started':
      tellNotStarted(ran.code);
      return unreadable(
        'server-busy',
        `${name} was not read, because Throughline could not start the process that reads files. Nothing is known to be wrong with the file. Wait a few minutes, and choose it again; if it happens again, tell whoever runs Throughline.`,
      );
    case 'answer-too-long':
      return unreadable(
        'too-large',
        `${name} has more in it than Throughline takes in at once: ${megabytes(LONGEST_ANSWER)} once it was read. ${to.keepLess}`,
      );
    case 'no-answer':
      return unreadable(
        'damaged',
        `${name} could not be read: the reader stopped without an answer. ${to.keepLess}`,
      );
  }
}

function stoppedInWords(name: string, stopped: Stopped, limits: SafetyLimits, keepLess: string): string {
  switch (stopped.why) {
    case 'took-too-long':
      return `${name} took more than ${seconds(limits.processorMilliseconds)} to read, so reading was stopped. ${keepLess}`;
    case 'too-much-memory':
      return `${name} needed more than ${megabytes(limits.memoryBytes)} of memory to read, so reading was stopped. ${keepLess}`;
    case 'server-busy': {
      const had =
        stopped.got === null
          ? ''
          : `, and in ${seconds(limits.waitMilliseconds)} had ${seconds(stopped.got)} for it`;
      return `${name} was not read, because the server is busy with other work${had}. Nothing is known to be wrong with the file. Wait a few minutes, and choose it again.`;
    }
  }
}

function seconds(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100) / 10;
  return `${tenths} ${tenths === 1 ? 'second' : 'seconds'}`;
}

function unreadable(reason: UnreadableFile['reason'], sentence: string): UnreadableFile {
  return { kind: 'unreadable', reason, sentence };
}

/**
 * The child's program beside this file: compiled where this file is compiled; the source itself where Node runs TypeScript.
 * Where a test runner has loaded this source on a Node that cannot (20), there is none, and the file is read in the same
 * process, bounded by what the readers count. What is installed is always compiled, so nothing that serves people comes here.
 */
function childProgram(): URL | null {
  const fromSource = import.meta.url.endsWith('.ts');
  const nodeRunsTypeScript = 'typescript' in process.features && process.features.typescript !== false;
  if (fromSource && !nodeRunsTypeScript) return null;
  return new URL(`./read-apart-child.${fromSource ? 'ts' : 'js'}`, import.meta.url);
}
