import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_TIMES } from '../../src/platform/web/request-times.ts';
import { storyServer } from '../../src/platform/web/story/story-server.tsx';
import type { WebServer } from '../../src/platform/web/index.ts';

let server: WebServer;
let port: number;
beforeAll(async () => {
  // A hundredth of what holds, so that nothing has to be waited for.
  server = await storyServer({ times: { headers: 200, request: 1_200, silence: 6_000, check: 50 } });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = server.app.server.address() as AddressInfo);
});
afterAll(() => server.app.close());

/** What the server says to bytes, and then to one after another of a text that never ends, until it closes the connection. */
function sayBits(bytes: string, more = ''): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const dripping = setInterval(() => more !== '' && socket.writable && socket.write(more), 20);
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(heard);
    });
  });
}

const POST = 'POST /plain HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n';

describe.concurrent('a request that is never sent whole', () => {
  it.each([
    ['half a line', 'GET /pl', ''],
    ['half its headers', 'GET /plain HTTP/1.1\r\nHost: local', ''],
    ['headers that never end', 'GET /plain HTTP/1.1\r\nHost: localhost\r\n', 'X: y\r\n'],
    ['headers letter by letter', 'GET /plain HTTP/1.1\r\nHost: localhost\r\nX: ', 'y'],
    ['half its body', `${POST}Content-Length: 1000\r\n\r\na=b`, ''],
    ['a body letter by letter', `${POST}Content-Length: 100000\r\n\r\n`, 'a'],
    ['chunks that never end', `${POST}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n'],
  ])('is closed, with a sentence: %s', async (_name, bytes, more) => {
    expect(await sayBits(bytes, more)).toMatch(
      /^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*The request took too long to arrive, so nothing of it was used\. Send it again\.$/,
    );
  });

  it('is closed where nothing was sent at all', async () => {
    expect(await sayBits('')).toMatch(/^$|^HTTP\/1\.1 408 /);
  });

  it('leaves a request alone that is whole', async () => {
    const heard = await sayBits('GET /plan/story HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('what holds', () => {
  it('is time enough for 25 MB on a slow line, and what the papers say', () => {
    expect(REQUEST_TIMES).toEqual({ headers: 20_000, request: 120_000, silence: 600_000, check: 5_000 });
  });
});
