import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOfPerson } from '../src/modules/access/sessions/who-asks.read.ts';
import { appointMember, endSitting } from '../src/modules/bodies/seats/appoint-member.ts';
import { changeShownTo } from '../src/modules/bodies/life/change-shown-to.ts';
import { defineSeat } from '../src/modules/bodies/seats/define-seat.ts';
import { drawLine } from '../src/modules/bodies/lines/draw-line.ts';
import { sayFact } from '../src/modules/bodies/life/say-fact.ts';
import { setUpBody } from '../src/modules/bodies/life/set-up-body.ts';
import { writeTerms } from '../src/modules/bodies/terms/write-terms.ts';
import { mayKeepBodies, mayKnowOf } from '../src/modules/bodies/permissions.ts';
import { type Role, ROLES } from '../src/modules/identity/index.ts';
import { actAs, type Tx } from '../src/platform/db/index.ts';
import { addDays, parsePlainDay, type PlainDay } from '../src/platform/time/plain-day.ts';
import type { WebServer } from '../src/platform/web/index.ts';
import { appOn } from './support/access-app.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';
import { PlanVisitor } from './support/plan-visitor.ts';
import { addAPost, addSomebody, recordHolding } from './support/recorded-facts.ts';
import { signedInAs } from './support/signed-in.ts';

/**
 * A body shown to its members alone is guarded three times: by a sentence, by every page, and by the rows the database
 * shows. Here the three are compared for everybody we can think of; a seat gives what it gives from its first to its last day.
 */

const operator = { kind: 'operator', name: 'Test' } as const;
const SECRET = 'Serious Case Review Panel';
const CLAUSE = 'Looks into the case of a child who died';
const SLUG = 'serious-case-review-panel';

let database: TestDatabase;
let server: WebServer;
let today: PlainDay;
let bodyId: number;
let seatNo: number;
let postId: number;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database);
  const { rows } = await sql<{ today: string }>`select access.today() as today`.execute(database.db);
  today = parsePlainDay(rows[0]?.today ?? '') as PlainDay;
  const from = addDays(today, -400);
  const by = { authority: 'Council', source: 'Minutes', statedOn: from };
  postId = await addAPost(database.db, 'Designated Doctor');
  await inTx(async (tx) => {
    await setUpBody(tx, operator, {
      ...by,
      name: 'Council',
      kind: 'council',
      day: from,
      shownTo: 'everybody',
      facts: [],
    });
    await setUpBody(tx, operator, {
      ...by,
      name: SECRET,
      kind: 'panel',
      day: from,
      shownTo: 'members',
      facts: [],
    });
    await sayFact(tx, operator, { ...by, slug: SLUG, attribute: 'purpose', value: CLAUSE, from });
    await writeTerms(tx, operator, {
      ...by,
      slug: SLUG,
      title: 'Terms',
      clauses: [{ number: '1', text: CLAUSE }],
      inForceFrom: from,
    });
    await drawLine(tx, operator, {
      ...by,
      from: SLUG,
      to: 'council',
      relation: 'reports-to',
      detail: CLAUSE,
      fromDay: from,
    });
    const seat = await defineSeat(tx, operator, {
      ...by,
      slug: SLUG,
      label: 'Member',
      capacity: 'member',
      role: 'member',
      places: 9,
      votes: true,
      substitutes: true,
      post: null,
      organisation: null,
      from,
    });
    if (seat.kind === 'defined') seatNo = seat.seatNo;
    await defineSeat(tx, operator, {
      ...by,
      slug: SLUG,
      label: 'Doctor',
      capacity: 'ex-officio',
      role: 'member',
      places: 1,
      votes: false,
      substitutes: false,
      post: 'Designated Doctor',
      organisation: null,
      from,
    });
    const row = await tx
      .selectFrom('bodies.body')
      .select('id')
      .where('slug', '=', SLUG)
      .executeTakeFirstOrThrow();
    bodyId = row.id;
  });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

