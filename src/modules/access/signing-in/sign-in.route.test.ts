import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountHolder,
  type AccountHolder,
  appOn,
  codeAt,
  linkFor,
  PASSWORD,
} from '../../../../test/support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import { signedInAs } from '../../../../test/support/signed-in.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { openForm } from '../../../platform/web/story/form-token.ts';
import { endRole, giveRole } from '../roles/give-role.ts';
import { roleGrants } from '../roles/role-grants.read.ts';
import { hashOfToken } from '../sessions/who-asks.read.ts';
import { addDays, plainDay, systemClock, todayInLondon } from '../../../platform/time/plain-day.ts';
import { cookieName } from '../../../../test/support/cookie-names.ts';

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

const TEST = { kind: 'operator', name: 'Test' } as const;
let surnames = 0;

function someone(roles?: Parameters<typeof accountHolder>[2]): Promise<AccountHolder> {
  surnames += 1;
  return accountHolder(database.db, `Someone${surnames}`, roles);
}

async function withPassword(name: string, password = PASSWORD, back = ''): Promise<PlanVisitor> {
  const visitor = new PlanVisitor(server);
  await visitor.open(`/sign-in${back}`);
  await visitor.send('/sign-in', { name, password });
  return visitor;
}

async function signIn(holder: AccountHolder, steps = 0): Promise<PlanVisitor> {
  const visitor = await withPassword(holder.signInName);
  await visitor.send('/sign-in/code', { code: await codeAt(steps) });
  return visitor;
}

/** What a request with a session's cookie is told. */
async function ask(cookie: string, url = '/account', on = server) {
  const { statusCode, headers, body } = await on.app.inject({ method: 'GET', url, headers: { cookie } });
  return { statusCode, location: headers.location, body, headers };
}

function sessionOf(visitor: PlanVisitor): string {
  return `${cookieName('session')}=${visitor.cookie('session') ?? ''}`;
}

const inside = { statusCode: 200 };
const sentToSignIn = { statusCode: 303, location: '/sign-in?back=%2Faccount' };

