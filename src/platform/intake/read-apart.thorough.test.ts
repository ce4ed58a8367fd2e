import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PATIENCE } from '../../../test/support/patience.ts';
import { logToLines } from '../web/story/log-lines.ts';
import { type GivenFile, openFile } from './open-file.ts';
import { readApart, SAFETY_LIMITS } from './read-apart.ts';
import { logReadersNotStarted } from './reader-not-started.ts';
import type { OpenedFile } from './source-document.ts';
import { type CompiledReaders, compileReaders } from './testing/compiled-readers.ts';
import { makeDocx, wordParagraph } from './testing/office-files.ts';
import { openApart } from './testing/open-in-child.ts';
import { planAsDocx, planAsPdf, planAsText, planAsXlsx } from './testing/plan-files.ts';
import { SAYS_WHAT_TO_DO } from './testing/refused-files.ts';

const OPENS = new URL('./testing/open-in-child.ts', import.meta.url).href;
const RUNS = new URL('./run-child.ts', import.meta.url).href;
let readers: CompiledReaders;
let folder: string;
beforeAll(async () => {
  readers = await compileReaders([OPENS, RUNS]);
  folder = await mkdtemp(join(tmpdir(), 'intake-'));
});
afterAll(async () => {
  await readers.remove();
  await rm(folder, { recursive: true });
});

const A_FILE = { fileName: 'a.txt', bytes: Buffer.from('a') };
const COULD_NOT_START = {
  kind: 'unreadable',
  reason: 'server-busy',
  sentence:
    'a.txt was not read, because Throughline could not start the process that reads files. Nothing is known to be wrong with the file. Wait a few minutes, and choose it again; if it happens again, tell whoever runs Throughline.',
};

function openInChild(file: GivenFile, limits = SAFETY_LIMITS): Promise<OpenedFile> {
  return openApart(file, { limits, program: readers.program, from: readers.compiled(OPENS) });
}

/** What a child says that runs this, a function of its own file. */
async function run(name: string, body: string, limits = SAFETY_LIMITS): Promise<unknown> {
  const from = join(folder, `${name}.mjs`);
  await writeFile(from, body);
  return readApart({
    from: pathToFileURL(from).href,
    work: { [name]: () => null }[name] ?? (() => null),
    job: {},
    file: A_FILE,
    keepLess: 'Keep less.',
    limits,
    program: readers.program,
  });
}

