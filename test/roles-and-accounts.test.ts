import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMessages } from '../src/platform/mail/message.ts';
import { accountHolder, testSeal } from './support/access-app.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';
import { signedInAs } from './support/signed-in.ts';
import { actAs, type Tx } from '../src/platform/db/index.ts';
import { addDays, plainDay, systemClock, todayInLondon } from '../src/platform/time/plain-day.ts';
import {
  addPerson,
  hasRole,
  mayChangePeople,
  mayReadTrail,
  type Role,
  stateHolding,
} from '../src/modules/identity/index.ts';
import { addPost } from '../src/modules/identity/posts/add-post.ts';
import { appoint } from '../src/modules/identity/holdings/appoint.ts';
import { correctHolding, endHolding } from '../src/modules/identity/holdings/change-holding.ts';
import { judgePeople } from '../src/modules/identity/same-person/judge-people.ts';
import { askersNow } from '../src/modules/access/grounds/askers-on.read.ts';
import { accountOf } from '../src/modules/access/accounts/accounts.read.ts';
import { leaveEverything } from '../src/modules/identity/leaving/leave-everything.ts';
import { accessBelongings } from '../src/modules/access/belongings.ts';
import { roleGrants } from '../src/modules/access/roles/role-grants.read.ts';
import { askerOfPerson } from '../src/modules/access/sessions/who-asks.read.ts';
import {
  closeAccount,
  findLink,
  makeLink,
  makeSetUpLink,
  openAccount,
} from '../src/modules/access/accounts/keep-accounts.ts';
import { administratorsLeft } from '../src/modules/access/roles/lock-administrators.write.ts';
import { endRole, giveRole, type RoleToGive } from '../src/modules/access/roles/give-role.ts';
import { setUp } from '../src/modules/access/set-up/set-up.ts';
import { endJudgement, judgeThing } from '../src/modules/access/grounds/judge-thing.ts';

const TEST = { kind: 'operator', name: 'Test' } as const;
const TODAY = todayInLondon(systemClock);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const change = <Result>(act: (tx: Tx) => Promise<Result>) => database.db.transaction().execute(act);

let people = 0;
function person(): Promise<number> {
  people += 1;
  return change((tx) =>
    addPerson(tx, TEST, {
      name: {
        title: null,
        forenames: ['Test'],
        knownAs: null,
        surname: `Rolebearer${people}`,
        suffix: null,
        honours: [],
      },
      source: 'A test',
    }),
  );
}

let posts = 0;
async function post(): Promise<number> {
  posts += 1;
  const added = await change((tx) =>
    addPost(tx, TEST, { title: `Head of Tests ${posts}`, organisation: null, holders: 'one' }),
  );
  if (added.kind !== 'added') throw new Error(added.kind);
  return added.postId;
}

function give(role: Role, to: RoleToGive['to'], days: Partial<Pick<RoleToGive, 'from' | 'until'>> = {}) {
  return change((tx) =>
    giveRole(tx, TEST, {
      role,
      to,
      from: plainDay(2026, 1, 1),
      until: null,
      source: 'A test',
      givenBy: 'person',
      ...days,
    }),
  );
}

async function eventsOf(type: string): Promise<number> {
  const rows = await database.db
    .selectFrom('audit.event')
    .select('sequence')
    .where('type', '=', type)
    .execute();
  return rows.length;
}

