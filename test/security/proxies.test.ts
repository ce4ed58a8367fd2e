import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json } from '../../src/platform/web/answer.ts';
import { openForm } from '../../src/platform/web/story/form-token.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import { accountHolder, appOn } from '../support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { digestOfPage } from '../support/database-digest.ts';
import { bareServer } from '../support/plan-visitor.ts';
import { cookieName } from '../support/cookie-names.ts';

/** Headers by which a proxy, or whoever says they are one, tells where a request came from or who sent it. */
const FORGED: Readonly<Record<string, string>> = {
  'x-forwarded-for': '10.9.8.7',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '8443',
  'x-forwarded-prefix': '/evil',
  'x-forwarded-user': 'administrator',
  'x-real-ip': '10.9.8.7',
  'x-client-ip': '10.9.8.7',
  'x-user': 'administrator',
  'x-user-id': '1',
  'x-remote-user': 'administrator',
  'x-authenticated-user': 'administrator',
  'x-original-url': '/audit',
  'x-rewrite-url': '/audit',
  'x-original-host': 'evil.example',
  'x-host': 'evil.example',
  'x-http-method-override': 'DELETE',
  'x-ms-client-principal-name': 'administrator',
  forwarded: 'for=10.9.8.7;host=evil.example;proto=https',
  via: '1.1 evil.example',
  authorization: 'Basic YWRtaW5pc3RyYXRvcjp4',
  'x-request-id': 'forged',
};

const PROXY = '10.0.0.5';

let database: TestDatabase;
let server: WebServer;
let behindProxy: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database);
  behindProxy = await appOn(database, {
    publicUrl: 'https://plan.loamshire.example',
    trustedProxies: [PROXY],
  });
});
afterAll(async () => {
  await server.app.close();
  await behindProxy.app.close();
  await database.close();
});

describe('what a stranger says of themselves in headers', () => {
  it('changes no answer', async () => {
    for (const url of [
      '/',
      '/account',
      '/audit',
      '/people',
      '/sign-in',
      '/access/organisation',
      '/version',
      '/nothing',
    ]) {
      const answers = await Promise.all(
        [{}, FORGED].map((headers) => server.app.inject({ url, headers, remoteAddress: '203.0.113.9' })),
      );
      const [plain, forged] = answers.map(({ statusCode, headers, body }) => ({
        statusCode,
        location: headers.location,
        type: headers['content-type'],
        body: digestOfPage(body),
        allows: headers['access-control-allow-origin'],
      }));
      expect(forged).toEqual({ ...plain, allows: undefined });
      expect(answers[1]?.body).not.toContain('evil.example');
      expect(answers[1]?.headers['x-request-id']).not.toBe('forged');
    }
  });

  it.each([
    'not an address',
    '10.9.8.7, not an address',
    ',,,',
    '999.999.999.999',
    '[::1]:99999',
    '10.9.8.7:80',
    'unknown',
    ' ',
    '\xff',
    Array.from({ length: 2000 }, () => '1.1.1.1').join(','),
  ])('is no fault of ours, however odd: %s', async (odd) => {
    const names = [
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-forwarded-port',
      'forwarded',
    ];
    for (const [app, host] of [
      [server.app, 'localhost'],
      [behindProxy.app, 'plan.loamshire.example'],
    ] as const)
      for (const name of names)
        for (const remoteAddress of [PROXY, '203.0.113.9']) {
          const answer = await app.inject({ url: '/sign-in', headers: { host, [name]: odd }, remoteAddress });
          expect([name, remoteAddress, answer.statusCode]).toEqual([name, remoteAddress, 200]);
        }
  });

  it('does not get round the limit on guessing', async () => {
    const holder = await accountHolder(database.db, 'Forged');
    const told: boolean[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const { token, cookie } = await openForm(server.app, '/sign-in');
      const answer = await server.app.inject({
        method: 'POST',
        url: '/sign-in',
        remoteAddress: '203.0.113.10',
        headers: {
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `10.1.1.${attempt}`,
          forwarded: `for=10.1.1.${attempt}`,
          'x-real-ip': `10.1.1.${attempt}`,
        },
        payload: new URLSearchParams({ _csrf: token, name: holder.signInName, password: 'no' }).toString(),
      });
      told.push(answer.body.includes('too many attempts'));
    }
    expect(told).toEqual([...Array.from({ length: 10 }, () => false), true, true]);
  });
});

