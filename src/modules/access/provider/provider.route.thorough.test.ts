import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tampering } from '../../../../test/support/identity-provider.ts';
import {
  OPERATOR,
  type ProviderSignInWorld,
  startProviderSignIn,
} from '../../../../test/support/provider-sign-in.ts';
import { Traveller } from '../../../../test/support/traveller.ts';
import { addPerson, type Role } from '../../identity/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { addDays, plainDay, systemClock, todayInLondon } from '../../../platform/time/plain-day.ts';
import { closeAccount, openAccount } from '../accounts/keep-accounts.ts';
import { endRole, giveRole } from '../roles/give-role.ts';
import { accessBelongings } from '../belongings.ts';
import { cookieName } from '../../../../test/support/cookie-names.ts';

const RETURN = '/sign-in/organisation/return';
const NAME = { title: null, knownAs: null, suffix: null, honours: [] };

let world: ProviderSignInWorld;
beforeAll(async () => {
  world = await startProviderSignIn();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.provider.tampering = 'none';
  await world.connectProvider();
});

let number = 0;

/** Somebody the provider knows and nobody here does; they sign in there without being asked. */
function stranger(claims: Record<string, unknown> = {}): string {
  number += 1;
  const id = `subject-${number}`;
  world.provider.accounts[id] = {
    name: `Jo Number${number}`,
    email: `jo${number}@loamshire.example`,
    email_verified: true,
    roles: ['Plan.Manage'],
    ...claims,
  };
  world.provider.signsInAtOnce = id;
  return id;
}

function signIn(traveller = new Traveller(), back = '/guarded?on=2026-05-12') {
  return traveller.open(`${world.address}/sign-in/organisation?${new URLSearchParams({ back }).toString()}`);
}

/** Goes to the provider and stops before coming back. */
async function halfWay(traveller = new Traveller()) {
  const { url } = await traveller.open(`${world.address}/sign-in/organisation?back=/guarded`, RETURN);
  return { traveller, url };
}

async function somebodyHere(signInName: string, { throughProvider = true } = {}): Promise<number> {
  return world.db.transaction().execute(async (tx) => {
    const personId = await addPerson(tx, OPERATOR, {
      name: { ...NAME, forenames: ['Robin'], surname: 'Here' },
      source: 'Test',
    });
    const opened = await openAccount(tx, OPERATOR, { personId, signInName, throughProvider });
    expect(opened.kind).toBe('opened');
    return personId;
  });
}

function give(personId: number, role: Role, givenBy: 'person' | 'provider' = 'person') {
  return world.db.transaction().execute((tx) =>
    giveRole(tx, OPERATOR, {
      role,
      to: { personId },
      from: plainDay(2020, 1, 1),
      until: null,
      source: 'Test',
      givenBy,
    }),
  );
}

async function personOf(subject: string): Promise<number | undefined> {
  const tied = await world.db
    .selectFrom('access.outside_account')
    .select('person_id')
    .where('subject', '=', subject)
    .executeTakeFirst();
  return tied?.person_id;
}

async function rolesNow(personId: number | undefined) {
  return world.db
    .selectFrom('access.role_grant')
    .select(['role', 'given_by as by', 'source'])
    .where('person_id', '=', personId ?? -1)
    .where('replaced_at', 'is', null)
    .where('stopped_at', 'is', null)
    .orderBy('role')
    .execute();
}

async function eventsAbout(subject: string): Promise<readonly string[]> {
  const person = await personOf(subject);
  const rows = await world.db
    .selectFrom('audit.event')
    .select('type')
    .where('subject_ref', '=', String(person))
    .where('subject_kind', '=', 'person')
    .orderBy('sequence')
    .execute();
  return rows.map(({ type }) => type);
}