describe('giving a role', () => {
  it.each([
    ['the same days', plainDay(2026, 3, 1), plainDay(2026, 3, 31), false],
    ['days that share the last', plainDay(2026, 3, 31), plainDay(2026, 4, 30), false],
    ['days that share the first', plainDay(2026, 2, 1), plainDay(2026, 3, 1), false],
    ['days within', plainDay(2026, 3, 10), plainDay(2026, 3, 11), false],
    ['for ever, over them', plainDay(2026, 1, 1), null, false],
    ['the days after', plainDay(2026, 4, 1), null, true],
    ['the days before', plainDay(2026, 2, 1), plainDay(2026, 2, 28), true],
  ])('a second time, for %s', async (_name, from, until, given) => {
    const personId = await person();
    await give('clerk', { personId }, { from: plainDay(2026, 3, 1), until: plainDay(2026, 3, 31) });
    const again = await give('clerk', { personId }, { from, until });
    expect(again.kind).toBe(given ? 'given' : 'given-already');
    expect((await give('auditor', { personId }, { from, until })).kind).toBe('given');
  });

  it('is refused where it ends before it begins, to nobody, and an administrator’s to a post', async () => {
    const personId = await person();
    expect([
      (await give('clerk', { personId }, { from: plainDay(2026, 3, 2), until: plainDay(2026, 3, 1) })).kind,
      (await give('clerk', { personId: 999_999 })).kind,
      (await give('clerk', { postId: 999_999 })).kind,
      (await give('administrator', { postId: await post() })).kind,
    ]).toEqual([
      'ends-before-it-begins',
      'no-such-person-or-post',
      'no-such-person-or-post',
      'not-with-a-post',
    ]);
    await expect(
      database.db
        .insertInto('access.role_grant')
        .values({
          role: 'administrator',
          post_id: await post(),
          from_day: '2026-01-01',
          source: 'x',
          given_by: 'person',
          recorded_by: 'x',
        })
        .execute(),
    ).rejects.toThrow(/check constraint/);
  });

  it('happens once when two do it at the same moment', async () => {
    const personId = await person();
    const kinds = await Promise.all([1, 2, 3].map(() => give('chair', { personId })));
    expect(kinds.filter(({ kind }) => kind === 'given')).toHaveLength(1);
  });

  it('stands in the trail, and the row is never changed', async () => {
    const before = await eventsOf('role-given');
    const given = await give('clerk', { personId: await person() });
    expect(await eventsOf('role-given')).toBe(before + 1);
    if (given.kind !== 'given') throw new Error(given.kind);
    await expect(
      database.db
        .updateTable('access.role_grant')
        .set({ role: 'auditor' })
        .where('id', '=', given.grantId)
        .execute(),
    ).rejects.toThrow('never changed');
    await expect(
      database.db.deleteFrom('access.role_grant').where('id', '=', given.grantId).execute(),
    ).rejects.toThrow('never changed');
  });
});

describe('ending a role', () => {
  async function given(role: Role = 'clerk') {
    const personId = await person();
    const result = await give(role, { personId });
    if (result.kind !== 'given') throw new Error(result.kind);
    return { personId, grantId: result.grantId };
  }

  it.each([
    ['at once', null, false],
    ['with today', TODAY, true],
    ['with yesterday', addDays(TODAY, -1), false],
    ['with tomorrow', addDays(TODAY, 1), true],
  ])('%s', async (_name, lastDay, stillHeld) => {
    const { personId, grantId } = await given();
    const ended = await change((tx) => endRole(tx, TEST, grantId, { lastDay, reason: 'A test' }));
    expect(ended.kind).toBe('ended');
    expect(hasRole(await askerOfPerson(database.db, personId), 'clerk')).toBe(stillHeld);
    const [shown] = await roleGrants(database.db, TODAY, { personId });
    expect(shown).toMatchObject({ reason: 'A test', state: stillHeld ? 'held' : 'over' });
    const rows = await database.db
      .selectFrom('access.role_grant')
      .select('id')
      .where('person_id', '=', personId)
      .execute();
    expect(rows).toHaveLength(2);
  });

  it('is refused before it began, twice, and of one that never was', async () => {
    const { grantId } = await given();
    const end = (id: number, lastDay = TODAY) =>
      change((tx) => endRole(tx, TEST, id, { lastDay, reason: 'A test' }));
    expect([
      (await end(grantId, plainDay(2025, 12, 31))).kind,
      (await end(grantId)).kind,
      (await end(grantId)).kind,
      (await end(999_999)).kind,
    ]).toEqual(['ends-before-it-begins', 'ended', 'ended-already', 'no-such-grant']);
  });
});

