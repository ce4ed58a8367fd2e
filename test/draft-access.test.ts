import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOfPerson } from '../src/modules/access/sessions/who-asks.read.ts';
import { type Asker, ROLES } from '../src/modules/identity/index.ts';
import { acceptPlan } from '../src/modules/planimport/acceptance/accept-plan.ts';
import { choose } from '../src/modules/planimport/draft/choose.ts';
import { dropImport } from '../src/modules/planimport/start/drop-import.ts';
import { startImport } from '../src/modules/planimport/start/start-import.ts';
import { addImportRoutes } from '../src/modules/planimport/module.ts';
import { importPaths } from '../src/modules/planimport/paths.ts';
import { draftThing, mayChangeDraft, mayReadDraft } from '../src/modules/planimport/permissions.ts';
import { mayChangePlans } from '../src/modules/improvement/permissions.ts';
import { actAs, type RowReader, type Tx } from '../src/platform/db/index.ts';
import { json } from '../src/platform/web/answer.ts';
import { addDays, parsePlainDay, type PlainDay } from '../src/platform/time/plain-day.ts';
import { anAction, aReading } from './support/a-reading.ts';
import { asThePublic, whoAsksAs } from './support/asking-as.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';
import { bareServer, PlanVisitor } from './support/plan-visitor.ts';
import {
  addAPost,
  addSomebody,
  recordHolding,
  recordJudgement,
  recordRole,
} from './support/recorded-facts.ts';

/**
 * A draft is guarded three times: by the sentence a handler asks, by the route, and by the rows the database shows. Each is
 * written on its own; here they are compared for everybody we can think of, over every state of a draft.
 */

const operator = { kind: 'operator', name: 'Test' } as const;
const STATES = ['open', 'accepted', 'dropped'] as const;
type State = (typeof STATES)[number];

let database: TestDatabase;
let drafts: Readonly<Record<State, string>>;
let days: { readonly yesterday: PlainDay; readonly today: PlainDay; readonly tomorrow: PlainDay };
beforeAll(async () => {
  database = await openTestDatabase();
  drafts = {
    open: await aDraft('open'),
    accepted: await aDraft('accepted'),
    dropped: await aDraft('dropped'),
  };
  const { rows } = await sql<{ today: string }>`select access.today() as today`.execute(database.db);
  const today = parsePlainDay(rows[0]?.today ?? '');
  if (today === null) throw new Error('The database gives no day');
  days = { yesterday: addDays(today, -1), today, tomorrow: addDays(today, 1) };
});
afterAll(() => database.close());

async function aDraft(state: State): Promise<string> {
  const reading = aReading([anAction('1.1.1')], { title: `Plan ${state}` });
  return database.db.transaction().execute(async (tx) => {
    const file = { fileName: `${state}.txt`, fileSha256: state, document: null, columns: {}, reading };
    const { draftId } = await startImport(tx, operator, file);
    await choose(tx, operator, draftId, [{ subject: 'action:1.1.1', choice: 'accept', correction: null }]);
    if (state === 'dropped') await dropImport(tx, operator, draftId);
    if (state === 'accepted')
      await acceptPlan(tx, operator, {
        draftId,
        plan: { newTitle: 'Plan accepted', programme: 'Plan accepted' },
        inForceFrom: parsePlainDay('2026-01-01') as PlainDay,
        opensOn: null,
        comparedWith: null,
      });
    return draftId;
  });
}

/** What each persona has, of every one of the drafts. */
type Give = (personId: number) => Promise<void>;

const manages =
  (given: { from?: () => PlainDay; to?: () => PlainDay; stopped?: boolean } = {}): Give =>
  (personId) =>
    recordRole(database.db, {
      role: 'programme-manager',
      personId,
      ...(given.from === undefined ? {} : { from: given.from() }),
      ...(given.to === undefined ? {} : { to: given.to() }),
      ...(given.stopped === true ? { stopped: new Date().toISOString() } : {}),
    });

const judged =
  (
    ground: 'need-to-know' | 'interest',
    given: { from?: () => PlainDay; to?: () => PlainDay; stopped?: boolean; kind?: string } = {},
  ): Give =>
  async (personId) => {
    for (const id of Object.values(drafts))
      await recordJudgement(database.db, ground, {
        personId,
        thing: { ...draftThing(id), ...(given.kind === undefined ? {} : { kind: given.kind }) },
        ...(given.from === undefined ? {} : { from: given.from() }),
        ...(given.to === undefined ? {} : { to: given.to() }),
        ...(given.stopped === true ? { stopped: new Date().toISOString() } : {}),
      });
  };

