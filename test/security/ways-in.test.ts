import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hash } from '@node-rs/argon2';
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForm } from '../../src/platform/web/story/form-token.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import { accountHolder, appOn, codeAt, linkFor, PASSWORD } from '../support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { PlanVisitor } from '../support/plan-visitor.ts';
import { cookieName } from '../support/cookie-names.ts';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

/**
 * Every address that lets somebody in, with what it asks for: two things of different kinds, or a passkey that asks its
 * owner who they are. Whoever adds one says here which tests show that it is no weaker.
 */
const WAYS_IN: Readonly<Record<string, string>> = {
  'POST /sign-in/code':
    'src/modules/access/signing-in/sign-in.route.test.ts: does not let a password alone in anywhere',
  'POST /sign-in/passkey': 'test/security/passkeys.test.ts: lets nobody in a second time',
  'GET /sign-in/organisation/return':
    'src/modules/access/provider/provider.route.thorough.test.ts: what comes back',
  'POST /link/:token':
    'src/modules/access/signing-in/sign-in.route.test.ts: shows a weak password, a wrong code',
  'POST /link/:token/passkey': 'test/journeys/passkeys.test.ts: is made from a link in one click',
  'POST /look-around':
    'test/access-matrix.test.ts: a real installation has no way to look around as somebody',
};

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

/** Every route whose code starts a session, as the source has it. */
function routesThatLetIn(): readonly string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .flatMap((file) => {
      const source = readFileSync(`${SOURCE}${file}`, 'utf8');
      const routes = [...source.matchAll(/method: '(GET|POST)',\s*path: '([^']+)'/g)];
      const calls = [...source.matchAll(/(?<!function )\b(finishSignIn|letIn|startSession)\(/g)];
      return calls
        .filter(() => !file.endsWith('finish-sign-in.route.ts'))
        .map(({ index }) => {
          const route = routes.findLast((one) => one.index < index);
          return route === undefined ? `somewhere in ${file}` : `${route[1]} ${route[2]}`;
        });
    });
}

