import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForm } from '../../src/platform/web/story/form-token.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import { accountHolder, appOn, linkFor, PASSWORD } from '../support/access-app.ts';
import { type CuttableDatabase, cuttableDatabase } from '../support/cuttable-database.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { signedInAs, type SignedInPerson } from '../support/signed-in.ts';
import { cookieName } from '../support/cookie-names.ts';

let database: TestDatabase;
let way: CuttableDatabase;
let server: WebServer;
let somebody: SignedInPerson;
let link: string;
let form: { token: string; cookie: string };
beforeAll(async () => {
  database = await openTestDatabase();
  way = await cuttableDatabase(database);
  server = await appOn(way, { lookAround: true });
  somebody = await signedInAs(database.db, ['administrator', 'programme-manager', 'auditor']);
  link = await linkFor(database.db, (await accountHolder(database.db, 'Linked')).personId);
  form = await openForm(server.app, '/sign-in');
  // From here on nothing can be asked of the database.
  await way.cut();
});
afterAll(async () => {
  await server.app.close();
  await way.close();
  await database.close();
});

/** Pages that say the same to everybody and need no database. */
const ALIVE = ['/healthz', '/version'];

describe('with the database out of reach', () => {
  it('nobody who holds a session is shown anything but that Throughline is not available, and when to try again', async () => {
    for (const { path, method } of server.listRoutes()) {
      if (ALIVE.includes(path)) continue;
      const answer = await server.app.inject({
        method,
        url: path.replaceAll(/:\w+/g, '1'),
        headers: {
          cookie: `${somebody.cookie}; ${form.cookie}`,
          ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(method === 'POST' ? { payload: `_csrf=${encodeURIComponent(form.token)}` } : {}),
      });
      expect([path, answer.statusCode]).toEqual([path, 503]);
      expect([path, answer.body]).toEqual([
        path,
        expect.stringMatching(/Throughline is not available just now|The database does not answer/),
      ]);
      expect(answer.headers['retry-after']).toBe('30');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).not.toMatch(/\bat \S+:\d+|node_modules|driver|pool|select "|Test Person/i);
      expect(answer.cookies).toEqual([]);
    }
  });

  it('whatever watches over it is told so', async () => {
    const answer = await server.app.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '30']);
    expect(answer.json()).toMatchObject({ status: 503, detail: 'The database does not answer.' });
  });

  it('nobody gets in, by whatever way', async () => {
    const payload = {
      name: 'linked@loamshire.example',
      password: PASSWORD,
      code: '123456',
      answer: '{}',
      role: 'auditor',
    };
    for (const url of [
      '/sign-in',
      '/sign-in/passkey',
      '/look-around',
      `/link/${link}`,
      `/link/${link}/passkey`,
    ]) {
      const answer = await server.app.inject({
        method: 'POST',
        url,
        headers: { cookie: form.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: form.token, ...payload }).toString(),
      });
      expect([url, answer.statusCode >= 400]).toEqual([url, true]);
      expect(answer.cookies.map(({ name }) => name)).not.toContain(cookieName('session'));
    }
  });

  it('a page for those who have signed in stays shut to the public', async () => {
    for (const { path, access } of server.listRoutes().filter(({ method }) => method === 'GET')) {
      if (access === 'public') continue;
      const answer = await server.app.inject({ url: path.replaceAll(/:\w+/g, '1') });
      expect([path, answer.statusCode >= 300]).toEqual([path, true]);
    }
  });

  describe('a form that was sent', () => {
    const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };
    const AGAIN = 'Send this form again';
    const send = (
      url: string,
      fields: Readonly<Record<string, string>>,
      headers: Readonly<Record<string, string>> = OWN_PAGE,
    ) =>
      server.app.inject({
        method: 'POST',
        url,
        headers: {
          cookie: `${somebody.cookie}; ${form.cookie}`,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        payload: new URLSearchParams([['_csrf', form.token], ...Object.entries(fields)]).toString(),
      });

    it('what was typed is on the page, to be sent again', async () => {
      const kept = await send('/people/add?back=%2F', { surname: 'Mar"sh<b>', forenames: 'Ada' });
      expect(kept.body).toContain('<form method="post" action="/people/add?back=%2F"');
      expect(kept.body).toContain('<input type="hidden" name="surname" value="Mar&quot;sh');
      expect(kept.body).toContain(`<input type="hidden" name="_csrf" value="${form.token}"`);
      expect(kept.body).toMatch(/Ada\s*<\/dd>/);
      expect(kept.body).not.toContain('<b>');
    });

    it('is not there to be sent again where it is long, or where another site or nobody says it sent it', async () => {
      const fields = (count: number) => Array.from({ length: count }, () => ['a', 'b']);
      expect((await send('/sign-in', { surname: 'x'.repeat(100_000) })).body).toContain(AGAIN);
      for (const answer of [
        await send('/people/add', { surname: 'Marsh' }, { 'sec-fetch-site': 'cross-site' }),
        await send('/people/add', { surname: 'Marsh' }, {}),
        await send('/people/add', { surname: 'x'.repeat(103_000) }),
        await send('/people/add', { surname: 'x'.repeat(3_000_000) }),
      ])
        expect([answer.statusCode >= 400, answer.body.includes(AGAIN)]).toEqual([true, false]);
      for (const [count, isThere] of [
        [199, true],
        [200, false],
        [400_000, false],
      ] as const) {
        const payload = new URLSearchParams([['_csrf', form.token], ...fields(count)]).toString();
        const answer = await server.app.inject({
          method: 'POST',
          url: '/sign-in',
          headers: {
            ...OWN_PAGE,
            cookie: `${somebody.cookie}; ${form.cookie}`,
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload,
        });
        expect([count, answer.statusCode, answer.body.includes(AGAIN)]).toEqual([count, 503, isThere]);
      }
    });

    it('is shown without its secrets where it had any, and has to be filled in again', async () => {
      for (const field of ['password', 'current', 'code', 'authenticator', 'answer', 'clientSecret']) {
        const answer = await send('/sign-in', { name: 'ada@loamshire.example', [field]: 'orchard violin' });
        expect([field, answer.body.includes('orchard')]).toEqual([field, false]);
        expect(answer.body).not.toContain(AGAIN);
        expect(answer.body).not.toContain('type="hidden"');
        expect(answer.body).toMatch(/ada@loamshire\.example\s*<\/dd>/);
        expect(answer.body).toContain('href="/sign-in">Open the form');
      }
      const passkey = await send('/sign-in/passkey', { answer: '{"id":"orchard"}' });
      expect(passkey.body).toContain('Open the page that it is on');
    });

    it('is told to a program as JSON', async () => {
      const answer = await send(
        '/people/add',
        { surname: 'Marsh' },
        { ...OWN_PAGE, accept: 'application/json' },
      );
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        503,
        'application/problem+json; charset=utf-8',
      ]);
      expect(answer.body).not.toContain('Marsh');
    });
  });

  it('comes back by itself once the database does, to whoever was signed in', async () => {
    await way.mend();
    const headers = { cookie: somebody.cookie };
    expect((await server.app.inject({ url: '/readyz' })).statusCode).toBe(200);
    expect((await server.app.inject({ url: '/account', headers })).statusCode).toBe(200);
  });
});
