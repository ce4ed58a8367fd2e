import { Worker } from 'node:worker_threads';
import type { SourceDocument } from '../../../platform/intake/source-document.ts';
import { QUEUE_FULL, takeTurns } from '../../../platform/take-turns.ts';
import type { ColumnRole, PlanReading } from '../../improvement/index.ts';
import { readPlan } from './read-plan.rule.ts';

/** A document, and what its columns hold where a person said so. */
export interface PlanToRead {
  readonly document: SourceDocument;
  readonly columns: Readonly<Record<string, ColumnRole>>;
}

export type ReadPlanApart =
  | { readonly kind: 'read'; readonly reading: PlanReading }
  /** What happened, where, and what to do. */
  | { readonly kind: 'unreadable'; readonly sentence: string };

/** What making sense of one document may cost. */
export interface ReadingLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** A person has an answer within 10 seconds. Kent's plan takes a tenth of one, a plan a hundred times its size some 5. */
const ANSWER_WITHIN = 9_000;
/** What a document is given even where opening its file took long. */
const AT_LEAST = 3_000;

/**
 * What is left for making sense of a document.
 *
 * @param spent milliseconds that opening its file took
 */
export function readingLimits(spent: number): ReadingLimits {
  return { milliseconds: Math.round(Math.max(AT_LEAST, ANSWER_WITHIN - spent)), megabytes: 512 };
}

const inTurn = takeTurns(2, 8);

/**
 * Reads the plan in a document in a thread of its own, so that a long or a hostile one keeps nobody else waiting. Never
 * throws; a document that was stopped comes back as a sentence that says so.
 *
 * @param entry the thread's program; undefined reads in this thread, where a test runner has loaded this source on a Node
 *   that cannot run TypeScript (20). What is installed is always compiled.
 */
export async function readPlanApart(
  plan: PlanToRead,
  limits: ReadingLimits = readingLimits(0),
  entry: URL | undefined = workerEntry(),
): Promise<ReadPlanApart> {
  if (entry === undefined)
    return { kind: 'read', reading: readPlan(plan.document, { columns: plan.columns }) };
  const begun = performance.now();
  const read = await inTurn(() => readInThread(plan, whatIsLeft(limits, performance.now() - begun), entry));
  return read === QUEUE_FULL
    ? unreadable(plan, 'was not read, because many other files are being read. Wait a minute, and try again.')
    : read;
}

/** Waiting for a turn is waiting too, but whoever has it is given time to read most plans. */
function whatIsLeft(limits: ReadingLimits, waited: number): ReadingLimits {
  const atLeast = Math.min(AT_LEAST, limits.milliseconds);
  return { ...limits, milliseconds: Math.round(Math.max(atLeast, limits.milliseconds - waited)) };
}

function readInThread(plan: PlanToRead, limits: ReadingLimits, entry: URL): Promise<ReadPlanApart> {
  return new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: plan,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    const settle = (read: ReadPlanApart): void => {
      clearTimeout(timer);
      resolve(read);
      void worker.terminate();
    };
    const timer = setTimeout(
      () =>
        settle(
          unreadable(
            plan,
            `took more than ${(limits.milliseconds / 1000).toFixed(1)} seconds to make sense of. ${KEEP_LESS}`,
          ),
        ),
      limits.milliseconds,
    );
    worker.once('message', (reading: PlanReading) => settle({ kind: 'read', reading }));
    worker.once('error', (error: Error & { code?: string }) =>
      settle(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? unreadable(
              plan,
              `needed more than ${limits.megabytes} MB of memory to make sense of. ${KEEP_LESS}`,
            )
          : unreadable(plan, `could not be made sense of: reading it stopped half way. ${KEEP_LESS}`),
      ),
    );
    worker.once('exit', () =>
      settle(unreadable(plan, `could not be made sense of: reading it stopped half way. ${KEEP_LESS}`)),
    );
  });
}

const KEEP_LESS = 'Keep only the pages or the sheet with the plan, save that as a new file, and try again.';

function unreadable({ document }: PlanToRead, whatHappened: string): ReadPlanApart {
  return { kind: 'unreadable', sentence: `${document.fileName} ${whatHappened}` };
}

/** The thread's program beside this file: compiled where this file is compiled, the source where Node runs TypeScript. */
function workerEntry(): URL | undefined {
  const fromSource = import.meta.url.endsWith('.ts');
  const nodeRunsTypeScript = 'typescript' in process.features && process.features.typescript !== false;
  if (fromSource && !nodeRunsTypeScript) return undefined;
  return new URL(`./read-plan-worker.port.${fromSource ? 'ts' : 'js'}`, import.meta.url);
}
