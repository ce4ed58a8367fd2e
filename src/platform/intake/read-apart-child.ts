/**
 * The program of the child process that reads one file: which function of which file does the reading stands in its
 * arguments, the file comes in on the standard input, the answer goes out as JSON on the fourth channel, after a byte that
 * says that this program was loaded, and the process ends. It is started by `run-child.ts` alone.
 */
import { Socket } from 'node:net';
import { unframe } from './child-frame.ts';
import { ANSWER_TOO_LONG, LONGEST_ANSWER, READY } from './child-says.ts';
import type { Work } from './read-apart.ts';

const [, , from = '', name = ''] = process.argv;
const { [name]: work } = (await import(from)) as Readonly<Record<string, Work<unknown, unknown> | undefined>>;
if (work === undefined) throw new Error(`${from} has no ${name}`);

const answer = new Socket({ fd: 3, readable: false, writable: true });
await new Promise<void>((sent) => answer.write(READY, () => sent()));

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
const { job, bytes } = unframe(Buffer.concat(chunks));

const said = Buffer.from(JSON.stringify(await work(job, bytes)), 'utf8');
if (said.length > LONGEST_ANSWER) process.exit(ANSWER_TOO_LONG);
answer.end(said, () => process.exit(0));