describe('signing in with a password and a code', () => {
  it('leads back to the page that was asked for', async () => {
    const holder = await someone(['auditor']);
    const visitor = new PlanVisitor(server);
    const asked = await visitor.open('/audit?who=clerk');
    expect(asked.path).toBe('/sign-in?back=%2Faudit%3Fwho%3Dclerk');
    expect(asked.words).toContain('The page you asked for is for people who have signed in');
    await visitor.send('/sign-in', { name: holder.signInName.toUpperCase(), password: PASSWORD });
    const { status, path, words } = await visitor.send('/sign-in/code', { code: await codeAt(0) });
    expect([status, path]).toEqual([200, '/audit?who=clerk']);
    expect(words).toContain('Sign out');
  });

  it('gives a new token of 256 bits to this browser alone, out of reach of scripts and other sites', async () => {
    const holder = await someone();
    const visitor = await withPassword(holder.signInName);
    visitor.keepCookie('session', 'planted-by-somebody-else');
    await visitor.send('/sign-in/code', { code: await codeAt(0) });
    const token = visitor.cookie('session') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const kept = await database.db.selectFrom('access.session').select('token_hash').execute();
    expect(kept.some(({ token_hash: hash }) => hash.equals(hashOfToken(token)))).toBe(true);
    expect(kept.some(({ token_hash: hash }) => hash.includes(token.slice(0, 8)))).toBe(false);
    expect(await ask(`${cookieName('session')}=planted-by-somebody-else`)).toMatchObject(sentToSignIn);
    const { cookies } = visitor.lastResponse;
    expect(cookies.find(({ name }) => name === cookieName('session'))).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
  });

  it('is __Host- and Secure where readers come over HTTPS, and cannot be planted by a neighbour', async () => {
    const secure = await appOn(database, { publicUrl: 'https://plan.loamshire.example' });
    const holder = await someone();
    const headers = { host: 'plan.loamshire.example', 'content-type': 'application/x-www-form-urlencoded' };
    const form = await secure.app.inject({ method: 'GET', url: '/sign-in', headers });
    const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    const jar = form.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
    const half = await secure.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { ...headers, cookie: jar.join('; ') },
      payload: new URLSearchParams({ _csrf: token, name: holder.signInName, password: PASSWORD }).toString(),
    });
    expect(half.cookies.map(({ name }) => name)).toEqual([cookieName('half-way', { secure: true })]);
    expect(half.cookies[0]).toMatchObject({ secure: true, httpOnly: true, path: '/', sameSite: 'Lax' });
    const visitor = await signIn(await someone());
    const plain = visitor.cookie('session') ?? '';
    const planted = await secure.app.inject({
      url: '/account',
      headers: { ...headers, cookie: `${cookieName('session')}=${plain}` },
    });
    expect(planted.statusCode).toBe(303);
    await secure.app.close();
  });

  it.each([
    ['a wrong password', async () => [(await someone()).signInName, 'violin orchard gravel tuesday']],
    ['a name that is nobody’s', async () => ['nobody@loamshire.example', PASSWORD]],
    [
      'an account that was closed',
      async () => {
        const { personId, signInName } = await someone();
        await database.db
          .updateTable('access.account')
          .set({ closed_at: new Date() })
          .where('person_id', '=', personId)
          .execute();
        return [signInName, PASSWORD];
      },
    ],
    [
      'an account without a password',
      async () => {
        const { personId, signInName } = await someone();
        await database.db
          .updateTable('access.account')
          .set({ password_hash: null, code_secret: null })
          .where('person_id', '=', personId)
          .execute();
        return [signInName, PASSWORD];
      },
    ],
  ])('refuses %s in one and the same page', async (_name, who) => {
    const [name = '', password = ''] = await who();
    const visitor = await withPassword(name, password);
    const { status, html, words } = visitor.shown;
    expect(status).toBe(422);
    expect(words).toContain('The name or the password is wrong');
    const nobody = await withPassword('somebody.else@loamshire.example', 'whatever it may be today');
    const alike = (page: string) =>
      page
        .replaceAll(/value="[^"]*"/g, '')
        .replaceAll(/data-options="[^"]*"/g, '')
        .replaceAll(/[B-Z2-9]{4}-[B-Z2-9]{4}/g, '');
    expect(alike(html)).toBe(alike(nobody.shown.html));
    expect(visitor.cookie('half-way')).toBeUndefined();
  });

  it('keeps what was typed but the password, which is not sent back', async () => {
    const { shown } = await withPassword('<b>me</b>@loamshire.example', 'something I typed wrongly');
    expect(shown.html).toContain('value="&lt;b>me&lt;/b>@loamshire.example"');
    expect(shown.html).not.toContain('something I typed wrongly');
  });

  it.each([
    ['', 'Enter the name you sign in with'],
    ['x'.repeat(255), 'The name you sign in with must be 254 characters or fewer'],
  ])('says what is missing in a name like %j', async (name, sentence) => {
    expect((await withPassword(name)).shown.words).toContain(sentence);
  });

  it('does not let a password alone in anywhere', async () => {
    const holder = await someone(['administrator']);
    const visitor = await withPassword(holder.signInName);
    const cookie = `${cookieName('half-way')}=${visitor.cookie('half-way') ?? ''}`;
    const guarded = server
      .listRoutes()
      .filter(({ access, method }) => access !== 'public' && method === 'GET');
    expect(guarded.length).toBeGreaterThan(20);
    for (const { path } of guarded)
      expect((await ask(cookie, path.replaceAll(/:[a-z]+/g, '1'))).statusCode, path).toBe(303);
  });

  it('takes a code once, also of two who present it at the same moment', async () => {
    const holder = await someone();
    const visitors = await Promise.all([1, 2, 3, 4].map(() => withPassword(holder.signInName)));
    const code = await codeAt(0);
    await Promise.all(visitors.map((visitor) => visitor.send('/sign-in/code', { code })));
    expect(visitors.filter((visitor) => visitor.cookie('session') !== undefined)).toHaveLength(1);
    const late = await withPassword(holder.signInName);
    expect((await late.send('/sign-in/code', { code })).words).toContain('does not fit, or was used already');
  });

  it.each([
    ['half a minute early', 1, true],
    ['right', 0, true],
    ['two minutes early', 4, false],
    ['two minutes late', -4, false],
  ])('takes a code of a phone whose clock is %s: %s steps, %s', async (_name, steps, taken) => {
    const visitor = await signIn(await someone(), steps);
    expect(visitor.cookie('session') !== undefined).toBe(taken);
  });

  it.each(['000000', '12345', 'abcdef', '', '1234567', "' or 1=1 --", '１２３４５６'])(
    'refuses %j as a code, and says what to do',
    async (code) => {
      const visitor = await withPassword((await someone()).signInName);
      const { status, words } = await visitor.send('/sign-in/code', { code });
      expect(status).toBe(422);
      expect(words).toMatch(/Enter the six figures|That code does not fit/);
      expect(visitor.cookie('session')).toBeUndefined();
    },
  );

  it('takes each recovery code once', async () => {
    const holder = await someone();
    const [first = '', second = ''] = holder.recoveryCodes;
    const use = async (code: string) => {
      const visitor = await withPassword(holder.signInName);
      await visitor.send('/sign-in/code', { code });
      return visitor.cookie('session') !== undefined;
    };
    expect([
      await use(first.toLowerCase().replace('-', ' ')),
      await use(first),
      await use(second),
      await use('BCDFG-BCDFG'),
    ]).toEqual([true, false, true, false]);
  });

  it('begins again where the password was changed between the two halves', async () => {
    const holder = await someone();
    const visitor = await withPassword(holder.signInName);
    await database.db
      .updateTable('access.account')
      .set({ password_hash: '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA' })
      .where('person_id', '=', holder.personId)
      .execute();
    const { status, words } = await visitor.send('/sign-in/code', { code: await codeAt(0) });
    expect([status, words.includes('Signing in took too long')]).toEqual([403, true]);
  });

  it.each(['', 'AAAA', 'x'.repeat(5000), '{"personId":1}'])(
    'knows a forged half of a sign-in: %s',
    async (half) => {
      const visitor = new PlanVisitor(server);
      visitor.keepCookie('half-way', half);
      expect((await visitor.open('/sign-in/code')).path).toBe('/sign-in');
    },
  );

  it('lets nobody in who has no role today, and says whom to ask', async () => {
    const visitor = await signIn(await someone([]));
    expect(visitor.shown.words).toContain('You have no role in Throughline today');
    expect(visitor.cookie('session')).toBeUndefined();
  });

  it('leads nowhere but to our own pages', async () => {
    const holder = await someone();
    for (const back of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/x\r\nSet-Cookie: a=b',
    ]) {
      const visitor = await withPassword(
        holder.signInName,
        PASSWORD,
        `?${new URLSearchParams({ back }).toString()}`,
      );
      expect(visitor.shown.path).toBe('/sign-in/code');
    }
  });
});

