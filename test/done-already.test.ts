import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebServer } from '../src/platform/web/index.ts';
import { openForm } from '../src/platform/web/story/form-token.ts';
import { appOn } from './support/access-app.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';
import { PlanVisitor } from './support/plan-visitor.ts';
import { signedInAs, type SignedInPerson } from './support/signed-in.ts';

/**
 * Forms that end something, sent twice, as by a double click or after the browser's Back. The second time says that it was
 * done already and leads to where it is now; it is never "not found", and never a fault. For whom there never was such a
 * thing, there is none still.
 */

let database: TestDatabase;
let server: WebServer;
let keeper: SignedInPerson;
let other: SignedInPerson;
let visitor: PlanVisitor;
let form: { token: string; cookie: string };

const when = (name: string, day: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: '5',
  [`${name}-year`]: '2026',
});
const DECIDED = { authority: 'Council, 14 May 2026', source: 'Minutes', ...when('statedOn', '14') };
const OVER = { ...when('until', '20'), reason: 'It ended', ...DECIDED };

beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database, { clock: () => new Date('2026-06-01T10:00:00Z') });
  keeper = await signedInAs(database.db, ['clerk', 'administrator', 'programme-manager']);
  other = await signedInAs(database.db, ['councillor', 'analyst']);
  visitor = new PlanVisitor(server);
  visitor.keepCookie('session', keeper.token);
  form = await openForm(server.app, '/sign-in', { cookie: keeper.cookie });
  for (const name of ['Planning Committee', 'Loamshire Council'])
    await fill('/bodies/new', {
      name,
      kind: 'committee',
      shownTo: 'everybody',
      ...when('day', '1'),
      ...DECIDED,
    });
  await fill('/bodies/planning-committee/seats/new', {
    label: 'Member',
    capacity: 'co-opted',
    role: 'member',
    places: '4',
    votes: 'no',
    ...when('from', '1'),
    ...DECIDED,
  });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

async function fill(path: string, fields: Readonly<Record<string, string>>) {
  await visitor.open(path);
  return visitor.send(path, fields);
}

/** The first address on a page that a pattern fits. */
async function linkOn(path: string, pattern: RegExp): Promise<string> {
  const { html } = await visitor.open(path);
  const [, link] = pattern.exec(html) ?? [];
  if (link === undefined) throw new Error(`${path} has no link like ${pattern.source}`);
  return link;
}

let brought = 0;

/** Brings a list with one person whom nobody knows yet. */
async function bring(): Promise<string> {
  brought += 1;
  const surname = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder'][brought];
  await visitor.open('/bodies/members/import');
  const { path } = await visitor.upload('/bodies/members/import', {
    fileName: 'members.csv',
    bytes: `Name,Committee,Role,From\nTam ${surname},Planning Committee,Member,2026-05-02`,
  });
  return path;
}

async function bringPlan(): Promise<string> {
  await visitor.open('/plan/import');
  const { path } = await visitor.upload('/plan/import', {
    fileName: 'plan.txt',
    bytes: [
      'Loamshire Improvement Plan',
      'Priority 1: Practice',
      'Ref\tActions\tTimescale\tDelivery Leads\tTargets & Measures',
      'Outcome 1.1 Children are seen in time',
      `1.1.1\tSee every child ${Math.random()}\t30 June 2026\tAna Brook\tEvery child is seen`,
    ].join('\n'),
  });
  return path.split('?')[0] ?? path;
}