function inTx<Result>(act: (tx: Tx) => Promise<Result>): Promise<Result> {
  return database.db.transaction().execute(act);
}

async function seat(personId: number, from: number, until: number | null): Promise<void> {
  const first = addDays(today, from);
  const result = await inTx((tx) =>
    appointMember(tx, operator, {
      authority: 'Council',
      source: 'Minutes',
      statedOn: first,
      slug: SLUG,
      seatNo,
      personId,
      from: first,
      until: until === null ? null : addDays(today, until),
      isSubstitute: false,
    }),
  );
  if (result.kind !== 'appointed') throw new Error(result.kind);
}

/** Who sits when, in days from today, and whether they then know of the body. */
const SEATS: readonly (readonly [name: string, from: number, until: number | null, knows: boolean])[] = [
  ['sits with no end', -10, null, true],
  ['sits from today', 0, null, true],
  ['sits to today', -10, 0, true],
  ['sat to yesterday', -10, -1, false],
  ['will sit from tomorrow', 1, null, false],
];

describe('who may know of a body shown to its members alone', () => {
  it.each(SEATS)('%s: the sentence, the rows and the pages agree', async (_, from, until, knows) => {
    const member = await signedInAs(database.db, 'councillor');
    await seat(member.personId, from, until);
    expect(new Set(await knowsOfIt(member))).toEqual(new Set([knows]));
  });

  it.each(ROLES.map((role) => [role] as const))('with the role %s', async (role) => {
    const knowing: readonly Role[] = ['clerk', 'administrator', 'auditor'];
    expect(new Set(await knowsOfIt(await signedInAs(database.db, role)))).toEqual(
      new Set([knowing.includes(role)]),
    );
  });

  it('somebody in a post that has a seat, as long as they hold it', async () => {
    const doctor = await signedInAs(database.db, 'partner');
    await recordHolding(database.db, { postId, personId: doctor.personId, from: addDays(today, -5) });
    expect(new Set(await knowsOfIt(doctor))).toEqual(new Set([true]));
  });

  it('somebody whom only a paper names does not', async () => {
    const named = await signedInAs(database.db, 'councillor');
    await inTx((tx) =>
      tx
        .insertInto('bodies.sitting')
        .values({
          body_id: bodyId,
          seat_no: seatNo,
          place_no: 9,
          person_id: named.personId,
          weight: 'stated',
          source: 'A paper',
          stated_on: addDays(today, -5),
          change: 'stated',
          vouched: false,
          recorded_by: 'Test',
        })
        .execute(),
    );
    expect(new Set(await knowsOfIt(named))).toEqual(new Set([false]));
    // Nor when a clerk says when it ends: that vouches for nothing.
    const { id } = await database.db
      .selectFrom('bodies.sitting')
      .select('id')
      .where('person_id', '=', named.personId)
      .executeTakeFirstOrThrow();
    const end = { slug: SLUG, sittingId: id, until: addDays(today, 30), reason: 'Another paper' };
    expect((await inTx((tx) => endSitting(tx, operator, end))).kind).toBe('ended');
    expect(new Set(await knowsOfIt(named))).toEqual(new Set([false]));
  });
});