async function countOf(table: 'identity.person' | 'access.session'): Promise<number> {
  const { count } = await world.db
    .selectFrom(table)
    .select((all) => all.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

describe('somebody the provider vouches for', () => {
  it('is added with the roles that theirs stand for, and is where they were going', async () => {
    const subject = stranger({
      given_name: 'Jo',
      family_name: 'Larkspur',
      roles: ['plan.manage', 'Canteen'],
    });
    const shown = await signIn();
    expect(shown.url.pathname + shown.url.search).toBe('/guarded?on=2026-05-12');
    expect(shown.words).toContain('"name":"Jo Larkspur"');
    expect(await rolesNow(await personOf(subject))).toEqual([
      { role: 'programme-manager', by: 'provider', source: 'your Loamshire account' },
    ]);
    expect(await eventsAbout(subject)).toEqual([
      'person-added',
      'account-opened',
      'outside-account-tied',
      'signed-in',
    ]);
  });

  it('comes back as the same person, and nothing is written twice', async () => {
    const subject = stranger();
    await signIn();
    const people = await countOf('identity.person');
    world.provider.accounts[subject] = {
      ...world.provider.accounts[subject],
      email: 'new@loamshire.example',
    };
    expect((await signIn()).url.pathname).toBe('/guarded');
    expect(await countOf('identity.person')).toBe(people);
    expect((await eventsAbout(subject)).filter((type) => type !== 'signed-in')).toHaveLength(3);
  });

  it('is added once when they come through two windows at the same moment', async () => {
    const subject = stranger();
    const windows = [new Traveller(), new Traveller(), new Traveller()];
    const people = await countOf('identity.person');
    const shown = await Promise.all(windows.map((window) => signIn(window)));
    expect(shown.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await countOf('identity.person')).toBe(people + 1);
    expect(await rolesNow(await personOf(subject))).toHaveLength(1);
  });

  it('is tied to the account that has their address, whose roles from people stay', async () => {
    const subject = stranger({ email: 'Robin@Loamshire.example', roles: ['Figures'] });
    const personId = await somebodyHere('robin@loamshire.example');
    await give(personId, 'clerk');
    expect((await signIn()).url.pathname).toBe('/guarded');
    expect(await personOf(subject)).toBe(personId);
    expect(await rolesNow(personId)).toMatchObject([
      { role: 'analyst', by: 'provider' },
      { role: 'clerk', by: 'person' },
    ]);
  });

  it('loses at the next sign-in what was taken away there, and keeps what a person gave', async () => {
    const subject = stranger({ roles: ['Plan.Manage', 'Figures'] });
    const traveller = new Traveller();
    await signIn(traveller);
    const personId = (await personOf(subject)) ?? -1;
    await give(personId, 'clerk');
    world.provider.accounts[subject] = { ...world.provider.accounts[subject], roles: ['Figures'] };
    await signIn(traveller);
    expect(await rolesNow(personId)).toMatchObject([
      { role: 'analyst', by: 'provider' },
      { role: 'clerk', by: 'person' },
    ]);
    world.provider.accounts[subject] = { ...world.provider.accounts[subject], roles: [] };
    expect((await signIn(traveller)).words).not.toContain('analyst');
    expect(await rolesNow(personId)).toMatchObject([{ role: 'clerk', by: 'person' }]);
    world.provider.accounts[subject] = { ...world.provider.accounts[subject], roles: ['Figures'] };
    expect((await signIn(traveller)).words).toContain('analyst');
  });

  it('is told that they have no role when the last was taken away, and is signed in no longer', async () => {
    const subject = stranger();
    const traveller = new Traveller();
    await signIn(traveller);
    world.provider.accounts[subject] = { ...world.provider.accounts[subject], roles: [] };
    const shown = await signIn(traveller);
    expect(shown).toMatchObject({ status: 422 });
    expect(shown.words).toContain('You have no role in Throughline today');
    expect((await traveller.open(`${world.address}/guarded`)).words).not.toContain('programme-manager');
  });

  it('keeps the role of the last administrator', async () => {
    const subject = stranger({ roles: ['Everything'] });
    await signIn();
    world.provider.accounts[subject] = { ...world.provider.accounts[subject], roles: [] };
    expect((await signIn()).words).toContain('administrator');
    const other = stranger({ roles: ['Everything'] });
    await signIn();
    expect(await rolesNow(await personOf(other))).toHaveLength(1);
    world.provider.signsInAtOnce = subject;
    expect((await signIn()).words).toContain('You have no role in Throughline today');
  });

  it('is given no role twice that a person gave already', async () => {
    const subject = stranger({ email: 'given@loamshire.example', roles: ['Figures'] });
    const personId = await somebodyHere('given@loamshire.example');
    await give(personId, 'analyst');
    expect((await signIn()).url.pathname).toBe('/guarded');
    expect(await personOf(subject)).toBe(personId);
    expect(await rolesNow(personId)).toMatchObject([{ role: 'analyst', by: 'person' }]);
  });
});

describe('somebody who is not let in', () => {
  const refused = async (subject: string) => {
    const sessions = await countOf('access.session');
    const shown = await signIn();
    expect(shown).toMatchObject({ status: 422 });
    expect(shown.words).toContain('You have no role in Throughline Your organisation knows you');
    expect(await countOf('access.session')).toBe(sessions);
    return personOf(subject);
  };

  it.each([
    ['none', []],
    ['ones that stand for nothing here', ['Canteen']],
    ['a shape nobody expects', { admin: true }],
  ])('has no role there: %s', async (_, roles) => {
    const people = await countOf('identity.person');
    expect(await refused(stranger({ roles }))).toBeUndefined();
    expect(await countOf('identity.person')).toBe(people);
  });

  it('has an address that its provider did not check, of somebody here', async () => {
    await somebodyHere('unchecked@loamshire.example');
    const subject = stranger({ email: 'unchecked@loamshire.example', email_verified: false, roles: [] });
    expect(await refused(subject)).toBeUndefined();
  });

  it('has the address of an account that is for here alone', async () => {
    await somebodyHere('alone@loamshire.example', { throughProvider: false });
    expect(await refused(stranger({ email: 'alone@loamshire.example' }))).toBeUndefined();
  });

  it('has an address that was another’s before', async () => {
    stranger({ email: 'passed.on@loamshire.example' });
    await signIn();
    expect(await refused(stranger({ email: 'passed.on@loamshire.example' }))).toBeUndefined();
  });

  it('has an account that was closed, whatever their roles and their address are now', async () => {
    const subject = stranger();
    await signIn();
    const personId = (await personOf(subject)) ?? -1;
    await world.db.transaction().execute((tx) => closeAccount(tx, OPERATOR, personId, 'Left'));
    await refused(subject);
    world.provider.accounts[subject] = {
      ...world.provider.accounts[subject],
      email: 'other@loamshire.example',
    };
    await refused(subject);
    expect((await eventsAbout(subject)).at(-1)).toBe('sign-in-failed');
  });

  it('has an account here that was closed before they ever came through the provider', async () => {
    const personId = await somebodyHere('closed@loamshire.example');
    await world.db.transaction().execute((tx) => closeAccount(tx, OPERATOR, personId, 'Left'));
    expect(await refused(stranger({ email: 'closed@loamshire.example' }))).toBeUndefined();
  });
});

describe('what comes back', () => {
  const BEGIN_AGAIN = 'Signing in did not work Begin again .';
  const refused = async (traveller: Traveller, url: URL | string) => {
    const sessions = await countOf('access.session');
    const { status, words } = await traveller.open(url);
    const started = (await countOf('access.session')) - sessions;
    return { status, says: words.includes(BEGIN_AGAIN), started };
  };
  const TURNED_AWAY = { status: 422, says: true, started: 0 };

  it.each<[Tampering]>([
    ['wrong-nonce'],
    ['no-nonce'],
    ['bad-signature'],
    ['unsigned'],
    ['public-key-as-secret'],
    ['wrong-audience'],
    ['wrong-issuer'],
    ['expired'],
    [{ clockBehind: 90 }],
  ])('with a token of another kind is refused: %j', async (tampering) => {
    stranger();
    world.provider.tampering = tampering;
    const { traveller, url } = await halfWay();
    const people = await countOf('identity.person');
    expect(await refused(traveller, url)).toEqual(TURNED_AWAY);
    expect(await countOf('identity.person')).toBe(people);
  });

  it('is accepted from a provider whose clock is most of a minute behind', async () => {
    stranger();
    world.provider.tampering = { clockBehind: 50 };
    // Some seconds are left of the minute: both stand still, so that none passes.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const shown = await signIn();
    vi.useRealTimers();
    expect(shown.url.pathname).toBe('/guarded');
  });

  it('counts once', async () => {
    stranger();
    const { traveller, url } = await halfWay();
    const before = new Map(traveller.cookies.get(world.address));
    expect((await traveller.open(url)).url.pathname).toBe('/guarded');
    const asked = world.provider.asked.length;
    expect(await refused(new Traveller(), url)).toEqual(TURNED_AWAY);
    // The same again with the cookie as it was, as somebody would who copied both.
    traveller.cookies.set(world.address, before);
    expect(await refused(traveller, url)).toEqual(TURNED_AWAY);
    // Turned away before the provider is even asked.
    expect(world.provider.asked).toHaveLength(asked);
  });

  it('counts once of two at the same moment', async () => {
    stranger();
    const { traveller, url } = await halfWay();
    const twin = new Traveller();
    twin.cookies.set(world.address, new Map(traveller.cookies.get(world.address)));
    const statuses = await Promise.all([traveller.open(url), twin.open(url)]);
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200, 422]));
  });

  it.each([
    ['without a state', (url: URL) => url.searchParams.delete('state')],
    ['with a made-up state', (url: URL) => url.searchParams.set('state', 'made-up')],
    ['with two states', (url: URL) => url.searchParams.append('state', 'made-up')],
    ['without a code', (url: URL) => url.searchParams.delete('code')],
    ['with a made-up code', (url: URL) => url.searchParams.set('code', 'made-up')],
    ['from another issuer', (url: URL) => url.searchParams.set('iss', 'https://elsewhere.example')],
    ['with nothing at all', (url: URL) => (url.search = '')],
  ])('%s is refused', async (_, change) => {
    stranger();
    const { traveller, url } = await halfWay();
    change(url);
    expect(await refused(traveller, url)).toEqual(TURNED_AWAY);
  });

  it('to another browser than set out is refused, and leaves the other to come back', async () => {
    stranger();
    const mine = await halfWay();
    const theirs = await halfWay();
    expect(await refused(new Traveller(), mine.url)).toEqual(TURNED_AWAY);
    expect(await refused(mine.traveller, theirs.url)).toEqual(TURNED_AWAY);
    expect((await mine.traveller.open(mine.url)).url.pathname).toBe('/guarded');
  });

  it('after ten minutes is refused', async () => {
    stranger();
    const { traveller, url } = await halfWay();
    const jar = traveller.cookies.get(world.address);
    const facts = world.seal.openFacts('provider sign-in', jar?.get(cookieName('provider'))) as object;
    jar?.set(cookieName('provider'), world.seal.closeFacts('provider sign-in', facts, 0));
    expect(await refused(traveller, url)).toEqual(TURNED_AWAY);
  });

  it('with a cookie of another kind is refused', async () => {
    stranger();
    const { traveller, url } = await halfWay();
    traveller.cookies.get(world.address)?.set(cookieName('provider'), 'x'.repeat(3000));
    expect(await refused(traveller, url)).toEqual(TURNED_AWAY);
  });

  it('after the provider was changed is refused', async () => {
    stranger();
    const { traveller, url } = await halfWay();
    await world.connectProvider();
    expect(await refused(traveller, url)).toEqual(TURNED_AWAY);
  });

  it('after giving up says so, and signs nobody in', async () => {
    stranger();
    world.provider.signsInAtOnce = 'nobody';
    const shown = await signIn();
    expect(shown).toMatchObject({ status: 422 });
    expect(shown.words).toContain('You did not sign in');
  });

  it.each([
    ['//elsewhere.example'],
    ['https://elsewhere.example'],
    ['/\\elsewhere.example'],
    ['/sign-in/organisation'],
  ])('leads to the home page where %s was asked for', async (back) => {
    stranger();
    const shown = await signIn(new Traveller(), back);
    expect(shown.url.href).toBe(`${world.address}/`);
  });
});