interface Ending {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What ends, by its route: makes one, and says how it is ended. */
const ENDINGS: Readonly<Record<string, () => Promise<Ending>>> = {
  'POST /bodies/:body/lines/:line/end': async () => {
    await fill('/bodies/planning-committee/lines/new', {
      to: 'loamshire-council',
      relation: 'part-of',
      ...when('from', '2'),
      ...DECIDED,
    });
    const address = await linkOn('/bodies/planning-committee', /href="([^"]*\/lines\/\d+\/end)"/);
    return { address, fields: OVER };
  },
  'POST /bodies/:body/members/:sitting/end': async () => {
    const draft = await bring();
    await visitor.send(`${draft}/accept`, { 'person-0': 'new', ...DECIDED });
    const address = await linkOn('/bodies/planning-committee', /href="([^"]*\/members\/\d+\/end)"/);
    return { address, fields: OVER };
  },
  'POST /bodies/:body/record/:part/:id/withdraw': async () => {
    await fill('/bodies/planning-committee/facts/new', {
      attribute: 'frequency',
      value: 'Fortnightly',
      ...when('from', '2'),
      ...DECIDED,
    });
    const address = await linkOn(
      '/bodies/planning-committee/record',
      /href="([^"]*\/record\/fact\/\d+\/withdraw)"/,
    );
    return { address, fields: { reason: 'It never was so' } };
  },
  'POST /bodies/members/import/:draft/accept': async () => ({
    address: `${await bring()}/accept`,
    fields: { 'person-0': 'new', ...DECIDED },
  }),
  'POST /bodies/members/import/:draft/drop': async () => ({ address: `${await bring()}/drop`, fields: {} }),
  'POST /plan/import/:draft/drop': async () => {
    const draft = await bringPlan();
    const { html } = await visitor.open(draft);
    const reading = /name="reading" value="([^"]*)"/.exec(html)?.[1] ?? '';
    return { address: `${draft}/drop`, fields: { reading } };
  },
  'POST /access/roles/:grant/end': async () => {
    const somebody = await signedInAs(database.db, 'partner');
    const address = await linkOn(
      `/people/${somebody.personId}/access`,
      /href="([^"]*\/access\/roles\/\d+\/end)"/,
    );
    return { address, fields: { when: 'at-once', reason: 'It ended' } };
  },
  'POST /people/:person/access/close': async () => {
    const somebody = await signedInAs(database.db, 'partner');
    return { address: `/people/${somebody.personId}/access/close`, fields: { reason: 'It ended' } };
  },
  // Last: those before need the seat.
  'POST /bodies/:body/seats/:seat/end': async () => ({
    address: await linkOn('/bodies/planning-committee', /href="([^"]*\/seats\/\d+\/end)"/),
    fields: OVER,
  }),
};

/** Tested where they are, or nothing that a second form could find gone. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'POST /plan/import/:draft/accept': 'src/modules/improvement: the import was over by then',
  'POST /holdings/:holding/end': 'a holding that was changed meanwhile leads to its post',
  'POST /access/sessions/end': 'ending a session twice ends none the second time',
  'POST /account/sessions/end': 'as above',
  'POST /account/passkeys/remove': 'one that is gone is gone',
};

const send = (who: string, { address, fields }: Ending, token: string) =>
  server.app.inject({
    method: 'POST',
    url: address,
    headers: { cookie: who, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...fields, _csrf: token }).toString(),
  });

describe('a form that ends something', () => {
  it('is one of those that are tried here', () => {
    const ends = server
      .listRoutes()
      .filter(
        ({ method, path }) => method === 'POST' && /\/(end|accept|drop|withdraw|close|remove)$/.test(path),
      )
      .map(({ method, path }) => `${method} ${path}`);
    expect(ends.toSorted()).toEqual([...Object.keys(ENDINGS), ...Object.keys(ELSEWHERE)].toSorted());
  });

  it.each(Object.keys(ENDINGS))('sent twice to %s says so and leads to where it is now', async (route) => {
    const ending = await (ENDINGS[route] ?? fail)();
    const first = await send(form.cookie, ending, form.token);
    expect([route, first.statusCode, first.body.slice(0, 0)]).toEqual([route, 303, '']);
    const again = await send(form.cookie, ending, form.token);
    const isSaid =
      again.statusCode === 303
        ? String(again.headers.location).startsWith('/')
        : /already|over|ended|no longer/i.test(again.body) && again.body.includes('href="/');
    expect([route, again.statusCode < 404 || [409, 422].includes(again.statusCode), isSaid]).toEqual([
      route,
      true,
      true,
    ]);
    // Nobody else learns that there was such a thing.
    const theirs = await openForm(server.app, '/sign-in', { cookie: other.cookie });
    expect((await send(theirs.cookie, ending, theirs.token)).statusCode).toBe(403);
    const never = {
      ...ending,
      address: ending.address.replaceAll(/\d+|[0-9a-f]{8}-[0-9a-f-]{27}/g, '987654321'),
    };
    expect((await send(form.cookie, never, form.token)).statusCode).toBe(404);
  });
});

function fail(): never {
  throw new Error('There is no such ending');
}