describe('a role that goes with a post', () => {
  it('is held from the first to the last day the post is, and by nobody a paper alone names', async () => {
    const [postId, holder, named] = [await post(), await person(), await person()];
    await give('auditor', { postId });
    const since = addDays(TODAY, -10);
    const appointed = await change((tx) =>
      appoint(tx, TEST, {
        postId,
        personId: holder,
        manner: 'substantive',
        jobShare: false,
        begins: { since, statedOn: since, source: 'A test' },
        ends: null,
      }),
    );
    if (appointed.kind !== 'appointed') throw new Error(appointed.kind);
    const asker = await askerOfPerson(database.db, holder);
    expect(mayReadTrail(asker)).toBe(true);
    expect(asker.grounds).toContainEqual({
      kind: 'role',
      role: 'auditor',
      from: since,
      to: null,
      throughPost: `Head of Tests ${posts}`,
    });
    const end = async (until: typeof TODAY) =>
      change((tx) => endHolding(tx, TEST, appointed.holdingId, { until, statedOn: null, source: 'A test' }));
    await end(addDays(TODAY, -1));
    expect(mayReadTrail(await askerOfPerson(database.db, holder))).toBe(false);
    expect(mayReadTrail(await askerOfPerson(database.db, named))).toBe(false);
  });

  it('is not given by a paper that names somebody in it', async () => {
    const title = 'Director of Paper Claims';
    const { personId, postId } = await change((tx) =>
      stateHolding(tx, {
        name: 'Paper Claimant',
        jobTitle: title,
        interim: false,
        jobShare: false,
        statedOn: plainDay(2026, 1, 1),
        source: 'A plan somebody brought in',
      }),
    );
    await give('auditor', { postId });
    const asker = await askerOfPerson(database.db, personId);
    expect(asker.grounds).toEqual([]);
  });
});

describe('the last administrator who can sign in', () => {
  it('stays, whichever way they would go, until there is another with no last day', async () => {
    const fresh = await openTestDatabase();
    const first = await accountHolder(fresh.db, 'Firstadmin', ['administrator']);
    const act = <Result>(work: (tx: Tx) => Promise<Result>) => fresh.db.transaction().execute(work);
    const grantOf = async (personId: number) =>
      (await roleGrants(fresh.db, TODAY, { personId })).find(({ state }) => state === 'held')?.id ?? 0;
    const tries = async () => [
      (await act((tx) => closeAccount(tx, TEST, first.personId, 'A test'))).kind,
      (
        await act(async (tx) =>
          endRole(tx, TEST, await grantOf(first.personId), { lastDay: null, reason: 'x' }),
        )
      ).kind,
      (
        await act(async (tx) =>
          endRole(tx, TEST, await grantOf(first.personId), { lastDay: addDays(TODAY, 9), reason: 'x' }),
        )
      ).kind,
      (
        await act((tx) =>
          leaveEverything(tx, TEST, [accessBelongings], {
            personId: first.personId,
            lastDay: TODAY,
            statedOn: TODAY,
            source: 'x',
            handOn: new Map(),
            today: TODAY,
          }),
        )
      ).kind,
    ];
    const refused = ['last-administrator', 'last-administrator', 'last-administrator', 'cannot-leave-yet'];
    expect(await tries()).toEqual(refused);
    // Another with a last day, or who cannot get in, is none that counts.
    const limited = await accountHolder(fresh.db, 'Limited', []);
    await act((tx) =>
      giveRole(tx, TEST, {
        role: 'administrator',
        to: { personId: limited.personId },
        from: TODAY,
        until: addDays(TODAY, 30),
        source: 'x',
        givenBy: 'person',
      }),
    );
    await signedInAs(fresh.db, 'administrator');
    expect(await administratorsLeft(fresh.db)).toBe(1);
    expect(await tries()).toEqual(refused);
    await accountHolder(fresh.db, 'Secondadmin', ['administrator']);
    expect(await administratorsLeft(fresh.db)).toBe(2);
    // Two who each close the other at the same moment: one of them stays.
    const both = await Promise.all(
      (
        await fresh.db
          .selectFrom('access.account')
          .select('person_id')
          .where('password_hash', 'is not', null)
          .execute()
      )
        .filter(({ person_id: id }) => id !== limited.personId)
        .map(({ person_id: id }) => act((tx) => closeAccount(tx, TEST, id, 'Both at once'))),
    );
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['closed', 'last-administrator']);
    await fresh.close();
  });
});

describe('somebody who leaves', () => {
  it.each([
    ['today', TODAY, true],
    ['yesterday', addDays(TODAY, -1), false],
    ['tomorrow', addDays(TODAY, 1), true],
  ])(
    '%s has their roles until then, and their sessions end with the last',
    async (_name, lastDay, stillIn) => {
      const { personId } = await signedInAs(database.db, ['clerk', 'auditor']);
      const owned = await accessBelongings.list(database.db, {
        records: [personId],
        postIds: [],
        day: TODAY,
      });
      expect(owned.map(({ what }) => what)).toEqual([
        'The role Auditor, from 1 January 2020',
        'The role Clerk, from 1 January 2020',
        'Their way in',
        'A session that goes on',
      ]);
      const left = await change((tx) =>
        leaveEverything(tx, TEST, [accessBelongings], {
          personId,
          lastDay,
          statedOn: TODAY,
          source: 'A test',
          handOn: new Map(),
          today: TODAY,
        }),
      );
      expect(left.kind).toBe('left');
      expect((await askerOfPerson(database.db, personId)).grounds.length > 0).toBe(stillIn);
      const open = await database.db
        .selectFrom('access.session')
        .select('id')
        .where('person_id', '=', personId)
        .where('ended_at', 'is', null)
        .execute();
      expect(open.length > 0).toBe(stillIn);
    },
  );
});