describe('a provider that does not answer', () => {
  const says = ({ status, words }: { status: number; words: string }) =>
    status === 503 &&
    words.includes('Your organisation’s sign-in does not answer It is run elsewhere') &&
    words.includes('If you have a passkey or a password here, use that');

  it.each<[Tampering]>([['down'], ['slow'], ['out-of-order']])('at the start: %s', async (tampering) => {
    world.provider.tampering = tampering;
    // The slow one never answers at all: without an end to its patience the program would not either.
    expect(says(await signIn())).toBe(true);
    world.provider.tampering = 'none';
    stranger();
    expect((await signIn()).url.pathname).toBe('/guarded');
  });

  it.each<[Tampering]>([['down'], ['slow'], ['out-of-order']])('on the way back: %s', async (tampering) => {
    stranger();
    const { traveller, url } = await halfWay();
    world.provider.tampering = tampering;
    expect(says(await traveller.open(url))).toBe(true);
  });

  it.each([
    ['an address without https', 'http://login.loamshire.example'],
    ['a name nobody has', 'https://login.loamshire.invalid'],
  ])('%s', async (_, issuer) => {
    await world.connectProvider({ issuer });
    expect(says(await signIn())).toBe(true);
  });

  it('and calls itself otherwise', async () => {
    await world.connectProvider({ issuer: world.provider.issuer.replace('127.0.0.1', 'localhost') });
    expect(says(await signIn())).toBe(true);
  });

  it('is asked again only after a minute while it does', async () => {
    stranger();
    const discoveries = () => world.provider.asked.filter((one) => one.includes('.well-known')).length;
    const before = discoveries();
    await signIn();
    await signIn();
    expect(discoveries()).toBe(before + 1);
  });
});