/** Whether somebody knows of the body, by the sentence, by each table of it, and by each page and export. */
async function knowsOfIt({
  personId,
  token,
}: {
  readonly personId: number;
  readonly token: string;
}): Promise<readonly boolean[]> {
  const asker = await askerOfPerson(database.db, personId);
  const sentence = mayKnowOf(asker, { id: bodyId, shownTo: 'members' });
  const rows = await actAs(database.pagesDb, `person ${personId}`, async (tx) => {
    const known: boolean[] = [];
    for (const table of ['body', 'fact', 'event', 'line', 'terms', 'clause', 'seat', 'sitting']) {
      const key = table === 'body' ? sql`id` : table === 'line' ? sql`from_id` : sql`body_id`;
      const its = table === 'clause' ? sql`text = ${CLAUSE}` : sql`${key} = ${bodyId}`;
      const { rows: found } =
        await sql`select from ${sql.table(`bodies.${table}`)} where ${its} limit 1`.execute(tx);
      known.push(found.length > 0);
    }
    return known;
  });
  const visitor = new PlanVisitor(server);
  visitor.keepCookie('session', token);
  const pages: boolean[] = [];
  for (const path of ['', '/terms', '/voters', '/voters.json'])
    pages.push((await visitor.open(`/bodies/${SLUG}${path}`)).status === 200);
  for (const path of ['', '/list', '/popolo.json', '/members.csv', '/diagram.svg']) {
    const { html } = await visitor.open(`/bodies${path}`);
    pages.push(html.includes(SLUG) || html.includes(SECRET));
  }
  return [sentence, ...rows, ...pages];
}

describe('what the public is told of it', () => {
  it('is nothing: no page, list, count, picture or export has it', async () => {
    const visitor = new PlanVisitor(server);
    for (const path of [
      '/bodies',
      '/bodies/list',
      '/bodies/list?search=serious',
      '/bodies/changes',
      '/bodies/conflicts',
      '/bodies/popolo.json',
      '/bodies/members.csv',
      '/bodies/diagram.svg',
      '/bodies/council',
      '/bodies/options',
      '/bodies/balance',
    ]) {
      const { html, status } = await visitor.open(path);
      expect([path, status, /serious-case|serious case|a child who died/i.test(html)]).toEqual([
        path,
        200,
        false,
      ]);
    }
    expect((await visitor.open('/bodies/list')).words).toContain('1 body, 1 of them in being');
    expect((await visitor.open(`/bodies/${SLUG}`)).status).toBe(404);
    const nothing = await visitor.open('/bodies/no-such-body');
    const secret = await visitor.open(`/bodies/${SLUG}`);
    const plain = (html: string) =>
      html
        .replaceAll(/[A-Z0-9]{4}-[A-Z0-9]{4}/g, '')
        .replaceAll(SLUG, '')
        .replaceAll('no-such-body', '');
    expect(plain(secret.html)).toBe(plain(nothing.html));
  });

  it('is everything once it is shown to everybody', async () => {
    await inTx((tx) => changeShownTo(tx, operator, { slug: SLUG, shownTo: 'everybody' }));
    expect((await new PlanVisitor(server).open(`/bodies/${SLUG}`)).words).toContain(CLAUSE);
    await inTx((tx) => changeShownTo(tx, operator, { slug: SLUG, shownTo: 'members' }));
  });
});

describe('who may keep bodies', () => {
  it.each(ROLES.map((role) => [role] as const))(
    'with the role %s: the sentence, the pages and the database agree',
    async (role) => {
      const keeps = role === 'clerk' || role === 'administrator';
      const person = await signedInAs(database.db, role);
      const asker = await askerOfPerson(database.db, person.personId);
      expect(mayKeepBodies(asker)).toBe(keeps);
      const visitor = new PlanVisitor(server);
      visitor.keepCookie('session', person.token);
      expect((await visitor.open('/bodies/new')).status).toBe(keeps ? 200 : 403);
      const add = actAs(database.pagesDb, `person ${person.personId}`, (tx) =>
        setUpBody(tx, asker, {
          authority: 'Council',
          source: 'Minutes',
          statedOn: today,
          name: `Body of ${role}`,
          kind: 'board',
          day: today,
          shownTo: 'everybody',
          facts: [],
        }),
      );
      const outcome = await add.then(
        ({ kind }) => kind,
        (error: unknown) => String(error),
      );
      expect(outcome).toMatch(keeps ? /^set-up$/ : /row-level security/);
    },
  );

  it('nobody from a seat alone', async () => {
    const member = await addSomebody(database.db, 'Sits Alone');
    await seat(member, -1, null);
    expect(mayKeepBodies(await askerOfPerson(database.db, member))).toBe(false);
  });
});