/** Whether a process is there, and more than a name that nobody asked after since it ended. */
function worksOn(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

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
    expect(await openInChild(file)).toEqual(await openFile(file));
  });

  it('takes a file of 20 MB through the pipe', async () => {
    const line = `${'word '.repeat(400)}\n`;
    const bytes = Buffer.from(line.repeat(4_900));
    const opened = await openInChild({ fileName: 'long.txt', bytes });
    expect(opened.kind).toBe('opened');
  });

  // Where nobody tells what a process has used, the clock alone stops it.
  it.skipIf(process.platform !== 'linux')('stops a file that takes too long', async () => {
    const opened = await openInChild(
      { fileName: 'plan.docx', bytes: manyParagraphs() },
      { ...SAFETY_LIMITS, processorMilliseconds: 250 },
    );
    expect(refusal(opened).reason).toBe('took-too-long');
    expect(refusal(opened).sentence).toContain(
      'plan.docx took more than 0.3 seconds to read, so reading was stopped.',
    );
    expect(refusal(opened).sentence).toMatch(SAYS_WHAT_TO_DO);
  });

  it('says that the server is busy where a file got no time of the processor', async () => {
    const busy = await run(
      'waits',
      'export function waits() { return new Promise((done) => setTimeout(done, 60_000)); }',
      {
        ...SAFETY_LIMITS,
        waitMilliseconds: 1_000,
      },
    );
    expect(busy).toMatchObject({
      reason: 'server-busy',
      sentence: expect.stringMatching(
        /^a\.txt was not read, because the server is busy with other work.*\. Nothing is known to be wrong with the file\. Wait a few minutes, and choose it again\.$/,
      ),
    });
  });

  it('stops a file that needs too much memory, and this process is none the larger', async () => {
    const bytes = manyParagraphs();
    const limits = { ...SAFETY_LIMITS, processorMilliseconds: 25_000, memoryBytes: 200 * 1024 * 1024 };
    const before = process.memoryUsage.rss();
    const opened = await openInChild({ fileName: 'plan.docx', bytes }, limits);
    expect(refusal(opened).reason).toBe('too-much-memory');
    expect(refusal(opened).sentence).toContain('plan.docx needed more than 200 MB of memory to read');
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('lets the child write nothing, start nothing, load nothing and know nothing of this process', async () => {
    const answer = await run(
      'triesEverything',
      `import { execFileSync } from 'node:child_process';
       import { writeFileSync } from 'node:fs';
       import { Worker } from 'node:worker_threads';
       const refused = {};
       const attempt = (name, work) => { try { work(); refused[name] = false; } catch (error) { refused[name] = error.code; } };
       export function triesEverything() {
         attempt('write', () => writeFileSync(${JSON.stringify(join(folder, 'written.txt'))}, 'x'));
         attempt('start', () => execFileSync(process.execPath, ['-v']));
         attempt('thread', () => new Worker('1', { eval: true }));
         attempt('load', () => process.dlopen({ exports: {} }, '/no-such.node'));
         return { refused, environment: Object.keys(process.env) };
       }`,
    );
    expect(answer).toEqual({
      kind: 'answered',
      answer: {
        refused: {
          write: 'ERR_ACCESS_DENIED',
          start: 'ERR_ACCESS_DENIED',
          thread: 'ERR_ACCESS_DENIED',
          load: 'ERR_DLOPEN_DISABLED',
        },
        environment: [],
      },
    });
  });

  it.each([
    ['fails', "export function fails() { throw new Error('a bug'); }"],
    ['leaves', 'export function leaves() { process.exit(0); }'],
  ])('answers when the child ends without an answer: %s', async (name, body) => {
    expect(await run(name, body)).toMatchObject({
      reason: 'damaged',
      sentence: expect.stringContaining('a.txt could not be read: the reader stopped without an answer.'),
    });
  });

  it.each([
    [
      'its program is not there',
      async () => openApart(A_FILE, { program: new URL('./no-such-program.js', readers.program) }),
    ],
    ['the function is not there', async () => run('noSuchFunction', 'export const other = 1;')],
    [
      'what it works with does not load',
      async () => run('lacks', "import 'no-such-package'; export function lacks() {}"),
    ],
    ['that does not compile', async () => run('halfWritten', 'export function halfWritten( {')],
  ])(
    'says that the server could not begin, and not that the file is damaged, where %s',
    async (_why, read) => {
      const { log, lines } = logToLines();
      const stop = logReadersNotStarted(log);
      expect(await read()).toEqual(COULD_NOT_START);
      stop();
      expect(lines()).toMatchObject([{ level: 'error', code: 'not-loaded' }]);
    },
  );

  it('says so where Node itself is not there, and goes on', async () => {
    const { execPath } = process;
    const { log, lines } = logToLines();
    const stop = logReadersNotStarted(log);
    process.execPath = join(folder, 'no-such-node');
    try {
      expect(await openInChild(A_FILE)).toEqual(COULD_NOT_START);
    } finally {
      process.execPath = execPath;
      stop();
    }
    expect(lines()).toMatchObject([{ level: 'error', code: 'ENOENT' }]);
    expect(JSON.stringify(lines())).not.toContain('a.txt');
    expect(await openInChild(A_FILE)).toMatchObject({ kind: 'opened' });
  });

  // A process may have so many files open; a child takes up to a dozen for its pipes, so every number left is tried.
  it.skipIf(process.platform !== 'linux')(
    'says so where no more files can be opened, and goes on',
    async () => {
      const program = join(folder, 'runs-out.mjs');
      await writeFile(
        program,
        `import { closeSync, openSync } from 'node:fs';
       const { runChild } = await import(${JSON.stringify(readers.compiled(RUNS))});
       const run = () => runChild({ program: new URL(${JSON.stringify(readers.program.href)}), job: { fileName: 'a.txt' },
         args: [${JSON.stringify(readers.compiled(OPENS))}, 'openWhole'], bytes: Buffer.from('a'),
         limits: ${JSON.stringify(SAFETY_LIMITS)} });
       const kinds = [];
       await run();
       for (let left = 0; left < 12; left += 1) {
         const held = [];
         try { for (;;) held.push(openSync('/dev/null')); } catch {}
         for (const file of held.splice(0, left)) closeSync(file);
         const { kind, code } = await run();
         kinds.push(code ?? kind);
         held.forEach((file) => closeSync(file));
       }
       kinds.push((await run()).kind);
       console.log(JSON.stringify(kinds));`,
      );
      const { stdout } = await promisify(execFile)('sh', [
        '-c',
        'ulimit -n 120; exec "$0" "$1"',
        process.execPath,
        program,
      ]);
      const kinds = JSON.parse(stdout) as string[];
      expect(kinds).toHaveLength(13);
      expect(kinds[0]).toBe('EMFILE');
      expect(kinds.at(-1)).toBe('answered');
      expect(kinds.filter((kind) => kind !== 'EMFILE' && kind !== 'answered')).toEqual([]);
    },
  );

  it('takes an answer of 24 MB, and refuses a longer one in words without taking it', async () => {
    const says = (name: string, more: number) =>
      run(name, `export function ${name}() { return 'x'.repeat(24 * 1024 * 1024 - 2 + ${more}); }`);
    expect(await says('saysEnough', 0)).toMatchObject({ kind: 'answered' });
    expect(await says('saysTooMuch', 1)).toEqual({
      kind: 'unreadable',
      reason: 'too-large',
      sentence: 'a.txt has more in it than Throughline takes in at once: 24 MB once it was read. Keep less.',
    });
  });

  it('leaves nothing working on when this process ends', async () => {
    const program = join(folder, 'ends.mjs');
    const spins = join(folder, 'spinsOn.mjs');
    await writeFile(spins, 'export function spinsOn() { for (;;); }');
    await writeFile(
      program,
      `import { readFileSync } from 'node:fs';
       const { runChild } = await import(${JSON.stringify(readers.compiled(RUNS))});
       const listening = process.listenerCount('exit');
       void runChild({ program: new URL(${JSON.stringify(readers.program.href)}), job: {}, bytes: Buffer.from('a'),
         args: [${JSON.stringify(pathToFileURL(spins).href)}, 'spinsOn'], limits: ${JSON.stringify(SAFETY_LIMITS)},
         meters: { residentBytes: () => 0, processorTime: (pid) => { console.log(pid); process.exit(0); } } });
       if (process.listenerCount('exit') === listening) throw new Error('Nobody listens');`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [program]);
    const pid = Number(stdout);
    expect(pid).toBeGreaterThan(1);
    await vi.waitFor(() => expect(worksOn(pid)).toBe(false), PATIENCE);
  });

  it('leaves nobody listening for the end of this process', async () => {
    const listening = process.listenerCount('exit');
    await openInChild(A_FILE);
    await run('failsToo', "export function failsToo() { throw new Error('a bug'); }");
    expect(process.listenerCount('exit')).toBe(listening);
  });

  it('keeps this process free meanwhile', async () => {
    let answered = 0;
    const answering = setInterval(() => (answered += 1), 10);
    await run('spins', 'export function spins() { for (;;); }', {
      ...SAFETY_LIMITS,
      processorMilliseconds: 500,
      waitMilliseconds: 10_000,
    });
    clearInterval(answering);
    expect(answered).toBeGreaterThan(10);
  });
});