it('says that the secret ran out, where the provider does not know us', async () => {
  stranger();
  await world.connectProvider({ clientSecret: 'one from before' });
  const shown = await signIn();
  expect(shown).toMatchObject({ status: 503 });
  expect(shown.words).toContain('does not accept Throughline');
});

describe('more groups than fit in a token', () => {
  const overflow = { roles: undefined, _claim_names: { groups: 'src1' } };
  const roles = [{ value: '6b0f-group', role: 'auditor' }];

  it('are asked for, page by page', async () => {
    await world.connectProvider({ roleClaim: 'groups', groupsUrl: world.provider.groupsUrl, roles });
    world.provider.groupPages = [['a', 'b'], ['c'], ['6b0f-group']];
    const subject = stranger(overflow);
    expect((await signIn()).url.pathname).toBe('/guarded');
    expect(await rolesNow(await personOf(subject))).toMatchObject([{ role: 'auditor' }]);
  });

  it('without an address to ask, say what to do', async () => {
    await world.connectProvider({ roleClaim: 'groups', roles });
    stranger(overflow);
    const shown = await signIn();
    expect(shown).toMatchObject({ status: 422 });
    expect(shown.words).toContain('give people app roles of Throughline instead of groups');
  });

  it.each([
    ['more than ten thousand', [Array.from({ length: 10_001 }, (_, index) => String(index))]],
    ['pages without end', Array.from({ length: 200 }, () => [])],
  ])('%s are not read', async (_, pages) => {
    await world.connectProvider({ roleClaim: 'groups', groupsUrl: world.provider.groupsUrl, roles });
    world.provider.groupPages = pages;
    stranger(overflow);
    expect(await signIn()).toMatchObject({ status: 503 });
  });

  it('are asked for nowhere else than where an administrator said', async () => {
    const elsewhere = world.provider.issuer.replace('127.0.0.1', 'localhost');
    await world.connectProvider({ roleClaim: 'groups', groupsUrl: `${elsewhere}/groups`, roles });
    world.provider.groupPages = [['a'], ['6b0f-group']];
    stranger(overflow);
    // The second page is at the provider's own name.
    expect(await signIn()).toMatchObject({ status: 503 });
    expect(world.provider.asked.filter((one) => one.endsWith('/groups')).length).toBeGreaterThan(0);
  });
});

