import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPasskey } from '../../src/modules/access/credentials/change-credentials.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import { accountHolder, appOn, testSeal } from '../support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Otherwise, SoftwarePasskey } from '../support/software-passkey.ts';
import { cookieName } from '../support/cookie-names.ts';

const TEST = { kind: 'operator', name: 'Test' } as const;
const HOST = 'localhost:80';

let database: TestDatabase;
let server: WebServer;
/** A second process on the same database. */
let other: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database);
  other = await appOn(database);
});
afterAll(async () => {
  await server.app.close();
  await other.app.close();
  await database.close();
});

let made = 0;

/** Somebody with a passkey, kept with a counter. */
async function somebody(counter = 0) {
  made += 1;
  const { personId } = await accountHolder(database.db, `Passkey${made}`);
  const passkey = new SoftwarePasskey();
  await database.db.transaction().execute((tx) =>
    addPasskey(tx, TEST, personId, {
      credentialId: passkey.id,
      publicKey: passkey.publicKey,
      counter,
      transports: [],
      name: 'A test',
    }),
  );
  return { personId, passkey };
}

/** The page to sign in, as a browser has it. */
async function signInPage() {
  const page = await server.app.inject({ url: '/sign-in', headers: { host: HOST } });
  return {
    challenge: /challenge(?:&quot;|"):(?:&quot;|")([\w-]+)/.exec(page.body)?.[1] ?? '',
    token: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '',
    cookie: page.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
  };
}

type Page = Awaited<ReturnType<typeof signInPage>>;

async function send({ token, cookie }: Page, answer: string, on = server) {
  const sent = await on.app.inject({
    method: 'POST',
    url: '/sign-in/passkey',
    headers: { host: HOST, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, answer }).toString(),
  });
  return {
    status: sent.statusCode,
    isIn: sent.cookies.some(({ name }) => name === cookieName('session')),
    body: sent.body,
  };
}

const IN = { status: 303, isIn: true };
const REFUSED = { status: 422, isIn: false };

describe('an answer of a passkey', () => {
  it('lets its owner in', async () => {
    const { passkey } = await somebody();
    const page = await signInPage();
    expect(page.challenge.length).toBeGreaterThan(40);
    expect(await send(page, passkey.answer(page.challenge))).toMatchObject(IN);
  });

  it('lets nobody in a second time, on this process or another, nor of two at the same moment', async () => {
    const { passkey } = await somebody();
    const page = await signInPage();
    const answer = passkey.answer(page.challenge);
    const both = await Promise.all([send(page, answer), send(page, answer, other)]);
    expect(both.filter(({ isIn }) => isIn)).toHaveLength(1);
    expect(await send(page, answer)).toMatchObject(REFUSED);
    // The same challenge, answered anew.
    expect(await send(page, passkey.answer(page.challenge, { counter: 9 }), other)).toMatchObject(REFUSED);
  });

  it.each<[string, Otherwise]>([
    ['for another site', { site: 'evil.example' }],
    ['from a page of another site', { origin: 'https://evil.example' }],
    ['from another port', { origin: 'http://localhost:8080' }],
    ['that did not ask who its owner is', { verified: false }],
    ['to another question', { type: 'webauthn.create' }],
    ['signed by another key', { forged: true }],
    ['of a passkey nobody knows', { id: randomBytes(16).toString('base64url') }],
    ['of a passkey by a hostile name', { id: "' or true --" }],
  ])('%s is refused, in the same words', async (_name, otherwise) => {
    const { passkey } = await somebody();
    const page = await signInPage();
    const sent = await send(page, passkey.answer(page.challenge, otherwise));
    expect(sent).toMatchObject(REFUSED);
    expect(sent.body).toContain('That passkey was not accepted');
  });

  it.each([
    ['of somebody’s own making', () => randomBytes(40).toString('base64url')],
    ['of nothing', () => ''],
    ['that is ten minutes old', () => testSeal.closeFacts('passkey sign-in', { once: 'x' }, -1)],
    ['made for adding a passkey', () => testSeal.closeFacts('passkey of person 1', { once: 'x' }, 600)],
    ['made for something else', () => testSeal.closeFacts('device', { personId: 1 }, 600)],
  ])('to a challenge %s is refused', async (_name, challenge) => {
    const { passkey } = await somebody();
    expect(await send(await signInPage(), passkey.answer(challenge()))).toMatchObject(REFUSED);
  });

  it('whose counter went back, as a copy’s would, is refused', async () => {
    const { passkey } = await somebody(7);
    const page = await signInPage();
    expect(await send(page, passkey.answer(page.challenge, { counter: 7 }))).toMatchObject(REFUSED);
    const again = await signInPage();
    expect(await send(again, passkey.answer(again.challenge, { counter: 8 }))).toMatchObject(IN);
  });

  it('of an account that was closed is refused', async () => {
    const { passkey, personId } = await somebody();
    await database.db
      .updateTable('access.account')
      .set({ closed_at: new Date() })
      .where('person_id', '=', personId)
      .execute();
    const page = await signInPage();
    expect(await send(page, passkey.answer(page.challenge))).toMatchObject(REFUSED);
  });

  it.each([
    '',
    '{}',
    'null',
    '[]',
    '"x"',
    '{"id":"x"}',
    '{"id":1,"response":{}}',
    '{"id":"x","response":null}',
    `{"id":"x","response":{"clientDataJSON":${'['.repeat(900)}`,
  ])('that is no answer at all is refused: %s', async (answer) => {
    expect(await send(await signInPage(), answer)).toMatchObject(REFUSED);
  });
});