describe('guessing', () => {
  const guess = (name: string, address: string, cookie = '') =>
    openForm(server.app, '/sign-in', cookie === '' ? {} : { cookie }).then(async (form) => {
      const answer = await server.app.inject({
        method: 'POST',
        url: '/sign-in',
        remoteAddress: address,
        headers: { cookie: form.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          _csrf: form.token,
          name,
          password: 'guess after guess after',
        }).toString(),
      });
      return answer.body.includes('too many attempts') ? 'turned away' : 'refused';
    });

  it('is turned away after ten in one name from one place, for names that are nobody’s as well', async () => {
    const { signInName } = await someone();
    for (const name of [signInName, 'not.there@loamshire.example']) {
      const answers: string[] = [];
      for (let count = 1; count <= 12; count += 1) answers.push(await guess(name, '198.51.100.1'));
      expect(answers.filter((answer) => answer === 'refused')).toHaveLength(10);
      expect(answers.slice(10)).toEqual(['turned away', 'turned away']);
    }
  });

  it('lets no more through when they come all at once', async () => {
    const { signInName } = await someone();
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess(signInName, '198.51.100.2')));
    expect(answers.filter((answer) => answer === 'refused').length).toBeLessThanOrEqual(10);
  });

  it('shuts nobody out of a device they have signed in on, nor out of another place', async () => {
    const holder = await someone();
    const own = await signIn(holder);
    for (let count = 1; count <= 12; count += 1) await guess(holder.signInName, '127.0.0.1');
    expect(await guess(holder.signInName, '127.0.0.1')).toBe('turned away');
    expect(await guess(holder.signInName, '203.0.113.9')).toBe('refused');
    await own.open('/sign-in');
    await own.send('/sign-in', { name: holder.signInName, password: PASSWORD });
    expect(own.shown.path).toBe('/sign-in/code');
  });

  it('of codes is turned away as well, though only who knows the password comes so far', async () => {
    const holder = await someone();
    const visitor = await withPassword(holder.signInName);
    const said: boolean[] = [];
    for (let count = 1; count <= 12; count += 1)
      said.push(
        (await visitor.send('/sign-in/code', { code: '000000' })).words.includes('too many attempts'),
      );
    expect(said.indexOf(true)).toBe(10);
    expect((await visitor.send('/sign-in/code', { code: await codeAt(0) })).words).toContain(
      'too many attempts',
    );
  });

  it('stands in the trail where there is such a person, and says nothing of what was typed', async () => {
    const holder = await someone();
    await withPassword(holder.signInName, 'a guess that nobody may read');
    const events = await database.db
      .selectFrom('audit.event')
      .select([sql<string>`detail::text`.as('detail'), 'actor_kind'])
      .where('type', '=', 'sign-in-failed')
      .where('subject_ref', '=', String(holder.personId))
      .execute();
    expect(events).toEqual([{ detail: '{"step":"password"}', actor_kind: 'visitor' }]);
  });
});

