import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WebServer } from './server.ts';
import { storyServer } from './story/story-server.tsx';

let server: WebServer;
beforeAll(async () => {
  // Who asks cannot be found, so that no form is read before it is given back.
  server = await storyServer({
    isUnavailable: () => true,
    whoAsks: () => Promise.reject(new Error('no database')),
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.app.close());

const PIECE = 50_000;

/** Sends a form of one field over a connection of its own, with or without its length said before. */
function send(pieces: number, saysLength: boolean): Promise<string> {
  const { port } = server.app.server.address() as AddressInfo;
  return new Promise((resolve) => {
    const sending = httpRequest(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/form',
        agent: false,
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          ...(saysLength ? { 'content-length': String(pieces * PIECE) } : {}),
        },
      },
      (answer) => {
        let body = '';
        answer.on('data', (piece: Buffer) => (body += piece.toString()));
        answer.on('end', () =>
          resolve(`${answer.statusCode} ${body.includes('Send this form again') ? 'given back' : 'plain'}`),
        );
      },
    );
    sending.on('error', (error) => resolve(error.message));
    for (let piece = 0; piece < pieces; piece += 1)
      sending.write(piece === 0 ? `a=${'x'.repeat(PIECE - 2)}` : 'x'.repeat(PIECE));
    sending.end();
  });
}

it.each([
  [1, true, '503 given back'],
  [1, false, '503 given back'],
  [40, true, '503 plain'],
  [40, false, '503 plain'],
])(
  'a form that was not read yet gets its answer, however long: %i pieces, length said: %s',
  async (pieces, saysLength, told) => {
    expect(await send(pieces, saysLength)).toBe(told);
  },
);