it.each([
  ['without a secret', { isPublic: true }],
  ['that takes the secret in a header', { secretIn: 'client_secret_basic' }],
  ['whose ID token says only who it is', { spareIdToken: true }],
] as const)('signs in through a provider %s', async (_, options) => {
  const other = await startProviderSignIn(options);
  try {
    await other.connectProvider();
    other.provider.accounts['jo'] = { name: 'Jo Larkspur', email: 'jo@l.example', roles: ['Figures'] };
    other.provider.signsInAtOnce = 'jo';
    const shown = await new Traveller().open(`${other.address}/guarded`);
    expect(shown.words).toContain('"name":"Jo Larkspur"');
    expect(shown.words).toContain('"role":"analyst"');
  } finally {
    await other.close();
  }
});

describe('a role that a person ended', () => {
  const act = <Result>(work: (tx: Tx) => Promise<Result>) => world.db.transaction().execute(work);
  const grantOf = async (personId: number) => {
    const { id } = await world.db
      .selectFrom('access.role_grant')
      .select('id')
      .where('person_id', '=', personId)
      .where('replaced_at', 'is', null)
      .where('stopped_at', 'is', null)
      .executeTakeFirstOrThrow();
    return id;
  };

  it('is not given back by the provider, until a person gives it', async () => {
    const subject = stranger();
    await signIn();
    const personId = (await personOf(subject)) ?? 0;
    const grant = await grantOf(personId);
    await act((tx) => endRole(tx, OPERATOR, grant, { lastDay: null, reason: 'Suspended' }));
    expect((await signIn()).words).toContain('You have no role in Throughline today');
    expect(await rolesNow(personId)).toEqual([]);
    await give(personId, 'programme-manager');
    expect((await signIn()).words).toContain('"name"');
    expect(await rolesNow(personId)).toEqual([{ role: 'programme-manager', by: 'person', source: 'Test' }]);
  });

  it('by recording that they left is gone with their way in, whatever the provider says', async () => {
    const subject = stranger();
    await signIn();
    const personId = (await personOf(subject)) ?? 0;
    const today = todayInLondon(systemClock);
    await act((tx) =>
      accessBelongings.leave(tx, OPERATOR, { records: [personId], lastDay: addDays(today, -1), today }),
    );
    world.provider.accounts[subject] = {
      ...world.provider.accounts[subject],
      roles: ['Plan.Manage', 'Audit'],
    };
    const sessions = await countOf('access.session');
    await signIn();
    expect(await countOf('access.session')).toBe(sessions);
    expect(await rolesNow(personId)).toEqual([]);
  });

  it('from a later day leaves the provider’s until the day before', async () => {
    const subject = stranger();
    await signIn();
    const personId = (await personOf(subject)) ?? 0;
    const today = todayInLondon(systemClock);
    const grant = await grantOf(personId);
    await act((tx) => endRole(tx, OPERATOR, grant, { lastDay: null, reason: 'x', endedBy: 'provider' }));
    await act((tx) =>
      giveRole(tx, OPERATOR, {
        role: 'programme-manager',
        to: { personId },
        from: addDays(today, 30),
        until: null,
        source: 'Test',
        givenBy: 'person',
      }),
    );
    expect((await signIn()).words).toContain('"name"');
    const days = await world.db
      .selectFrom('access.role_grant')
      .select(['given_by', 'to_day'])
      .where('person_id', '=', personId)
      .where('replaced_at', 'is', null)
      .where('stopped_at', 'is', null)
      .orderBy('from_day')
      .execute();
    expect(days).toEqual([
      { given_by: 'provider', to_day: addDays(today, 29) },
      { given_by: 'person', to_day: null },
    ]);
  });
});
