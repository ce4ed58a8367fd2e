import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { type IdentityProvider, startIdentityProvider } from '../../../../test/support/identity-provider.ts';
import { bareServer, PlanVisitor, type Shown } from '../../../../test/support/plan-visitor.ts';
import { Seal } from '../../../platform/secrets/seal.ts';
import { plainDay } from '../../../platform/time/plain-day.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { addPerson, type Asker, type Role, ROLES } from '../../identity/index.ts';
import { openAccount } from '../accounts/keep-accounts.ts';
import { giveRole } from '../roles/give-role.ts';
import { addOrganisationRoutes } from './organisation.route.tsx';
import { addProviderRoutes } from './provider.route.tsx';
import { providerInUse } from '../credentials/provider-in-use.read.ts';

const PATH = '/access/organisation';
const seal = new Seal(randomBytes(32));

let database: TestDatabase;
let provider: IdentityProvider;
let server: WebServer;
let asker: Asker | undefined;
let fields: Record<string, string>;

beforeAll(async () => {
  database = await openTestDatabase();
  provider = await startIdentityProvider({ redirectUris: ['http://localhost/sign-in/organisation/return'] });
  server = await bareServer({
    whoAsks: () => ({ asker, signedIn: asker !== undefined, account: [] }),
    signInAt: () => '/sign-in',
  });
  addOrganisationRoutes(server, { db: database.db, seal });
  addProviderRoutes(server, { db: database.db, seal });
});
afterAll(async () => {
  await server.app.close();
  await provider.close();
  await database.close();
});
beforeEach(() => {
  provider.tampering = 'none';
  asker = withRole('administrator');
  fields = {
    name: 'your Loamshire account',
    issuer: provider.issuer,
    clientId: 'throughline',
    clientSecret: 'a very secret secret',
    roleClaim: '',
    'value-1': 'Plan.Manage',
    'role-1': 'programme-manager',
    'value-3': 'Plan.Read',
    'role-3': 'auditor',
  };
});

function withRole(role: Role): Asker {
  const from = plainDay(2020, 1, 1);
  return {
    kind: 'person',
    name: 'Alex Keeper',
    day: plainDay(2026, 5, 12),
    grounds: [{ kind: 'role', role, from, to: null, throughPost: null }],
  };
}

async function save(changed: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const visitor = new PlanVisitor(server);
  await visitor.open(PATH);
  return visitor.send(PATH, { ...fields, ...changed });
}