const throughAPost =
  (given: { to?: () => PlainDay; roleTo?: () => PlainDay; change?: 'stated'; joined?: boolean } = {}): Give =>
  async (personId) => {
    const postId = await addAPost(database.db, `Post of ${personId}`);
    await recordRole(database.db, {
      role: 'programme-manager',
      postId,
      ...(given.roleTo === undefined ? {} : { to: given.roleTo() }),
    });
    const holder = given.joined === true ? await addSomebody(database.db, 'Their Other-Record') : personId;
    if (holder !== personId)
      await database.db
        .insertInto('identity.judgement')
        .values({
          person_id: personId,
          other_id: holder,
          verdict: 'same',
          reason: 'A test',
          decided_by: 'Test',
        })
        .execute();
    await recordHolding(database.db, {
      personId: holder,
      postId,
      ...(given.to === undefined ? {} : { to: given.to() }),
      ...(given.change === undefined ? {} : { change: given.change }),
    });
  };

const both =
  (...gives: readonly Give[]): Give =>
  async (personId) => {
    for (const give of gives) await give(personId);
  };

const yesterday = () => days.yesterday;
const today = () => days.today;
const tomorrow = () => days.tomorrow;
const everyOtherRole: Give = async (personId) => {
  for (const role of ROLES.filter((name) => name !== 'programme-manager'))
    await recordRole(database.db, { role, personId });
};

/** Personas with what they must be able to do, said a fourth time by hand: nothing, read, or change. */
const PERSONAS: readonly (readonly [string, Give, 'nothing' | 'read' | 'change'])[] = [
  ['somebody without any ground', async () => undefined, 'nothing'],
  ['every role but programme manager', everyOtherRole, 'nothing'],
  ['a programme manager', manages(), 'change'],
  ['on their first day', manages({ from: today }), 'change'],
  ['on their last day', manages({ to: today }), 'change'],
  ['from tomorrow', manages({ from: tomorrow }), 'nothing'],
  ['until yesterday', manages({ to: yesterday }), 'nothing'],
  ['whose role was stopped a moment ago', manages({ stopped: true }), 'nothing'],
  ['through a post', throughAPost(), 'change'],
  ['through a post, on the last day in it', throughAPost({ to: today }), 'change'],
  ['through a post they left yesterday', throughAPost({ to: yesterday }), 'nothing'],
  ['through a post whose role ended yesterday', throughAPost({ roleTo: yesterday }), 'nothing'],
  ['through a post in which only a paper names them', throughAPost({ change: 'stated' }), 'nothing'],
  ['through a post that another of their records holds', throughAPost({ joined: true }), 'change'],
  ['who needs to know', judged('need-to-know'), 'read'],
  ['who needs to know, on the last day', judged('need-to-know', { to: today }), 'read'],
  ['who needs to know from tomorrow', judged('need-to-know', { from: tomorrow }), 'nothing'],
  ['who needed to know until yesterday', judged('need-to-know', { to: yesterday }), 'nothing'],
  ['whose need to know was stopped', judged('need-to-know', { stopped: true }), 'nothing'],
  ['who needs to know of a thing of another kind', judged('need-to-know', { kind: 'minutes' }), 'nothing'],
  ['every other role, who needs to know', both(everyOtherRole, judged('need-to-know')), 'read'],
  ['a manager with an interest', both(manages(), judged('interest')), 'nothing'],
  ['a manager through a post with an interest', both(throughAPost(), judged('interest')), 'nothing'],
  ['who needs to know and has an interest', both(judged('need-to-know'), judged('interest')), 'nothing'],
  ['everything at once', both(manages(), judged('need-to-know'), judged('interest')), 'nothing'],
  ['a manager whose interest is over', both(manages(), judged('interest', { to: yesterday })), 'change'],
  ['a manager whose interest was stopped', both(manages(), judged('interest', { stopped: true })), 'change'],
  [
    'a manager with an interest from tomorrow',
    both(manages(), judged('interest', { from: tomorrow })),
    'change',
  ],
];

