import { mkdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { SHAPES } from './brought-json.ts';
import { nextMessage, startProgram, stop } from './programs.ts';
import { type Measured, megabytes, milliseconds } from './results.ts';
import type { SignInReady } from './sign-in-names.ts';

const BYTES = 24_000_000;
/** A person has an answer in words within so many milliseconds. */
const ANSWER_WITHIN = 9_000;
/** The server itself may come to hold so much, in bytes. */
const MEMORY = 512 * 1024 * 1024;
/** Others' pages may be so much slower meanwhile. */
const SLOWER = 1.3;
/** Milliseconds between two pages that another reader opens: few enough to leave the machine to the import. */
const BETWEEN = 50;

const IMPORTS = [
  { page: '/bodies/members/import', role: 'clerk' },
  { page: '/plan/import', role: 'programme-manager' },
] as const;

/**
 * What 24 MB of JSON of any shape, brought to either import, costs: how long its sender waits for words, what the server comes to
 * hold, and how much slower others' pages are meanwhile than between two of them.
 */
export async function benchJson(root: string, folder: string): Promise<readonly Measured[]> {
  const dataFolder = path.join(folder, 'json');
  await mkdir(dataFolder);
  const child = startProgram('sign-in-program', [root], dataFolder);
  try {
    const ready = (await nextMessage(child)) as SignInReady;
    await pagesUntil(ready.address, wait(3_000));
    const quiet: number[] = [];
    let slowest = { took: 0, what: '' };
    let most = 0;
    const meanwhile: number[] = [];
    for (const { page, role } of IMPORTS) {
      const cookie = ready.sessions.find((session) => session.role === role)?.cookie;
      if (cookie === undefined) throw new Error(`Nobody is signed in as ${role}`);
      const form = await openForm(ready.address, page, cookie);
      for (const { name, make } of SHAPES) {
        const sent = multipart(form.token, Buffer.from(make(BYTES)));
        // In turn with the imports, so that what else the machine does falls on both alike.
        quiet.push(...(await pagesUntil(ready.address, wait(1_500))));
        let isOver = false;
        const watching = watchMemory(child.pid ?? 0, () => isOver);
        const started = performance.now();
        const sending = send(`${ready.address}${page}`, form.cookie, sent);
        const others = pagesUntil(ready.address, sending);
        const { status, words } = await sending;
        const took = performance.now() - started;
        isOver = true;
        if (status !== 422 || words.split(' ').length < 8)
          throw new Error(`${page}, ${name}: ${status} “${words}”`);
        console.error(`  ${page}, ${name}: ${milliseconds(took)}, “${words.slice(0, 90)}…”`);
        if (took > slowest.took) slowest = { took, what: `${name} to ${page}` };
        most = Math.max(most, await watching);
        meanwhile.push(...(await others));
      }
    }
    return [
      {
        what: `24 MB of JSON, ${SHAPES.length} shapes to ${IMPORTS.length} imports: the slowest answer in words (${slowest.what})`,
        figure: milliseconds(slowest.took),
        beside: milliseconds(ANSWER_WITHIN),
        ratio: slowest.took / ANSWER_WITHIN,
        goal: { atMost: 1 },
      },
      {
        what: 'the same: the most memory that the server held',
        figure: megabytes(most),
        beside: megabytes(MEMORY),
        ratio: most / MEMORY,
        goal: { atMost: 1 },
      },
      {
        what: `the same: the home page for others meanwhile, 95 of 100 (${meanwhile.length} pages)`,
        figure: milliseconds(p95(meanwhile)),
        beside: `with nothing brought: ${milliseconds(p95(quiet))}`,
        ratio: p95(meanwhile) / p95(quiet),
        goal: { atMost: SLOWER },
      },
    ];
  } finally {
    await stop(child);
  }
}

function wait(milliseconds_: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds_));
}

/** Opens the home page again and again until something has happened; milliseconds each took. */
async function pagesUntil(address: string, happened: Promise<unknown>): Promise<readonly number[]> {
  const waiting = new Set([happened]);
  void happened.finally(() => waiting.clear());
  const times: number[] = [];
  while (waiting.size > 0) {
    const started = performance.now();
    const answer = await fetch(address);
    await answer.text();
    if (!answer.ok) throw new Error(`The home page answered ${answer.status}`);
    times.push(performance.now() - started);
    await wait(BETWEEN);
  }
  return times;
}

interface OpenForm {
  readonly cookie: string;
  readonly token: string;
}

async function openForm(address: string, page: string, cookie: string): Promise<OpenForm> {
  const answer = await fetch(`${address}${page}`, { headers: { cookie } });
  const token = /name="_csrf" value="([^"]+)"/.exec(await answer.text())?.[1];
  if (token === undefined) throw new Error(`${page} has no form (${answer.status})`);
  const given = answer.headers.getSetCookie().map((set) => set.split(';')[0]);
  return { cookie: [cookie, ...given].join('; '), token };
}

/** A form with a file, ready to be sent, so that making it does not count. */
function multipart(token: string, bytes: Buffer): { readonly type: string; readonly body: Buffer } {
  const boundary = 'a-boundary-that-stands-in-no-file';
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; name=${head}\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      Buffer.from(`${part('"_csrf"')}\r\n${token}\r\n`),
      Buffer.from(`${part('"file"; filename="brought.json"')}Content-Type: application/json\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/** Sends a form; the status, and what is said beside the box. */
async function send(
  url: string,
  cookie: string,
  { type, body }: ReturnType<typeof multipart>,
): Promise<{ status: number; words: string }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': type, 'content-length': body.length };
    const asked = request(url, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const page = Buffer.concat(chunks).toString();
        const words = /id="file-error"[^>]*>(?:<span[^>]*>[^<]*<\/span>)?([^<]*)/.exec(page)?.[1] ?? '';
        resolve({ status: response.statusCode ?? 0, words: words.trim() });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The most memory a process held until something was over, in bytes; on other systems than Linux nobody tells. */
async function watchMemory(pid: number, isOver: () => boolean): Promise<number> {
  let most = 0;
  while (!isOver()) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    most = Math.max(most, Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024);
    await wait(25);
  }
  return most;
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.95)] ?? Infinity;
}