describe('a session ends', () => {
  const cases: readonly (readonly [string, (holder: AccountHolder, cookie: string) => Promise<unknown>])[] = [
    [
      'after an hour without a page',
      ({ personId }) =>
        sql`update access.session set last_seen_at = clock_timestamp() - interval '3601 seconds' where person_id = ${personId}`.execute(
          database.db,
        ),
    ],
    [
      'after twelve hours in all',
      ({ personId }) =>
        sql`update access.session set ends_at = clock_timestamp() where person_id = ${personId}`.execute(
          database.db,
        ),
    ],
    [
      'when its person’s way in is closed',
      ({ personId }) =>
        database.db
          .updateTable('access.account')
          .set({ closed_at: new Date() })
          .where('person_id', '=', personId)
          .execute(),
    ],
    [
      'when the last role is taken away',
      async ({ personId }) => {
        const [grant] = await roleGrants(database.db, todayInLondon(systemClock), { personId });
        await database.db
          .transaction()
          .execute((tx) => endRole(tx, TEST, grant?.id ?? 0, { lastDay: null, reason: 'A test' }));
      },
    ],
  ];

  it.each(cases)('%s: the next request on every process is the public’s', async (_name, end) => {
    const holder = await someone();
    const cookie = sessionOf(await signIn(holder));
    expect([await ask(cookie), await ask(cookie, '/account', other)]).toMatchObject([inside, inside]);
    await end(holder, cookie);
    const after = [await ask(cookie), await ask(cookie, '/account', other)];
    expect(after).toMatchObject([sentToSignIn, sentToSignIn]);
    expect(after[0]?.headers['set-cookie']).toContain(`${cookieName('session')}=;`);
  });

  it('for good: a role that is given again wakes no old session', async () => {
    const holder = await someone();
    const cookie = sessionOf(await signIn(holder));
    const today = todayInLondon(systemClock);
    const [grant] = await roleGrants(database.db, today, { personId: holder.personId });
    const act = database.db.transaction();
    await act.execute((tx) => endRole(tx, TEST, grant?.id ?? 0, { lastDay: null, reason: 'A test' }));
    expect(await ask(cookie)).toMatchObject(sentToSignIn);
    await act.execute((tx) =>
      giveRole(tx, TEST, {
        role: 'auditor',
        to: { personId: holder.personId },
        from: today,
        until: null,
        source: 'A test',
        givenBy: 'person',
      }),
    );
    expect(await ask(cookie)).toMatchObject(sentToSignIn);
  });

  it('does not end a minute before the hour', async () => {
    const holder = await someone();
    const cookie = sessionOf(await signIn(holder));
    await sql`update access.session set last_seen_at = clock_timestamp() - interval '3540 seconds'
      where person_id = ${holder.personId}`.execute(database.db);
    expect(await ask(cookie)).toMatchObject(inside);
  });

  it('at the next request after a role’s end, under a stream of requests on two processes', async () => {
    const holder = await someone(['auditor']);
    const cookie = sessionOf(await signIn(holder));
    const [grant] = await roleGrants(database.db, todayInLondon(systemClock), { personId: holder.personId });
    const seen: { readonly isAfter: boolean; readonly status: number }[] = [];
    const count = (isAfter: boolean) => seen.filter((one) => one.isAfter === isAfter).length;
    let hasEnded = false;
    const probe = async (on: WebServer) => {
      while (count(true) < 20) {
        const isAfter = hasEnded;
        seen.push({ isAfter, status: (await ask(cookie, '/audit', on)).statusCode });
      }
    };
    const stop = async () => {
      await expect.poll(() => count(false)).toBeGreaterThan(10);
      await database.db
        .transaction()
        .execute((tx) => endRole(tx, TEST, grant?.id ?? 0, { lastDay: null, reason: 'A test' }));
      hasEnded = true;
    };
    await Promise.all([probe(server), probe(other), stop()]);
    expect(seen.filter(({ status }) => status === 200).length).toBeGreaterThan(5);
    expect(seen.filter(({ isAfter, status }) => isAfter && status === 200)).toEqual([]);
  });

  it('when they sign out, here alone or everywhere', async () => {
    const holder = await someone();
    const [one, two] = [await signIn(holder, 0), await signIn(holder, 1)];
    const cookies = [sessionOf(one), sessionOf(two)];
    await one.open('/sign-out');
    const out = await one.send('/sign-out');
    expect(out.words).toContain('You are signed out.');
    expect([(await ask(cookies[0] ?? '')).statusCode, (await ask(cookies[1] ?? '')).statusCode]).toEqual([
      303, 200,
    ]);
    await two.open('/sign-out');
    await two.send('/sign-out', { everywhere: 'yes' });
    expect((await ask(cookies[1] ?? '')).statusCode).toBe(303);
  });

  it('and its pages are kept by no cache', async () => {
    const cookie = sessionOf(await signIn(await someone()));
    for (const url of ['/', '/account', '/people', '/glossary', '/no/such/page'])
      expect((await ask(cookie, url)).headers['cache-control'], url).toBe('no-store');
  });

  it.each(['', 'x', 'a'.repeat(43), 'a'.repeat(8000), '%00', "' or true --", '../../etc'])(
    'that never was is the public: %s',
    async (token) => {
      expect((await ask(`${cookieName('session')}=${token}`)).statusCode).toBe(303);
      expect((await ask(`${cookieName('session')}=${token}`, '/')).statusCode).toBe(200);
    },
  );
});