describe('set-up', () => {
  const todo = {
    council: 'Loamshire County Council',
    administrator: {
      title: null,
      forenames: ['Uzma'],
      knownAs: null,
      surname: 'Brackenford',
      suffix: null,
      honours: [],
    },
    administratorName: 'Uzma Brackenford',
    signInName: 'uzma@loamshire.example',
    today: TODAY,
  };

  it('works once, by the newest link, until somebody can administer', async () => {
    const fresh = await openTestDatabase();
    const act = <Result>(work: (tx: Tx) => Promise<Result>) => fresh.db.transaction().execute(work);
    const older = await act((tx) => makeSetUpLink(tx, TEST));
    const token = await act((tx) => makeSetUpLink(tx, TEST));
    expect((await act((tx) => setUp(tx, TEST, { ...todo, token: older }))).kind).toBe('no-such-link');
    const both = await Promise.all([1, 2].map(() => act((tx) => setUp(tx, TEST, { ...todo, token }))));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['no-such-link', 'set-up']);
    const next = await act((tx) => makeSetUpLink(tx, TEST));
    expect((await act((tx) => setUp(tx, TEST, { ...todo, token: next }))).kind).toBe('name-taken');
    await accountHolder(fresh.db, 'Already', ['administrator']);
    expect(
      (await act((tx) => setUp(tx, TEST, { ...todo, token: next, signInName: 'x@y.example' }))).kind,
    ).toBe('no-such-link');
    await fresh.close();
  });
});

