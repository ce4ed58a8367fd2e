import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchShort, LONGEST_ANSWER } from './provider-answer.port.ts';

let server: Server;
afterEach(() => void server.close());

/** The address of a server that says so many bytes, and what it could send before the connection was closed. */
async function saying(bytes: number): Promise<{ address: string; sent: () => number }> {
  let sent = 0;
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = (): void => {
      while (sent < bytes && !response.destroyed) {
        const chunk = Buffer.alloc(Math.min(65_536, bytes - sent), 0x31);
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent: () => sent };
}

describe('an answer of the provider', () => {
  it('is read up to a length that none has, and comes with its status and type', async () => {
    const { address } = await saying(LONGEST_ANSWER);
    const answer = await fetchShort(address, {});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.text()).toHaveLength(LONGEST_ANSWER);
    await expect(saying(0).then(({ address: empty }) => fetchShort(empty, {}))).resolves.toMatchObject({
      ok: true,
    });
  });

  it('is given up once it is longer, long before its end', async () => {
    const { address, sent } = await saying(200 * 1024 * 1024);
    await expect(fetchShort(address, {})).rejects.toMatchObject({
      trouble: 'no-answer',
      detail: 'an answer too long to read',
    });
    expect(sent()).toBeLessThan(100 * 1024 * 1024);
  });
});
