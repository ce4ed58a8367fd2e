import { describe, expect, it } from 'vitest';
import { PATIENCE } from '../../../../test/support/patience.ts';
import { type ReadingLimits, readingLimits, readPlanApart } from './read-plan-apart.port.ts';

const document = { fileName: 'plan.txt', format: 'txt', blocks: [], remarks: [] } as const;
const limits: ReadingLimits = { milliseconds: PATIENCE, megabytes: 64 };

/** A program for the thread, as the compiled one would be. */
const program = (source: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads';${source}`)}`,
  );

describe('reading a plan in a thread of its own', () => {
  it('gives the thread the document and the columns, and takes what it says', async () => {
    const read = await readPlanApart(
      { document, columns: { Who: 'lead' } },
      limits,
      program('parentPort.postMessage([workerData.document.fileName, workerData.columns]);'),
    );
    expect(read).toEqual({ kind: 'read', reading: ['plan.txt', { Who: 'lead' }] });
  });

  it.each([
    [
      'never ends',
      'for (;;);',
      { milliseconds: 200, megabytes: 64 },
      'plan.txt took more than 0.2 seconds to make sense of.',
    ],
    [
      'wants all the memory there is',
      'const kept = []; for (;;) kept.push(new Array(100_000).fill(kept.length));',
      { milliseconds: PATIENCE, megabytes: 32 },
      'plan.txt needed more than 32 MB of memory to make sense of.',
    ],
    ['fails', "throw new Error('a bug');", limits, 'plan.txt could not be made sense of'],
    ['ends without a word', 'process.exit(0);', limits, 'plan.txt could not be made sense of'],
  ])('that %s is told of in a sentence', async (_name, source, given, sentence) => {
    const read = await readPlanApart({ document, columns: {} }, given, program(source));
    expect(read).toMatchObject({ kind: 'unreadable' });
    expect(read.kind === 'unreadable' ? read.sentence : '').toContain(sentence);
    expect(read.kind === 'unreadable' ? read.sentence : '').toContain('save that as a new file');
  });

  it('may take what opening the file has left of ten seconds, and never less than three', () => {
    expect([0, 2_000, 8_000, 60_000].map((spent) => readingLimits(spent).milliseconds)).toEqual([
      9_000, 7_000, 3_000, 3_000,
    ]);
  });

  it('keeps this thread free meanwhile', async () => {
    // Turns of this thread's own, for as long as the other one is at work: none would come if it held this one up.
    let answered = 0;
    let isReading = true;
    const answer = () => {
      answered += 1;
      if (isReading) setImmediate(answer);
    };
    setImmediate(answer);
    await readPlanApart(
      { document, columns: {} },
      { milliseconds: 500, megabytes: 64 },
      program('for (;;);'),
    );
    isReading = false;
    expect(answered).toBeGreaterThan(10);
  });

  it('reads in this thread where no program can be run', async () => {
    const read = await readPlanApart({ document, columns: {} }, limits, undefined);
    expect(read).toMatchObject({ kind: 'read', reading: { priorities: [] } });
  });
});