describe('an account', () => {
  it('is opened once, by a name nobody else has, in any case of letters', async () => {
    const [one, other] = [await person(), await person()];
    const open = (personId: number, signInName: string) =>
      change((tx) => openAccount(tx, TEST, { personId, signInName }));
    expect([
      (await open(one, 'Twice@loamshire.example')).kind,
      (await open(one, 'other@loamshire.example')).kind,
      (await open(other, ' TWICE@loamshire.example ')).kind,
      (await open(999_999, 'x@loamshire.example')).kind,
    ]).toEqual(['opened', 'open-already', 'name-taken', 'no-such-person']);
  });

  it('gets a message that waits in the outbox, and goes when its link is used or replaced', async () => {
    const personId = await person();
    await change((tx) => openAccount(tx, TEST, { personId, signInName: `p${personId}@loamshire.example` }));
    const link = () =>
      change((tx) =>
        makeLink(
          tx,
          TEST,
          { personId, personName: 'Test\r\nBcc: x@evil.example' },
          { seal: testSeal, addressOf: (token) => token },
        ),
      );
    await link();
    const second = await link();
    if (second.kind !== 'made') throw new Error(second.kind);
    const messages = await database.db
      .selectFrom('mail.message')
      .selectAll()
      .where('to_address', '=', `p${personId}@loamshire.example`)
      .orderBy('written_at')
      .execute();
    expect(messages.map(({ body, withdrawn_at: gone }) => [body.length > 0, gone !== null])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(messages[1]?.to_name).toBe('Test Bcc: x@evil.example');
    expect(messages[1]?.body.includes(second.token)).toBe(false);
    const [shown] = (await listMessages(database.db, testSeal)).filter(({ body }) => body !== '');
    expect(shown?.body).toContain(second.token);
    expect(await change((tx) => findLink(tx, 'enrol', second.token))).not.toBeNull();
    expect(await change((tx) => findLink(tx, 'set-up', second.token))).toBeNull();
  });
});

describe('one thing opened or shut to one person', () => {
  const thing = { kind: 'import', ref: '00000000-0000-0000-0000-000000000001' };
  it('holds on its days and ends at once, with what was recorded kept', async () => {
    const personId = await person();
    const recorded = await change((tx) =>
      judgeThing(tx, TEST, 'need-to-know', { personId, thing, from: TODAY, until: TODAY, reason: 'To look' }),
    );
    if (recorded.kind !== 'recorded') throw new Error(recorded.kind);
    expect((await askerOfPerson(database.db, personId)).grounds).toEqual([
      { kind: 'need-to-know', thing, from: TODAY, to: TODAY },
    ]);
    expect(
      (
        await change((tx) =>
          endJudgement(tx, TEST, 'need-to-know', recorded.id, { ...thing, ref: 'another' }),
        )
      ).kind,
    ).toBe('no-such-judgement');
    await change((tx) => endJudgement(tx, TEST, 'need-to-know', recorded.id, thing));
    expect((await askerOfPerson(database.db, personId)).grounds).toEqual([]);
    expect((await change((tx) => endJudgement(tx, TEST, 'need-to-know', recorded.id, thing))).kind).toBe(
      'no-such-judgement',
    );
  });

  it.each([
    ['from tomorrow', addDays(TODAY, 1), null],
    ['to yesterday', plainDay(2026, 1, 1), addDays(TODAY, -1)],
  ])('does not hold %s', async (_name, from, until) => {
    const personId = await person();
    await change((tx) => judgeThing(tx, TEST, 'interest', { personId, thing, from, until, reason: 'x' }));
    expect((await askerOfPerson(database.db, personId)).grounds).toEqual([]);
  });
});

describe('under the pages, the database shows restricted rows to those alone who may see them', () => {
  it.each<[Role, boolean, boolean]>([
    ['programme-manager', false, false],
    ['delivery-lead', false, false],
    ['chair', false, false],
    ['board-member', false, false],
    ['clerk', false, false],
    ['councillor', false, false],
    ['analyst', false, false],
    ['partner', false, false],
    ['auditor', true, false],
    ['administrator', true, true],
  ])('%s: the trail %s, the outbox %s', async (role, trail, outbox) => {
    const { personId } = await signedInAs(database.db, role);
    const asker = await askerOfPerson(database.db, personId);
    const rows = await actAs(database.pagesDb, `person ${personId}`, async (tx) => ({
      trail: (await tx.selectFrom('audit.event').select('sequence').limit(1).execute()).length,
      outbox: (await tx.selectFrom('mail.message').select('id').limit(1).execute()).length,
    }));
    expect({ trail: rows.trail > 0, outbox: rows.outbox > 0 }).toEqual({ trail, outbox });
    expect([mayReadTrail(asker), mayChangePeople(asker)]).toEqual([trail, outbox]);
  });

  it('and to nobody where it was not said who asks', async () => {
    for (const reader of ['nobody', 'person 0', 'person 999999'] as const)
      expect(
        await actAs(database.pagesDb, reader, (tx) =>
          tx.selectFrom('audit.event').select('sequence').execute(),
        ),
      ).toEqual([]);
    expect(await database.pagesDb.selectFrom('audit.event').select('sequence').execute()).toEqual([]);
    expect(await database.pagesDb.selectFrom('mail.message').select('id').execute()).toEqual([]);
    expect((await database.db.selectFrom('audit.event').select('sequence').limit(1).execute()).length).toBe(
      1,
    );
  });
});

describe('what a hostile reader tried', () => {
  const today = TODAY;
  const holding = (postId: number, personId: number) => ({
    postId,
    personId,
    manner: 'substantive' as const,
    jobShare: false,
    begins: { since: addDays(today, -10), statedOn: addDays(today, -10), source: 'A test' },
    ends: null,
  });

  it('recording that a post ends which only a paper names gives nobody its roles', async () => {
    const { personId, postId, holdingId } = await change(async (tx) => {
      const stated = await stateHolding(tx, {
        name: 'Leaver Onpaper',
        jobTitle: 'Director of Paper Endings',
        interim: false,
        jobShare: false,
        statedOn: plainDay(2026, 1, 1),
        source: 'A plan somebody brought in',
      });
      const { id } = await tx
        .selectFrom('identity.holding')
        .select('id')
        .where('post_id', '=', stated.postId)
        .executeTakeFirstOrThrow();
      return { ...stated, holdingId: id };
    });
    await give('auditor', { postId });
    const until = addDays(today, 60);
    await change((tx) => endHolding(tx, TEST, holdingId, { until, statedOn: null, source: 'A test' }));
    expect((await askerOfPerson(database.db, personId)).grounds).toEqual([]);
    const corrected = await change(async (tx) => {
      const { id } = await tx
        .selectFrom('identity.holding')
        .select('id')
        .where('post_id', '=', postId)
        .where('replaced_at', 'is', null)
        .executeTakeFirstOrThrow();
      return correctHolding(tx, TEST, id, { ...holding(postId, personId), reason: 'Seen by the clerk' });
    });
    expect(corrected.kind).toBe('changed');
    expect(mayReadTrail(await askerOfPerson(database.db, personId))).toBe(true);
  });

  it('an interest shuts out whoever the records are of, whichever it was written on', async () => {
    const thing = { kind: 'import', ref: '00000000-0000-0000-0000-000000000009' };
    const [one, other] = [await person(), await person()];
    await change((tx) =>
      judgeThing(tx, TEST, 'interest', { personId: other, thing, from: today, until: null, reason: 'x' }),
    );
    await change((tx) =>
      judgeThing(tx, TEST, 'need-to-know', { personId: other, thing, from: today, until: null, reason: 'x' }),
    );
    expect((await askerOfPerson(database.db, one)).grounds).toEqual([]);
    await change((tx) =>
      judgePeople(tx, TEST, { personId: one, otherId: other, verdict: 'same', reason: 'One payroll number' }),
    );
    expect((await askerOfPerson(database.db, one)).grounds).toEqual([
      { kind: 'interest', thing, from: today, to: null },
    ]);
    const seen = (await askersNow(database.db, today)).find(({ personId }) => personId === other);
    expect(seen?.grounds.map(({ kind }) => kind)).toEqual(['need-to-know', 'interest']);
  });

  it('ending a role never makes it longer', async () => {
    const personId = await person();
    const given = await give('clerk', { personId }, { from: today, until: addDays(today, 5) });
    if (given.kind !== 'given') throw new Error(given.kind);
    const end = (days: number) =>
      change((tx) => endRole(tx, TEST, given.grantId, { lastDay: addDays(today, days), reason: 'x' }));
    expect(await end(6)).toEqual({ kind: 'ends-sooner-already', until: addDays(today, 5) });
    expect((await end(5)).kind).toBe('ended');
  });

  it('the way in of somebody who leaves is closed after their last day, and open again only where somebody opens it', async () => {
    const holder = await accountHolder(database.db, 'Leaverwithaccount');
    const leave = (lastDay: typeof today) =>
      change((tx) =>
        leaveEverything(tx, TEST, [accessBelongings], {
          personId: holder.personId,
          lastDay,
          statedOn: today,
          source: 'A test',
          handOn: new Map(),
          today,
        }),
      );
    await leave(today);
    expect((await accountOf(database.db, holder.personId))?.closed).toBe(false);
    await leave(addDays(today, -1));
    expect((await accountOf(database.db, holder.personId))?.closed).toBe(true);
    expect(await change((tx) => closeAccount(tx, TEST, holder.personId, 'x'))).toEqual({
      kind: 'no-such-account',
    });
    const again = await change((tx) =>
      openAccount(tx, TEST, { personId: holder.personId, signInName: holder.signInName }),
    );
    expect(again.kind).toBe('opened');
    expect((await accountOf(database.db, holder.personId))?.closed).toBe(false);
  });

  it('an account at a provider that is no longer in use is no way in', async () => {
    const fresh = await openTestDatabase();
    const holder = await accountHolder(fresh.db, 'Onlyprovider', ['administrator']);
    await fresh.db
      .updateTable('access.account')
      .set({ password_hash: null, code_secret: null })
      .where('person_id', '=', holder.personId)
      .execute();
    await fresh.db
      .insertInto('access.outside_account')
      .values({ issuer: 'https://id.loamshire.example', subject: '1', person_id: holder.personId })
      .execute();
    const connect = (issuer: string | null) =>
      fresh.db
        .insertInto('access.provider')
        .values({ name: 'x', issuer, client_id: issuer === null ? null : 'x', recorded_by: 'Test' })
        .execute();
    const counted: number[] = [await administratorsLeft(fresh.db)];
    for (const issuer of ['https://id.loamshire.example', 'https://id.elsewhere.example', null]) {
      await connect(issuer);
      counted.push(await administratorsLeft(fresh.db));
    }
    expect(counted).toEqual([0, 1, 0, 0]);
    await fresh.close();
  });

  it('two people are not given one name to sign in with at the same moment', async () => {
    const ids = await Promise.all([person(), person(), person()]);
    const kinds = await Promise.all(
      ids.map((personId) =>
        change((tx) => openAccount(tx, TEST, { personId, signInName: 'at.once@loamshire.example' })),
      ),
    );
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['name-taken', 'name-taken', 'opened']);
  });
});
