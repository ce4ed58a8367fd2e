import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download, json, type Answer } from './answer.ts';
import type { WebServer } from './server.ts';
import { storyServer } from './story/story-server.tsx';

const ONE_AT_ONCE = { atOnce: 1, inAMinute: 100 } as const;

/** What the handler under test does; it says itself when it is done. */
let work: () => Promise<Answer>;
let server: WebServer;
beforeAll(async () => {
  server = await storyServer({ makingLimits: { ofOne: ONE_AT_ONCE, ofThePublic: ONE_AT_ONCE } });
  server.route({
    method: 'GET',
    path: '/made',
    access: 'public',
    handler: (visit) => visit.costly(() => work()),
  });
});
afterAll(() => server.app.close());

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const get = () => server.app.inject({ url: '/made' });

describe('something costly that is being made', () => {
  it('holds up another until it is done', async () => {
    const { promise, resolve } = withResolvers<Answer>();
    const { promise: begun, resolve: begin } = withResolvers<undefined>();
    work = async () => {
      begin(undefined);
      return promise;
    };
    const first = get();
    await begun;
    const second = await get();
    expect([second.statusCode, second.headers['retry-after'], second.headers['cache-control']]).toEqual([
      429,
      '5',
      'no-store',
    ]);
    expect(second.body).toContain('up to 1 at a time and 100 in a minute');
    resolve(json({}));
    expect((await first).statusCode).toBe(200);
    expect((await get()).statusCode).toBe(200);
  });

  it('and fails holds up nothing', async () => {
    work = () => Promise.reject(new Error('It cannot be made'));
    expect((await get()).statusCode).toBe(500);
    work = async () => json({});
    expect((await get()).statusCode).toBe(200);
  });

  it('holds up another while it is sent', async () => {
    const body = new PassThrough();
    work = async () => download({ fileName: 'a.csv', mediaType: 'text/csv', body });
    const first = get();
    body.write('a');
    // The answer has begun when its first letters were read.
    while (body.readableLength > 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await get()).statusCode).toBe(429);
    body.end('b');
    expect((await first).body).toBe('ab');
    work = async () => json({});
    expect((await get()).statusCode).toBe(200);
  });
});
