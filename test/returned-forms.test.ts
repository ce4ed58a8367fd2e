import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebServer } from '../src/platform/web/index.ts';
import { openForm } from '../src/platform/web/story/form-token.ts';
import { appOn } from './support/access-app.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';
import { signedInAs } from './support/signed-in.ts';

/**
 * Somebody types into a form, signs in meanwhile in another window, and sends it. Asked of every form there is: the token
 * is of another session and counts no more, and what was typed comes back to be sent again.
 */

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database, { lookAround: true });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const TYPED = {
  wording: 'Typed <by> "somebody" & kept',
  'due-day': '31',
  clientSecret: '',
};
const SECRETS = ['password', 'current', 'code', 'authenticator', 'answer', 'clientSecret'];
const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

const AGAIN = 'Send this form again';

const send = (
  url: string,
  cookie: string,
  fields: Readonly<Record<string, string>> | string[][],
  headers: Readonly<Record<string, string>> = {},
) =>
  server.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

function hiddenFields(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...found].map(([, name = '', value = '']) => [
      name,
      value
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    ]),
  );
}

const posts = () =>
  server
    .listRoutes()
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => path.replaceAll(/:[a-z]+/gi, '999999'));

/** A form opened by the public, and the cookies of the same browser after signing in. */
async function openedBefore() {
  const everything = await signedInAs(database.db, [
    'administrator',
    'programme-manager',
    'auditor',
    'clerk',
  ]);
  const { token, cookie } = await openForm(server.app, '/sign-in');
  return { token, cookie: `${cookie}; ${everything.cookie}` };
}