describe('a session’s token', () => {
  const older = (personId: number, seconds: number) =>
    sql`update access.session set changed_at = clock_timestamp() - make_interval(secs => ${seconds}),
      last_seen_at = clock_timestamp() - interval '2 minutes' where person_id = ${personId}`.execute(
      database.db,
    );
  const given = (answer: Awaited<ReturnType<typeof ask>>) =>
    /session-\w+=([\w-]{43})/.exec(String(answer.headers['set-cookie'] ?? ''))?.[1];

  it('is changed for another after half an hour, once for requests at the same moment', async () => {
    const holder = await someone();
    const cookie = sessionOf(await signIn(holder));
    await older(holder.personId, 29 * 60);
    expect(given(await ask(cookie))).toBeUndefined();
    await older(holder.personId, 31 * 60);
    const answers = await Promise.all([ask(cookie), ask(cookie), ask(cookie, '/account', other)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const tokens = answers.map(given).filter((token) => token !== undefined);
    expect(tokens).toHaveLength(1);
    expect(tokens[0]).not.toBe(cookie.slice(`${cookieName('session')}=`.length));
  });

  it('goes on being good until the browser shows the new one, and no longer', async () => {
    const holder = await someone();
    const before = sessionOf(await signIn(holder));
    await older(holder.personId, 31 * 60);
    const after = `${cookieName('session')}=${given(await ask(before)) ?? ''}`;
    // The answer was lost on the way: the browser still holds the one before.
    await older(holder.personId, 5 * 60);
    expect((await ask(before)).statusCode).toBe(200);
    await older(holder.personId, 5 * 60);
    expect((await ask(after)).statusCode).toBe(200);
    expect([(await ask(before)).statusCode, (await ask(after)).statusCode]).toEqual([303, 200]);
  });

  it('of a session that ended is none, nor is the one before it', async () => {
    const holder = await someone();
    const visitor = await signIn(holder);
    const before = sessionOf(visitor);
    await older(holder.personId, 31 * 60);
    const after = `${cookieName('session')}=${given(await ask(before)) ?? ''}`;
    await visitor.open('/sign-out');
    await visitor.send('/sign-out');
    expect([(await ask(before)).statusCode, (await ask(after)).statusCode]).toEqual([303, 303]);
  });
});

describe('a form that was open when the session ended', () => {
  it('is not saved, and says how to go on without losing what was typed', async () => {
    const holder = await someone(['administrator']);
    const visitor = await signIn(holder);
    await visitor.open('/people/new');
    await database.db
      .updateTable('access.session')
      .set({ ended_at: new Date(), ended_why: 'by-administrator' })
      .where('person_id', '=', holder.personId)
      .execute();
    const { status, words } = await visitor.send('/people/new', { surname: 'Typed', source: 'x' });
    expect(status).toBe(403);
    expect(words).toContain('You are not signed in');
    expect(words).toContain('what you typed is still there');
  });
});

describe('roles hold on their days', () => {
  const today = todayInLondon(systemClock);
  it.each([
    ['from today', today, null, true],
    ['to today', plainDay(2020, 1, 1), today, true],
    ['from tomorrow', addDays(today, 1), null, false],
    ['to yesterday', plainDay(2020, 1, 1), addDays(today, -1), false],
  ])('%s', async (_name, from, until, open) => {
    const holder = await someone(['partner']);
    await database.db.transaction().execute((tx) =>
      giveRole(tx, TEST, {
        role: 'auditor',
        to: { personId: holder.personId },
        from,
        until,
        source: 'A test',
        givenBy: 'person',
      }),
    );
    const cookie = sessionOf(await signIn(holder));
    expect((await ask(cookie, '/audit')).statusCode).toBe(open ? 200 : 403);
  });
});

describe('a link to set up how one signs in', () => {
  const open = async (token: string) => (await new PlanVisitor(server).open(`/link/${token}`)).status;

  it('works until it is used, is too old, is replaced or its account is closed', async () => {
    const { personId } = await someone();
    const first = await linkFor(database.db, personId);
    expect(await open(first)).toBe(200);
    const second = await linkFor(database.db, personId);
    expect([await open(first), await open(second)]).toEqual([404, 200]);
    await sql`update access.link set ends_at = clock_timestamp() where person_id = ${personId}`.execute(
      database.db,
    );
    expect(await open(second)).toBe(404);
    const third = await linkFor(database.db, personId);
    await database.db
      .updateTable('access.account')
      .set({ closed_at: new Date() })
      .where('person_id', '=', personId)
      .execute();
    expect(await open(third)).toBe(404);
  });

  it.each(['', 'x', 'a'.repeat(43), '..%2f', '%00'])('that never was says the same: %j', async (token) => {
    expect(await open(token === '' ? 'none' : token)).toBe(404);
  });

  it('that works no more shows whoever is signed in, and whoever used it, the way on', async () => {
    const { personId } = await someone();
    const used = await linkFor(database.db, personId);
    await linkFor(database.db, personId);
    const { cookie } = await signedInAs(database.db, 'clerk');
    const ask = (token: string, headers: Record<string, string> = {}) =>
      server.app.inject({ url: `/link/${token}`, headers });
    for (const token of [used, 'never-was']) {
      const signedIn = await ask(token, { cookie });
      expect([signedIn.statusCode, signedIn.body.includes('href="/account"')]).toEqual([409, true]);
      const stranger = await ask(token);
      expect([stranger.statusCode, stranger.body.includes('If you used it yourself')]).toEqual([404, true]);
    }
  });

  it('shows a weak password, a wrong code or a stale page what to do, and changes nothing', async () => {
    const holder = await someone();
    const token = await linkFor(database.db, holder.personId);
    const visitor = new PlanVisitor(server);
    await visitor.open(`/link/${token}`);
    const path = `/link/${token}`;
    const weak = await visitor.send(path, { password: 'passwordpassword', code: '000000' });
    expect([weak.status, weak.words.includes('lists of passwords')]).toEqual([422, true]);
    const wrong = await visitor.send(path, { password: 'seven lanterns over quiet water', code: '000000' });
    expect([wrong.status, wrong.words.includes('do not come from this authenticator')]).toEqual([422, true]);
    const forged = await visitor.send(path, {
      password: 'seven lanterns over quiet water',
      code: '000000',
      authenticator: 'forged',
    });
    expect(forged.words).toContain('stood open too long');
    expect((await signIn(holder)).cookie('session')).toBeDefined();
  });
});
