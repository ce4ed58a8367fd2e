import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download, json, notFound, problem } from './answer.ts';
import { formOfAnotherSession } from './problem.ts';
import type { WebServer } from './server.ts';
import { FOR_EVERYBODY } from './share-with-caches.ts';
import type { Visit } from './visit.ts';
import { addFormRoutes } from './story/form-routes.tsx';
import { storyServer } from './story/story-server.tsx';

let server: WebServer;
beforeAll(async () => {
  server = await storyServer({
    whoAsks: ({ cookies }) => {
      const asker = cookies.read('session');
      return { asker, signedIn: asker !== undefined, account: [] };
    },
  });
  addFormRoutes(server);
  const readBy = (path: string, act: (visit: Visit) => unknown): void =>
    server.route({
      method: 'GET',
      path,
      access: 'public',
      handler: async (visit) => {
        await act(visit);
        return json({ path });
      },
    });
  readBy('/nothing-of-theirs', () => undefined);
  readBy('/cookies', ({ cookies }) => cookies);
  readBy('/address', ({ address }) => address);
  readBy('/browser', ({ browser }) => browser);
  readBy('/token', ({ formToken }) => formToken());
  readBy('/copied', (visit) => ({ ...visit }));
  server.route({ method: 'GET', path: '/nothing-there', access: 'public', handler: () => notFound() });
  server.route({
    method: 'GET',
    path: '/expired',
    access: 'public',
    handler: () => problem(formOfAnotherSession),
  });
  server.route({
    method: 'GET',
    path: '/moment',
    access: 'public',
    ofThisMoment: true,
    handler: () => json({}),
  });
  server.route({
    method: 'GET',
    path: '/one-person',
    access: 'public',
    ofOnePerson: true,
    handler: () => json({}),
  });
  server.route({
    method: 'GET',
    path: '/file',
    access: 'public',
    handler: () => download({ fileName: 'a.csv', mediaType: 'text/csv', body: 'a' }),
  });
  for (const path of ['/stream', '/marked-stream'])
    server.route({
      method: 'GET',
      path,
      access: 'public',
      handler: () => download({ fileName: 'a.csv', mediaType: 'text/csv', body: Readable.from(['a']) }),
    });
  server.app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/marked-stream') reply.header('etag', '"a"');
  });
  server.route({
    method: 'GET',
    path: '/failed',
    access: 'public',
    handler: () => json({}, 503),
  });
});
afterAll(() => server.app.close());

const keeps = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await server.app.inject({ method: 'GET', url, headers });
  return answer.headers['cache-control'];
};

describe('an answer', () => {
  it.each(['/plain', '/plain?on=2011-04-26', '/nothing-of-theirs', '/file', '/things/1'])(
    'to %s is one for everybody, which caches may share for a second',
    async (url) => {
      const first = await server.app.inject({ url });
      expect(first.headers['cache-control']).toBe(FOR_EVERYBODY);
      expect(String(first.headers['vary'])).toBe('cookie, accept-encoding');
      const mark = String(first.headers['etag']);
      const again = await server.app.inject({ url, headers: { 'if-none-match': mark } });
      expect([again.statusCode, again.headers['cache-control'], again.headers['vary']]).toEqual([
        304,
        FOR_EVERYBODY,
        first.headers['vary'],
      ]);
      const head = await server.app.inject({ method: 'HEAD', url });
      expect(head.headers['cache-control']).toBe(FOR_EVERYBODY);
    },
  );

  it.each([
    ['/cookies', 'cookies were read'],
    ['/address', 'the address was read'],
    ['/browser', 'the browser was read'],
    ['/copied', 'everything of the visit was read'],
    ['/token', 'it holds the token of a form'],
    ['/form', 'it is a form'],
    ['/one-person', 'it is about one person'],
    ['/moment', 'it says how the server is just now'],
    ['/stream', 'it is read while it is sent'],
    ['/marked-stream', 'it is read while it is sent, mark or not'],
    ['/failed', 'it is an error'],
    ['/broken', 'it is a fault'],
    ['/nothing-there', 'there is nothing'],
    ['/expired', 'it is a problem'],
    ['/no-such-address', 'there is no such address'],
    ['/plain?on=yesterday', 'what was asked cannot be read'],
  ])('to %s is for whoever asked alone: %s', async (url) => {
    const { headers, statusCode } = await server.app.inject({ url });
    expect([statusCode, headers['cache-control']]).toEqual([
      statusCode,
      expect.stringMatching(/^(private, no-cache|no-store)$/),
    ]);
  });

  it.each(['session', 'form', 'notice', 'half-way', 'device', 'provider', 'of-tomorrow'])(
    'to a browser with our cookie %s is for that browser alone',
    async (name) => {
      const cookie = `${server.cookieName(name)}=x`;
      expect(await keeps('/plain', { cookie })).toMatch(/^(private, no-cache|no-store)$/);
      expect(await keeps('/plain', { cookie: `theme=dark; ${cookie}` })).toMatch(/^(private|no-store)/);
    },
  );

  it('to a browser with a cookie of a neighbour is one for everybody', async () => {
    expect(await keeps('/plain', { cookie: 'theme=dark; session=x' })).toBe(FOR_EVERYBODY);
  });
});