describe('a form opened before signing in', () => {
  it('comes back from every route with what was typed, and can be sent again', async () => {
    const { token, cookie } = await openedBefore();
    expect(posts().length).toBeGreaterThan(50);
    for (const path of posts()) {
      const url = `${path}?back=%2Fpeople`;
      const sent = await send(url, cookie, { ...TYPED, _csrf: token }, OWN_PAGE);
      expect([path, sent.statusCode, sent.headers['cache-control']]).toEqual([path, 403, 'no-store']);
      expect(sent.body).toContain(AGAIN);
      expect(sent.body).toContain(`action="${url}"`);
      const { _csrf: fresh = '', ...kept } = hiddenFields(sent.body);
      expect(kept).toEqual({ wording: TYPED.wording, 'due-day': '31' });
      if (path === '/sign-out') continue;
      const again = await send(url, cookie, { ...kept, _csrf: fresh }, OWN_PAGE);
      expect([path, again.body.includes(AGAIN)]).toEqual([path, false]);
    }
  });

  it('is only shown, and never sent again as it is, where something secret was in it', async () => {
    const { token, cookie } = await openedBefore();
    const pages = new Set(
      server
        .listRoutes()
        .filter(({ method }) => method === 'GET')
        .map(({ path }) => path.replaceAll(/:[a-z]+/gi, '999999')),
    );
    for (const path of posts())
      for (const field of SECRETS) {
        const secret = 'gravel lantern monday';
        const sent = await send(path, cookie, { ...TYPED, [field]: secret, _csrf: token }, OWN_PAGE);
        expect([path, field, sent.statusCode, sent.body.includes(secret)]).toEqual([path, field, 403, false]);
        expect([path, sent.body.includes(AGAIN), hiddenFields(sent.body)]).toEqual([path, false, {}]);
        expect(sent.body).toContain('Fill in this form again');
        expect(sent.body).toContain('Typed &lt;by>');
        expect([path, sent.body.includes(`href="${path}">Open the form`)]).toEqual([path, pages.has(path)]);
      }
  });

  it('comes back up to a length alone, which costs little to print', async () => {
    const { token, cookie } = await openedBefore();
    const fields = (count: number, value = 'b', name = 'a') => [
      ['_csrf', token],
      ...Array.from({ length: count }, () => [name, value]),
    ];
    const returned = async (typed: string[][]) => {
      const { statusCode, body } = await send('/sign-in', cookie, typed, OWN_PAGE);
      expect(statusCode).toBe(403);
      return { isReturned: body.includes(AGAIN), length: body.length };
    };
    expect(await returned(fields(199))).toMatchObject({ isReturned: true });
    expect(await returned(fields(1, 'x'.repeat(100_000)))).toMatchObject({ isReturned: true });
    const plain = (await returned(fields(200))).length;
    for (const long of [
      // One more would be refused unread.
      fields(9_998),
      fields(1, 'x'.repeat(103_000)),
      fields(100, 'é'.repeat(600)),
      fields(60, 'b', 'x'.repeat(1_900)),
      Array.from({ length: 300 }, (_, index) => [`name-${index}`, 'b']),
    ]) {
      const { isReturned, length } = await returned(long);
      expect([isReturned, Math.abs(length - plain) < 100]).toEqual([false, true]);
    }
    // What is shown beside what is sent again is short.
    const [shown] = [
      await send('/sign-in', cookie, fields(1, 'x'.repeat(5000), 'n'.repeat(1_900)), OWN_PAGE),
    ];
    expect(shown.body.split('x'.repeat(501))).toHaveLength(10);
    expect(shown.body).toMatch(/<dt[^>]*>\s*Nn{59}…/);
  });

  it('is told to a program as JSON, without what was typed', async () => {
    const { token, cookie } = await openedBefore();
    const sent = await send(
      '/people/new',
      cookie,
      { ...TYPED, _csrf: token },
      { ...OWN_PAGE, accept: 'application/json' },
    );
    expect(sent.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(sent.json()).toMatchObject({ status: 403, title: 'This form was opened in another session' });
    expect(sent.body).not.toContain('Typed');
  });

  it('says that the browser has to take cookies where none came with it, and only there', async () => {
    const { token, cookie } = await openedBefore();
    const { cookie: session } = await signedInAs(database.db, ['administrator']);
    const typed = { ...TYPED, _csrf: token };
    const withCookie = await send('/people/new', cookie, typed, OWN_PAGE);
    const without = await send('/people/new', session, typed, OWN_PAGE);
    expect([withCookie, without].map(({ body }) => body.includes('in another session'))).toEqual([
      true,
      true,
    ]);
    expect([withCookie, without].map(({ body }) => body.includes('has to take cookies'))).toEqual([
      false,
      true,
    ]);
  });

  it('comes back with a place for its file, which has to be chosen anew', async () => {
    const { token, cookie } = await openedBefore();
    const form = new FormData();
    form.set('_csrf', token);
    form.set('note', 'Kept');
    form.set('file', new Blob(['a plan']), 'plan.docx');
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const sent = await server.app.inject({
      method: 'POST',
      url: '/plan/import',
      headers: { ...OWN_PAGE, cookie, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(sent.statusCode).toBe(403);
    expect(sent.body).toMatch(/<form[^>]* enctype="multipart\/form-data"/);
    expect(sent.body).toContain('Choose plan.docx again');
    expect(hiddenFields(sent.body)['note']).toBe('Kept');
  });

  it('does not come back where the browser does not say that our own page sent it', async () => {
    const { token, cookie } = await openedBefore();
    for (const headers of [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
      { ...OWN_PAGE, origin: 'https://evil.example' },
    ]) {
      const sent = await send('/people/new', cookie, { ...TYPED, _csrf: token }, headers);
      expect(sent.statusCode).toBe(403);
      expect(sent.body).not.toContain('Typed');
      expect(sent.body).not.toContain('name="_csrf"');
    }
  });
});

describe('a form opened before signing out', () => {
  it('is told to sign in first, and after that comes back', async () => {
    const person = await signedInAs(database.db, 'administrator');
    const { token, cookie } = await openForm(server.app, '/sign-in', { cookie: person.cookie });
    const withoutSession = cookie
      .split('; ')
      .filter((one) => one !== person.cookie)
      .join('; ');
    const out = await send('/people/new', withoutSession, { ...TYPED, _csrf: token }, OWN_PAGE);
    expect([out.statusCode, out.body.includes('You are not signed in')]).toEqual([403, true]);
    const next = await signedInAs(database.db, 'administrator');
    const back = await send(
      '/people/new',
      `${withoutSession}; ${next.cookie}`,
      { ...TYPED, _csrf: token },
      OWN_PAGE,
    );
    expect(hiddenFields(back.body)['wording']).toBe(TYPED.wording);
  });
});