describe('a proxy', () => {
  it.each([
    ['the one that was set, of one reader', PROXY, '198.51.100.7', '198.51.100.7'],
    [
      'the one that was set, whatever its reader said before',
      PROXY,
      '10.9.8.7, 198.51.100.7',
      '198.51.100.7',
    ],
    ['the one that was set, of a reader who says to be it', PROXY, `${PROXY}, 198.51.100.7`, '198.51.100.7'],
    ['a stranger', '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['a neighbour of the one that was set', '10.0.0.6', '198.51.100.7', '10.0.0.6'],
    ['the one that was set, that says nothing', PROXY, undefined, PROXY],
  ])('is believed where a request came from: %s', async (_name, remoteAddress, forwarded, address) => {
    const bare = await bareServer({ trustedProxies: [PROXY] });
    bare.route({
      method: 'GET',
      path: '/who',
      access: 'public',
      handler: (visit) => json({ address: visit.address, origin: visit.origin }),
    });
    const answer = await bare.app.inject({
      url: '/who',
      remoteAddress,
      headers: {
        ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
      },
    });
    expect(answer.json()).toEqual({ address, origin: 'http://localhost:80' });
    await bare.app.close();
  });

  it('is not believed which host a reader asked for: links and redirects are those of the address that was set', async () => {
    const headers = { host: 'plan.loamshire.example', 'x-forwarded-host': 'evil.example' };
    for (const url of ['/account', '/sign-in', '/sign-in/organisation']) {
      const { headers: sent, body } = await behindProxy.app.inject({ url, headers, remoteAddress: PROXY });
      expect(`${String(sent.location)} ${body}`).not.toContain('evil.example');
    }
    const wrong = await behindProxy.app.inject({
      url: '/',
      headers: { host: 'evil.example' },
      remoteAddress: PROXY,
    });
    expect(wrong.statusCode).toBe(421);
  });

  it('or nobody, over HTTPS: every answer promises HTTPS for a year, and every cookie is __Host- and Secure', async () => {
    const headers = { host: 'plan.loamshire.example' };
    for (const { path, method } of behindProxy.listRoutes().filter((route) => route.method === 'GET')) {
      const url = path.replaceAll(/:\w+/g, '1');
      const answer = await behindProxy.app.inject({ method, url, headers, remoteAddress: PROXY });
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
      for (const cookie of answer.cookies) {
        expect(cookie.name).toMatch(/^__Host-/);
        expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
        expect(cookie.domain).toBeUndefined();
      }
    }
  });

  it('and the notice of what was done is __Host- as well', async () => {
    const headers = { host: 'plan.loamshire.example' };
    const page = await behindProxy.app.inject({ url: '/sign-in', headers });
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const answer = await behindProxy.app.inject({
      method: 'POST',
      url: '/sign-out',
      headers: {
        ...headers,
        cookie: page.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ _csrf: token }).toString(),
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.cookies.map(({ name }) => name).toSorted()).toEqual([
      cookieName('notice', { secure: true }),
      cookieName('session', { secure: true }),
    ]);
    const sent = answer.cookies.find(({ name }) => name === cookieName('notice', { secure: true }));
    const cookie = (name: string) => `${name}=${encodeURIComponent(sent?.value ?? '')}`;
    const shown = await behindProxy.app.inject({
      url: '/glossary',
      headers: { ...headers, cookie: cookie(cookieName('notice', { secure: true })) },
    });
    expect(shown.body).toContain('You are signed out.');
    const planted = await behindProxy.app.inject({
      url: '/glossary',
      headers: { ...headers, cookie: cookie(cookieName('notice')) },
    });
    expect(planted.body).not.toContain('You are signed out.');
  });
});
