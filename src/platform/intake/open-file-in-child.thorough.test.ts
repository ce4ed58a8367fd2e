import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../../test/support/patience.ts';
import { openFile } from './open-file.ts';
import { openFileInChild } from './open-file-in-child.ts';
import { SAFETY_LIMITS } from './open-file-safely.ts';
import type { OpenedFile } from './source-document.ts';
import { compileChild } from './testing/compiled-child.ts';
import { makeDocx, wordParagraph } from './testing/office-files.ts';
import { planAsDocx, planAsPdf, planAsText, planAsXlsx } from './testing/plan-files.ts';
import { SAYS_WHAT_TO_DO } from './testing/refused-files.ts';

let child: Awaited<ReturnType<typeof compileChild>>;
beforeAll(async () => {
  child = await compileChild();
});
afterAll(async () => {
  await child.remove();
});

function refusal(opened: OpenedFile): { reason: string; sentence: string } {
  return opened.kind === 'unreadable' ? opened : { reason: 'none', sentence: '' };
}

/** 13 MB of XML in 1.5 MB of file: inside every limit of size, and more than can be held as a tree in 200 MB. */
function manyParagraphs(): Buffer {
  return makeDocx(Array.from({ length: 300_000 }, (_, index) => wordParagraph(String(index))).join(''));
}

describe('reading in a child process', () => {
  it.each([
    { fileName: 'plan.txt', make: () => Buffer.from(planAsText()) },
    { fileName: 'plan “é” \n.docx', make: () => planAsDocx() },
    { fileName: 'plan.xlsx', make: () => planAsXlsx() },
    { fileName: 'plan.pdf', make: () => planAsPdf(true) },
    { fileName: 'empty.pdf', make: () => Buffer.from('%PDF-1.7') },
  ])('$fileName gets the same answer as in this process', async ({ fileName, make }) => {
    const file = { fileName, bytes: await make() };
    expect(await openFileInChild(file, SAFETY_LIMITS, child.entry)).toEqual(await openFile(file));
  });

  it('takes a file of 20 MB through the pipe', async () => {
    const line = `${'word '.repeat(400)}\n`;
    const bytes = Buffer.from(line.repeat(4_900));
    const opened = await openFileInChild({ fileName: 'long.txt', bytes }, SAFETY_LIMITS, child.entry);
    expect(opened.kind).toBe('opened');
  });

  it('stops a file that takes too long', async () => {
    const opened = await openFileInChild(
      { fileName: 'plan.docx', bytes: manyParagraphs() },
      { ...SAFETY_LIMITS, milliseconds: 250 },
      child.entry,
    );
    expect(refusal(opened).reason).toBe('took-too-long');
    expect(refusal(opened).sentence).toContain(
      'plan.docx took more than 0.3 seconds to read, so reading was stopped.',
    );
    expect(refusal(opened).sentence).toMatch(SAYS_WHAT_TO_DO);
  });

  it('stops a file that needs too much memory, and this process is none the larger', async () => {
    const bytes = manyParagraphs();
    const limits = { milliseconds: PATIENCE, memoryBytes: 200 * 1024 * 1024 };
    const before = process.memoryUsage.rss();
    const opened = await openFileInChild({ fileName: 'plan.docx', bytes }, limits, child.entry);
    expect(refusal(opened).reason).toBe('too-much-memory');
    expect(refusal(opened).sentence).toContain('plan.docx needed more than 200 MB of memory to read');
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('lets the child write nothing, start nothing, load nothing and know nothing of this process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'intake-'));
    const entry = join(folder, 'try-everything.mjs');
    await writeFile(
      entry,
      `import { execFileSync } from 'node:child_process';
       import { writeFileSync } from 'node:fs';
       import { Worker } from 'node:worker_threads';
       const refused = {};
       const attempt = (name, work) => { try { work(); refused[name] = false; } catch (error) { refused[name] = error.code; } };
       attempt('write', () => writeFileSync(${JSON.stringify(join(folder, 'written.txt'))}, 'x'));
       attempt('start', () => execFileSync(process.execPath, ['-v']));
       attempt('thread', () => new Worker('1', { eval: true }));
       attempt('load', () => process.dlopen({ exports: {} }, '/no-such.node'));
       const { writeSync } = await import('node:fs');
       writeSync(3, JSON.stringify({ refused, environment: Object.keys(process.env) }));`,
    );
    const answer: unknown = await openFileInChild(
      { fileName: 'a', bytes: new Uint8Array() },
      SAFETY_LIMITS,
      pathToFileURL(entry),
    );
    await rm(folder, { recursive: true });
    expect(answer).toEqual({
      refused: {
        write: 'ERR_ACCESS_DENIED',
        start: 'ERR_ACCESS_DENIED',
        thread: 'ERR_ACCESS_DENIED',
        load: 'ERR_DLOPEN_DISABLED',
      },
      environment: [],
    });
  });

  it('answers when the child cannot be started or ends without an answer', async () => {
    const nowhere = new URL('./no-such-program.js', child.entry);
    const opened = await openFileInChild(
      { fileName: 'plan.txt', bytes: Buffer.from('a') },
      SAFETY_LIMITS,
      nowhere,
    );
    expect(refusal(opened).sentence).toContain(
      'plan.txt could not be read: the reader stopped without an answer.',
    );
  });
});