/** What the database lets somebody do with a draft, tried and undone. */
async function rowsFor(reader: RowReader, draftId: string) {
  return {
    read: await tried(reader, async (tx) => {
      const draft = await tx.selectFrom('planimport.draft').select('id').where('id', '=', draftId).execute();
      const choices = await tx
        .selectFrom('planimport.choice')
        .select('id')
        .where('draft_id', '=', draftId)
        .execute();
      return draft.length === 1 && (choices.length > 0 || draftId === drafts.dropped);
    }),
    seesAChoice: await tried(reader, async (tx) => {
      const choices = await tx
        .selectFrom('planimport.choice')
        .select('id')
        .where('draft_id', '=', draftId)
        .execute();
      return choices.length > 0;
    }),
    update: await tried(reader, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('planimport.draft')
        .set({ created_by: 'Somebody' })
        .where('id', '=', draftId)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    }),
    choose: await tried(reader, async (tx) => {
      await tx
        .insertInto('planimport.choice')
        .values({ draft_id: draftId, subject: 'problem:0', choice: 'accept' })
        .execute();
      return true;
    }),
    unchoose: await tried(reader, async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('planimport.choice')
        .where('draft_id', '=', draftId)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    }),
  };
}

class Undone extends Error {
  readonly did: boolean;
  constructor(did: boolean) {
    super('Undone');
    this.did = did;
  }
}

async function tried(reader: RowReader, act: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  try {
    await actAs(database.pagesDb, reader, async (tx) => {
      throw new Undone(await act(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.did;
    if (error instanceof Error && error.message.includes('row-level security')) return false;
    throw error;
  }
  throw new Error('It was not undone');
}

/** Statuses of a draft's page, its file, a page that changes it, and a change sent with a token but about no reading. */
async function statusesFor(asker: Asker | null, draftId: string): Promise<readonly number[]> {
  const server = await bareServer(asker === null ? asThePublic : whoAsksAs(asker));
  addImportRoutes(server, { db: database.pagesDb });
  server.route({
    method: 'GET',
    path: '/token',
    access: 'public',
    handler: (visit) => json({ token: visit.formToken() }),
  });
  const visitor = new PlanVisitor(server);
  const { token } = JSON.parse((await visitor.open('/token')).html) as { token: string };
  const statuses = [
    (await server.app.inject({ url: importPaths.review(draftId) })).statusCode,
    (await server.app.inject({ url: importPaths.reading(draftId) })).statusCode,
    (await server.app.inject({ url: importPaths.drop(draftId) })).statusCode,
    (await visitor.send(importPaths.drop(draftId), { _csrf: token })).status,
  ];
  await server.app.close();
  return statuses;
}

describe('the sentence, the route and the rows agree', () => {
  it.each(PERSONAS)('%s', async (name, give, expected) => {
    const personId = await addSomebody(database.db, name);
    await give(personId);
    const asker = await askerOfPerson(database.db, personId);
    const [may, mayChange] = [expected !== 'nothing', expected === 'change'];
    for (const state of STATES) {
      const id = drafts[state];
      expect([state, mayReadDraft(asker, id), mayChangeDraft(asker, id)]).toEqual([state, may, mayChange]);
      const rows = await rowsFor(`person ${personId}`, id);
      // What was decided about a draft that was dropped is gone.
      const hasChoices = state !== 'dropped';
      expect([state, rows]).toEqual([
        state,
        {
          read: may,
          seesAChoice: may && hasChoices,
          update: mayChange,
          choose: mayChange,
          unchoose: mayChange && hasChoices,
        },
      ]);
      const [review, reading, drop, post] = await statusesFor(asker, id);
      expect([state, review, reading]).toEqual([state, may ? 200 : 404, may ? 200 : 404]);
      // A role opens the route; an interest closes the draft behind it. A change about no reading is told so, if at all.
      const closed = mayChangePlans(asker) ? 404 : 403;
      expect([state, drop, post]).toEqual([state, mayChange ? 200 : closed, mayChange ? 409 : closed]);
    }
  });

  it('nobody in particular is shown nothing, and sent to sign in', async () => {
    for (const state of STATES) {
      const rows = await rowsFor('nobody', drafts[state]);
      expect([state, new Set(Object.values(rows))]).toEqual([state, new Set([false])]);
      expect(await statusesFor(null, drafts[state])).toEqual([303, 303, 303, 403]);
    }
  });

  it('a connection that nobody said anything of shows no draft, and Throughline itself sees all', async () => {
    const all = () => database.pagesDb.selectFrom('planimport.draft').select('id').execute();
    expect(await all()).toEqual([]);
    // Nothing of who asked before stays with the connection.
    await actAs(database.pagesDb, 'system', async (tx) => {
      expect(await tx.selectFrom('planimport.draft').select('id').execute()).toHaveLength(3);
    });
    expect(await all()).toEqual([]);
  });
});