async function rows(): Promise<number> {
  const { count } = await database.db
    .selectFrom('access.provider')
    .select((all) => all.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function secretNow(): Promise<string | undefined> {
  const sealed = (await providerInUse(database.db))?.clientSecret;
  return sealed === null || sealed === undefined
    ? undefined
    : seal.open('provider secret', sealed)?.toString();
}

async function lastEvent() {
  return database.db
    .selectFrom('audit.event')
    .select(['type', 'detail'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

describe('who may connect it', () => {
  it.each(ROLES.map((role) => [role] as const))('%s', async (role) => {
    asker = withRole(role);
    const allowed = role === 'administrator';
    const visitor = new PlanVisitor(server);
    expect((await visitor.open(PATH)).status).toBe(allowed ? 200 : 403);
    const before = await rows();
    expect((await save()).status).toBe(allowed ? 200 : 403);
    expect(await rows()).toBe(allowed ? before + 1 : before);
  });

  it('nobody who has not signed in', async () => {
    asker = undefined;
    const before = await rows();
    const answer = await server.app.inject({ method: 'GET', url: PATH });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in']);
    expect((await save()).status).toBe(403);
    expect(await rows()).toBe(before);
  });
});

it('shows where the provider has to send people back to', async () => {
  expect((await new PlanVisitor(server).open(PATH)).words).toMatch(
    /http:\/\/localhost(:80)?\/sign-in\/organisation\/return/,
  );
});

it('saves what was typed with its roles, and says so in the trail', async () => {
  const shown = await save();
  expect(shown.words).toContain('Saved. People can sign in with your Loamshire account.');
  expect(await providerInUse(database.db)).toMatchObject({
    name: 'your Loamshire account',
    issuer: provider.issuer,
    clientId: 'throughline',
    roleClaim: 'roles',
    groupsUrl: null,
    roles: [
      { value: 'Plan.Manage', role: 'programme-manager' },
      { value: 'Plan.Read', role: 'auditor' },
    ],
  });
  expect(await lastEvent()).toMatchObject({
    type: 'sign-in-provider-changed',
    detail: { issuer: provider.issuer, roles: 2 },
  });
});

it('keeps the secret sealed, shows it never, and keeps it when the box is left empty', async () => {
  const shown = await save();
  expect(shown.html).not.toContain('a very secret secret');
  const again = await save({ clientSecret: '', name: 'your account at work' });
  expect(again.words).toContain('Saved.');
  expect(await secretNow()).toBe('a very secret secret');
  expect((await save({ issuer: 'x' })).html).not.toContain('a very secret secret');
});

it('never sends a secret to another issuer than it was entered for', async () => {
  await save();
  const other = await startIdentityProvider({ redirectUris: ['http://localhost/return'] });
  try {
    for (const changed of [{ issuer: other.issuer }, { clientId: 'another' }]) {
      const shown = await save({ clientSecret: '', ...changed });
      expect(shown).toMatchObject({ status: 422 });
      expect(shown.words).toContain('Enter the client secret, or say that there is none');
    }
    expect(other.asked).toEqual([]);
  } finally {
    await other.close();
  }
});

it('can do without a secret', async () => {
  const shown = await save({ clientSecret: '', withoutSecret: 'yes' });
  expect(shown.words).toContain('Saved.');
  expect(await secretNow()).toBeUndefined();
  expect(shown.html).toMatch(/name="withoutSecret"[^>]*checked/);
});

describe('what cannot be saved is shown again with what to do', () => {
  it.each<[string, Record<string, string>, string, string]>([
    ['no name', { name: ' ' }, 'Enter what people call their account', 'name'],
    ['no issuer', { issuer: '' }, 'Enter the address of the issuer', 'issuer'],
    ['no https', { issuer: 'http://login.loamshire.example' }, 'must begin with https://', 'issuer'],
    ['no address', { issuer: 'login.loamshire' }, 'must begin with https://', 'issuer'],
    ['no client', { clientId: '' }, 'Enter the client ID', 'clientId'],
    [
      'no secret',
      { clientSecret: '', clientId: 'new' },
      'Enter the client secret, or say that',
      'clientSecret',
    ],
    ['both', { withoutSecret: 'yes' }, 'Leave the client secret empty, or untick', 'clientSecret'],
    ['half a row', { 'value-2': 'Figures' }, 'Choose the role that Figures stands for', 'role-2'],
    ['the other half', { 'role-4': 'analyst' }, 'Enter the value that stands for this role', 'value-4'],
    ['a role there is not', { 'role-1': 'emperor' }, 'Choose a role from the list', 'role-1'],
    [
      'groups without https',
      { groupsUrl: 'http://g.example' },
      'must begin with https://, or be left empty',
      'groupsUrl',
    ],
    [
      'an issuer nobody has',
      { issuer: 'https://login.loamshire.invalid' },
      'Nothing that can be used',
      'issuer',
    ],
  ])('%s', async (_, changed, sentence, field) => {
    const before = await rows();
    const shown = await save(changed);
    expect(shown).toMatchObject({ status: 422 });
    expect(shown.words).toContain(sentence);
    expect(shown.html).toContain(`href="#${field}"`);
    expect(shown.html).toContain(`id="${field}-error"`);
    expect(shown.html).toContain('value="Plan.Manage"');
    expect(await rows()).toBe(before);
  });

  it('everything at once', async () => {
    const shown = await save({
      name: '',
      clientId: '',
      withoutSecret: 'yes',
      'role-3': '',
      'role-4': 'analyst',
    });
    expect([...shown.html.matchAll(/href="#([^"]+)">[^<]*<\/a><\/li>/g)].map(([, field]) => field)).toEqual([
      'name',
      'clientId',
      'clientSecret',
      'role-3',
      'value-4',
    ]);
  });

  it('an issuer that is down', async () => {
    provider.tampering = 'down';
    expect((await save()).words).toContain('Nothing that can be used for signing in answers at this address');
  });

  it('an issuer that calls itself otherwise', async () => {
    const shown = await save({ issuer: provider.issuer.replace('127.0.0.1', 'localhost') });
    expect(shown.words).toContain(`The issuer there calls itself ${provider.issuer}`);
  });
});

describe('disconnecting', () => {
  it('ends signing in through it and keeps what there was', async () => {
    await save();
    const before = await rows();
    const shown = await save({ what: 'disconnect' });
    expect(shown.words).toContain('Disconnected.');
    expect(await providerInUse(database.db)).toBeNull();
    expect(await rows()).toBe(before + 1);
    expect(await lastEvent()).toMatchObject({ detail: { issuer: null, roles: 0 } });
    expect((await new PlanVisitor(server).open('/sign-in/organisation')).status).toBe(422);
  });

  it('is refused while every administrator comes in by it', async () => {
    await save();
    const personId = await database.db.transaction().execute(async (tx) => {
      const actor = { kind: 'operator', name: 'Test' } as const;
      const id = await addPerson(tx, actor, {
        name: { title: null, forenames: ['A'], knownAs: null, surname: 'Keeper', suffix: null, honours: [] },
        source: 'Test',
      });
      await openAccount(tx, actor, { personId: id, signInName: 'keeper@loamshire.example' });
      await giveRole(tx, actor, {
        role: 'administrator',
        to: { personId: id },
        from: plainDay(2020, 1, 1),
        until: null,
        source: 'Test',
        givenBy: 'person',
      });
      await tx
        .insertInto('access.outside_account')
        .values({ issuer: provider.issuer, subject: 'keeper', person_id: id })
        .execute();
      return id;
    });
    const shown = await save({ what: 'disconnect' });
    expect(shown).toMatchObject({ status: 422 });
    expect(shown.words).toContain('Every administrator signs in through the provider there is now');
    await database.db
      .insertInto('access.passkey')
      .values({
        credential_id: 'theirs',
        person_id: personId,
        name: 'Phone',
        public_key: Buffer.from('key'),
        counter: 0,
        transports: [],
      })
      .execute();
    expect((await save({ what: 'disconnect' })).words).toContain('Disconnected.');
  });
});
