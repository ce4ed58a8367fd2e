/**
 * The program of the child process that reads one file: the file comes in on the standard input, the answer goes out as JSON
 * on the fourth channel, and the process ends. It is started by `open-file-in-child.ts` alone.
 */
import { Socket } from 'node:net';
import { unframe } from './child-frame.ts';
import { openFile } from './open-file.ts';

// The PDF library wants these three for drawing, which never happens here. With them in place it does without the native
// drawing library, which this process may not load.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { value: function neverDrawn() {}, configurable: true });
}

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);

const opened = await openFile(unframe(Buffer.concat(chunks)));

const answer = new Socket({ fd: 3, readable: false, writable: true });
answer.end(JSON.stringify(opened), () => process.exit(0));