async function sessions(): Promise<number> {
  const row = await database.db
    .selectFrom('access.session')
    .select((all) => all.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

describe('a way in', () => {
  it('is one of those that are known, and there is a test of each', () => {
    expect([...new Set(routesThatLetIn())].toSorted()).toEqual(Object.keys(WAYS_IN).toSorted());
    const routes = server.listRoutes().map(({ method, path }) => `${method} ${path}`);
    expect(routes).toEqual(expect.arrayContaining(Object.keys(WAYS_IN)));
    for (const seenIn of Object.values(WAYS_IN)) {
      const [file = '', title = ''] = seenIn.split(': ', 2);
      expect(readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8')).toContain(title);
    }
  });

  it('no address is, for a form that is right but says nothing', async () => {
    const before = await sessions();
    for (const { method, path } of server.listRoutes()) {
      const url = path.replaceAll(/:\w+/g, '1');
      const { token, cookie } = await openForm(server.app, '/sign-in');
      const answer = await server.app.inject({
        method,
        url,
        headers: {
          cookie,
          ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(method === 'POST' ? { payload: new URLSearchParams({ _csrf: token }).toString() } : {}),
      });
      expect(
        answer.cookies.filter(({ name, value }) => name === cookieName('session') && value !== ''),
      ).toEqual([]);
    }
    expect(await sessions()).toBe(before);
  });

  it('with a password and an authenticator shows no page to somebody half way, whatever the page', async () => {
    const holder = await accountHolder(database.db, 'Halfway', ['administrator', 'programme-manager']);
    const visitor = new PlanVisitor(server);
    await visitor.open('/sign-in');
    await visitor.send('/sign-in', { name: holder.signInName, password: PASSWORD });
    expect(visitor.cookie('half-way')).toBeDefined();
    const cookie = `${cookieName('half-way')}=${encodeURIComponent(visitor.cookie('half-way') ?? '')}`;
    for (const { path, access } of server.listRoutes().filter(({ method }) => method === 'GET')) {
      if (access === 'public') continue;
      const answer = await server.app.inject({ url: path.replaceAll(/:\w+/g, '1'), headers: { cookie } });
      expect([path, answer.statusCode, String(answer.headers.location).startsWith('/sign-in?back=')]).toEqual(
        [path, 303, true],
      );
    }
  });

  it('ends the session that was in that browser before, whoever’s it was', async () => {
    const [first, second] = [
      await accountHolder(database.db, 'First'),
      await accountHolder(database.db, 'Second'),
    ];
    const visitor = new PlanVisitor(server);
    const signIn = async ({ signInName }: { signInName: string }) => {
      await visitor.open('/sign-in');
      await visitor.send('/sign-in', { name: signInName, password: PASSWORD });
      await visitor.send('/sign-in/code', { code: await codeAt(0) });
      return visitor.cookie('session') ?? '';
    };
    const before = await signIn(first);
    const after = await signIn(second);
    expect(after).not.toBe(before);
    const statusFor = async (token: string) =>
      (await server.app.inject({ url: '/account', headers: { cookie: `${cookieName('session')}=${token}` } }))
        .statusCode;
    expect([await statusFor(before), await statusFor(after)]).toEqual([303, 200]);
  });

  it('by a link that was sent to somebody ends the session it was opened in, and is kept by no cache', async () => {
    const [first, second] = [
      await accountHolder(database.db, 'Third'),
      await accountHolder(database.db, 'Fourth'),
    ];
    const visitor = new PlanVisitor(server);
    await visitor.open('/sign-in');
    await visitor.send('/sign-in', { name: first.signInName, password: PASSWORD });
    await visitor.send('/sign-in/code', { code: await codeAt(0) });
    const before = visitor.cookie('session') ?? '';
    const link = await linkFor(database.db, second.personId);
    const page = await visitor.open(`/link/${link}`);
    const secret = /([A-Z2-7]{4} ){3,}[A-Z2-7]{4}/.exec(page.words)?.[0].replaceAll(' ', '') ?? '';
    const set = await visitor.send(`/link/${link}`, {
      password: 'copper lantern seldom walrus',
      code: await generate({ secret }),
    });
    expect(set.status).toBe(200);
    expect(set.words).toMatch(/[B-Z2-9]{5}-[B-Z2-9]{5}/);
    expect(visitor.cookie('session')).not.toBe(before);
    const old = await server.app.inject({
      url: '/account',
      headers: { cookie: `${cookieName('session')}=${before}` },
    });
    expect(old.statusCode).toBe(303);
  });
});

describe('what is kept of a secret', () => {
  it('is nowhere the secret itself, nor what a copy of the database alone would be enough to try it on', async () => {
    const holder = await accountHolder(database.db, 'Kept');
    const link = await linkFor(database.db, holder.personId);
    const [code = ''] = holder.recoveryCodes;
    const rows = [
      ...(await database.db.selectFrom('access.recovery_code').selectAll().execute()),
      ...(await database.db.selectFrom('access.account').selectAll().execute()),
      ...(await database.db.selectFrom('access.link').selectAll().execute()),
    ];
    const text = JSON.stringify(rows, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data)
        ? Buffer.from(value.data as number[]).toString('latin1')
        : value,
    );
    for (const secret of [PASSWORD, code, code.replace('-', ''), link]) expect(text).not.toContain(secret);
    const plain = [code, code.replace('-', ''), `recovery code ${code.replace('-', '')}`].map((one) =>
      createHash('sha256').update(one).digest(),
    );
    const marks = await database.db
      .selectFrom('access.recovery_code')
      .select('code_hash')
      .where('person_id', '=', holder.personId)
      .execute();
    expect(marks).toHaveLength(10);
    for (const { code_hash: mark } of marks) expect(plain.some((one) => one.equals(mark))).toBe(false);
  });

  it('of a password is Argon2id with 19 MiB and two passes, and one made with less is made anew at sign-in', async () => {
    const holder = await accountHolder(database.db, 'Older');
    const hashOf = async () =>
      (
        await database.db
          .selectFrom('access.account')
          .select('password_hash')
          .where('person_id', '=', holder.personId)
          .executeTakeFirstOrThrow()
      ).password_hash ?? '';
    expect(await hashOf()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await database.db
      .updateTable('access.account')
      .set({ password_hash: weak })
      .where('person_id', '=', holder.personId)
      .execute();
    const visitor = new PlanVisitor(server);
    await visitor.open('/sign-in');
    await visitor.send('/sign-in', { name: holder.signInName, password: PASSWORD });
    expect(await hashOf()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const { path } = await visitor.send('/sign-in/code', { code: await codeAt(0) });
    expect(path).toBe('/');
  });
});
