import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Tx } from '../../platform/db/index.ts';
import { plainDay, type PlainDay } from '../../platform/time/plain-day.ts';
import { listEvents } from '../audit/index.ts';
import { parseName } from './names/parse-name.rule.ts';
import { identityEvents } from './events.ts';
import { holdersOn, holdingsOf } from './holdings/holders-on.read.ts';
import { howHeld } from './holdings/how-held.read.ts';
import { readHoldingHistory } from './holdings/read-holdings.read.ts';
import { namesOn, readNames } from './names/read-names.read.ts';
import { readStatements } from './sources/read-statements.read.ts';
import { addPerson } from './people/add-person.ts';
import { addPost } from './posts/add-post.ts';
import { appoint } from './holdings/appoint.ts';
import { changePostHolders } from './posts/change-post-holders.ts';
import { correctHolding, endHolding, withdrawHolding } from './holdings/change-holding.ts';
import { judgePeople } from './same-person/judge-people.ts';
import { personLeaves } from './leaving/leave.ts';
import { namePerson } from './names/name-person.ts';
import { stateHolding } from './holdings/state-holding.write.ts';

const actor = { kind: 'operator', name: 'Test' } as const;
const day = (month: number, of = 1) => plainDay(2030, month, of);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function inTx<Result>(act: (tx: Tx) => Promise<Result>): Promise<Result> {
  return database.db.transaction().execute(act);
}

function name(printed: string) {
  const parsed = parseName(printed);
  if (parsed === null) throw new Error(printed);
  return parsed;
}

const person = (printed: string) =>
  inTx((tx) => addPerson(tx, actor, { name: name(printed), source: 'Minutes' }));

let posts = 0;
async function post(holders: 'one' | 'several' = 'one') {
  posts += 1;
  const added = await inTx((tx) =>
    addPost(tx, actor, { title: `Head of Place ${posts}`, organisation: null, holders }),
  );
  return added.postId;
}

interface Given {
  readonly since?: PlainDay | null;
  readonly until?: PlainDay;
  readonly jobShare?: boolean;
}

function put(personId: number, postId: number, { since = day(2), until, jobShare = false }: Given = {}) {
  return inTx((tx) =>
    appoint(tx, actor, {
      personId,
      postId,
      manner: 'substantive',
      jobShare,
      begins: { since, statedOn: day(2), source: 'Minutes of 1 February 2030' },
      ends: until === undefined ? null : { until, statedOn: null, source: 'Minutes' },
    }),
  );
}

async function mustPut(personId: number, postId: number, given: Given = {}) {
  const put1 = await put(personId, postId, given);
  if (put1.kind !== 'appointed') throw new Error(put1.kind);
  return put1.holdingId;
}

const namesIn = async (postId: number, on: PlainDay) =>
  (await holdersOn(database.db, postId, on)).map(({ personName }) => personName);

/** What the trail says of a thing, the oldest first; each with a sentence. */
async function events(kind: string, ref: number) {
  const { events } = await listEvents(database.db, identityEvents, { subject: { kind, ref: String(ref) } });
  for (const { sentence } of events) expect(sentence).toMatch(/^[A-Z]/);
  return events.map(({ type }) => type).reverse();
}

describe('names', () => {
  it('keeps a former name, and reads each day by the name of that day', async () => {
    const id = await person('Mrs Hazel Oatshaw');
    const named = await inTx((tx) =>
      namePerson(tx, actor, {
        personId: id,
        name: name('Mrs Hazel Quillfeather, MBE'),
        source: 'Register',
        change: { kind: 'from-a-day', day: day(6) },
      }),
    );
    expect(named.kind).toBe('named');
    const on = async (when: PlainDay) => (await namesOn(database.db, [id], when))(id);
    expect(await on(day(5, 31))).toBe('Mrs Hazel Oatshaw');
    expect(await on(day(6))).toBe('Mrs Hazel Quillfeather, MBE');
    expect(await events('person', id)).toEqual(['person-added', 'person-name-changed']);
  });

  it('corrects a name with a reason and keeps the one that was wrong', async () => {
    const id = await person('Hazel Oatsahw');
    const correct = (printed: string) =>
      inTx((tx) =>
        namePerson(tx, actor, {
          personId: id,
          name: name(printed),
          source: 'Payroll',
          change: { kind: 'correction', asAt: day(3), reason: 'Letters changed places' },
        }),
      );
    expect((await correct('Hazel Oatshaw')).kind).toBe('named');
    expect((await correct('Hazel Oatshaw')).kind).toBe('nothing-changed');
    const rows = await readNames(database.db, [id]);
    expect(rows.map(({ surname, isReplaced, reason }) => [surname, isReplaced, reason])).toEqual([
      ['Oatsahw', true, null],
      ['Oatshaw', false, 'Letters changed places'],
    ]);
  });

  it('takes no second name from the same day, and no name of nobody', async () => {
    const id = await person('Rowan Duskfield');
    const rename = (personId: number, printed: string) =>
      inTx((tx) =>
        namePerson(tx, actor, {
          personId,
          name: name(printed),
          source: 'Register',
          change: { kind: 'from-a-day', day: day(6) },
        }),
      );
    await rename(id, 'Rowan Marrowby');
    expect((await rename(id, 'Rowan Oatshaw')).kind).toBe('named-from-that-day');
    expect((await rename(9_999_999, 'Rowan Oatshaw')).kind).toBe('no-such-person');
  });
});

describe('appoint', () => {
  it('says who held a post on each day', async () => {
    const [one, other, place] = [await person('Ann Marrowby'), await person('Bo Fennimoor'), await post()];
    await mustPut(one, place, { until: day(4, 30) });
    await mustPut(other, place, { since: day(6) });
    expect(await namesIn(place, day(1, 31))).toEqual([]);
    expect(await namesIn(place, day(4, 30))).toEqual(['Ann Marrowby']);
    expect(await namesIn(place, day(5, 15))).toEqual([]);
    expect(await namesIn(place, day(6))).toEqual(['Bo Fennimoor']);
    expect(await events('post', place)).toEqual(['post-added', 'person-appointed', 'person-appointed']);
  });

  it('refuses two holders of a post for one, unless each is a job share, and the same person twice', async () => {
    const [one, other, place] = [await person('Ann Marrowby'), await person('Bo Fennimoor'), await post()];
    await mustPut(one, place, { jobShare: true });
    expect(await put(other, place)).toMatchObject({ kind: 'refused', problem: { kind: 'held-by-another' } });
    expect(await put(one, place, { jobShare: true })).toMatchObject({ problem: { kind: 'held-already' } });
    expect((await put(other, place, { jobShare: true })).kind).toBe('appointed');
    expect(await namesIn(place, day(3))).toEqual(['Ann Marrowby', 'Bo Fennimoor']);
  });

  it('refuses an end before the start, and people and posts there are not', async () => {
    const [one, place] = [await person('Ann Marrowby'), await post()];
    expect(await put(one, place, { until: day(1) })).toMatchObject({
      problem: { kind: 'ends-before-it-begins' },
    });
    expect((await put(9_999_999, place)).kind).toBe('no-such-person');
    expect((await put(one, 9_999_999)).kind).toBe('no-such-post');
  });

  it('lets one of two appointments made at once stand', async () => {
    const [one, other, place] = [await person('Ann Marrowby'), await person('Bo Fennimoor'), await post()];
    const kinds = (await Promise.all([put(one, place), put(other, place)])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['appointed', 'refused']);
  });

  it('holds the line in the database too', async () => {
    const [one, other, place] = [await person('Ann Marrowby'), await person('Bo Fennimoor'), await post()];
    await mustPut(one, place);
    const insert = (
      who: number,
    ) => sql`insert into identity.holding (post_id, person_id, manner, job_share, since,
      stated_on, source, change, recorded_by, one_at_a_time)
      values (${place}, ${who}, 'substantive', false, '2030-03-01', '2030-03-01', 'x', 'appointed', 'x', true)`;
    await expect(insert(one).execute(database.db)).rejects.toThrow(/not_twice_at_once/);
    await expect(insert(other).execute(database.db)).rejects.toThrow(/one_holder_or_job_share/);
  });
});

describe('changing a holding', () => {
  const ending = (until: PlainDay) => ({ until, statedOn: null, source: 'Minutes' });

  it('ends it and keeps what was known before', async () => {
    const [one, place] = [await person('Ann Marrowby'), await post()];
    const held = await mustPut(one, place);
    const ended = await inTx((tx) => endHolding(tx, actor, held, ending(day(4))));
    expect(ended.kind).toBe('changed');
    expect(await namesIn(place, day(4, 2))).toEqual([]);
    const history = await readHoldingHistory(database.db, { postIds: [place] });
    expect(history.map(({ change, isReplaced, ends }) => [change, isReplaced, ends?.until ?? null])).toEqual([
      ['appointed', true, null],
      ['ended', false, '2030-04-01'],
    ]);
  });

  it('takes a paper that says it is over for an end, without a day of its own', async () => {
    const [one, place] = [await person('Ann Marrowby'), await post()];
    const held = await mustPut(one, place);
    await inTx((tx) =>
      endHolding(tx, actor, held, { until: null, statedOn: day(8), source: 'Annual report' }),
    );
    expect(await namesIn(place, day(8))).toEqual([]);
    expect((await holdersOn(database.db, place, day(7)))[0]?.standing).toBe('presumed');
  });

  it('corrects it with a reason, and tells the second of two who change it', async () => {
    const [one, place] = [await person('Ann Marrowby'), await post()];
    const held = await mustPut(one, place);
    const correct = () =>
      inTx((tx) =>
        correctHolding(tx, actor, held, {
          manner: 'acting',
          jobShare: false,
          begins: { since: day(3), statedOn: day(2), source: 'Minutes' },
          ends: null,
          reason: 'The minutes say March',
        }),
      );
    expect((await correct()).kind).toBe('changed');
    expect((await correct()).kind).toBe('changed-meanwhile');
    expect(await namesIn(place, day(2, 15))).toEqual([]);
    expect((await holdersOn(database.db, place, day(3)))[0]).toMatchObject({
      manner: 'acting',
      reason: 'The minutes say March',
    });
  });

  it('withdraws what never was, so that somebody else can be recorded', async () => {
    const [one, other, place] = [await person('Ann Marrowby'), await person('Bo Fennimoor'), await post()];
    const held = await mustPut(one, place);
    await inTx((tx) => withdrawHolding(tx, actor, held, 'It was another Ann'));
    expect((await put(other, place)).kind).toBe('appointed');
    expect(await events('post', place)).toContain('holding-withdrawn');
  });

  it('changes nothing that was recorded, whoever asks', async () => {
    const [one, place] = [await person('Ann Marrowby'), await post()];
    await mustPut(one, place);
    for (const statement of [
      `update identity.holding set since = '2030-01-01'`,
      `update identity.person_name set surname = 'x'`,
      `delete from identity.holding`,
      `delete from identity.judgement`,
      `truncate identity.statement`,
    ])
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/never changed/);
  });

  it('leaves no event of a change that is taken back', async () => {
    const [one, place] = [await person('Ann Marrowby'), await post()];
    const held = await mustPut(one, place);
    const change = inTx(async (tx) => {
      await endHolding(tx, actor, held, ending(day(4)));
      throw new Error('back');
    });
    await expect(change).rejects.toThrow('back');
    expect(await events('post', place)).toEqual(['post-added', 'person-appointed']);
  });
});

describe('posts', () => {
  it('has one of a title in each organisation', async () => {
    const add = (organisation: string | null) =>
      inTx((tx) => addPost(tx, actor, { title: 'Chief Executive', organisation, holders: 'one' }));
    const [own, trust, again] = [
      await add(null),
      await add('Loamshire Care Trust'),
      await add('Loamshire Care Trust'),
    ];
    expect([own.kind, trust.kind, again]).toEqual([
      'added',
      'added',
      { kind: 'there-already', postId: trust.postId },
    ]);
  });

  it('is for one again only where no two were recorded at once', async () => {
    const [one, other, place] = [
      await person('Ann Marrowby'),
      await person('Bo Fennimoor'),
      await post('several'),
    ];
    await mustPut(one, place);
    const second = await mustPut(other, place);
    const forOne = () => inTx((tx) => changePostHolders(tx, actor, { postId: place, holders: 'one' }));
    expect((await forOne()).kind).toBe('held-by-two');
    await inTx((tx) => withdrawHolding(tx, actor, second, 'A slip'));
    expect((await forOne()).kind).toBe('changed');
    expect((await put(other, place)).kind).toBe('refused');
  });
});

describe('joining two records', () => {
  const judge = (personId: number, otherId: number, verdict: 'same' | 'different' | 'open') =>
    inTx((tx) => judgePeople(tx, actor, { personId, otherId, verdict, reason: 'The register says so' }));

  it('keeps both, counts them as one holder, and can be undone', async () => {
    const [one, other, place] = [
      await person('Mr A Marrowby'),
      await person('Anthony Marrowby'),
      await post('several'),
    ];
    await mustPut(one, place);
    await mustPut(other, place);
    expect(await namesIn(place, day(3))).toHaveLength(2);
    expect((await judge(other, one, 'same')).kind).toBe('judged');
    expect(await namesIn(place, day(3))).toHaveLength(1);
    expect(await holdingsOf(database.db, other, day(3))).toMatchObject([{ leadId: one, postId: place }]);
    expect((await judge(one, other, 'open')).kind).toBe('judged');
    expect(await namesIn(place, day(3))).toHaveLength(2);
    const { rows } = await sql`select from identity.judgement where person_id = ${one}`.execute(database.db);
    expect(rows).toHaveLength(2);
    expect(await events('person', one)).toEqual(['person-added', 'people-judged', 'people-judged']);
  });

  it('refuses to join what somebody found to be two people, also by way of a third', async () => {
    const [a, b, c] = [await person('Ann Oatshaw'), await person('A Oatshaw'), await person('Anna Oatshaw')];
    await judge(a, b, 'same');
    await judge(b, c, 'different');
    expect(await judge(a, c, 'same')).toEqual({ kind: 'kept-apart', personId: b, otherId: c });
    expect((await judge(b, c, 'same')).kind).toBe('judged');
    expect((await judge(a, c, 'different')).kind).toBe('joined');
    expect((await judge(a, b, 'same')).kind).toBe('nothing-changed');
    expect((await judge(a, 9_999_999, 'same')).kind).toBe('no-such-person');
  });
});

describe('personLeaves', () => {
  it('ends everything on the last day and hands each post on from the next', async () => {
    const [leaver, next, a, b, c] = [
      await person('Ann Marrowby'),
      await person('Bo Fennimoor'),
      await post(),
      await post(),
      await post(),
    ];
    const [first, second, third] = [
      await mustPut(leaver, a),
      await mustPut(leaver, b),
      await mustPut(leaver, c, { since: day(9) }),
    ];
    const leave = (handOn: ReadonlyMap<number, number | null>) =>
      inTx((tx) =>
        personLeaves(tx, actor, {
          personId: leaver,
          lastDay: day(5, 31),
          statedOn: day(5),
          source: 'Letter',
          handOn,
        }),
      );
    expect((await leave(new Map([[first, next]]))).kind).toBe('changed-meanwhile');
    expect(
      (
        await leave(
          new Map([
            [first, leaver],
            [second, null],
            [third, null],
          ]),
        )
      ).kind,
    ).toBe('successor-leaves');
    expect(
      await leave(
        new Map([
          [first, next],
          [second, null],
          [third, null],
        ]),
      ),
    ).toEqual({
      kind: 'left',
      handedOn: 1,
      vacant: 1,
      notBegun: 1,
    });
    expect(await namesIn(a, day(5, 31))).toEqual(['Ann Marrowby']);
    expect(await namesIn(a, day(6))).toEqual(['Bo Fennimoor']);
    expect(await namesIn(b, day(6))).toEqual([]);
    expect(await namesIn(c, day(10))).toEqual([]);
    expect((await leave(new Map())).kind).toBe('holds-nothing');
    expect(await events('person', leaver)).toContain('person-left');
  });

  it('changes nothing where a successor holds the post already', async () => {
    const [leaver, next, place] = [
      await person('Ann Marrowby'),
      await person('Bo Fennimoor'),
      await post('several'),
    ];
    const held = await mustPut(leaver, place);
    await mustPut(next, place);
    const result = await inTx((tx) =>
      personLeaves(tx, actor, {
        personId: leaver,
        lastDay: day(5, 31),
        statedOn: day(5),
        source: 'Letter',
        handOn: new Map([[held, next]]),
      }),
    );
    expect(result).toMatchObject({ kind: 'refused', holdingId: held, problem: { kind: 'held-already' } });
    expect(await namesIn(place, day(7))).toHaveLength(2);
  });
});

describe('personLeaves, against a paper', () => {
  it('refuses a last day before a paper that names them in the post', async () => {
    const { personId, postId } = await inTx((tx) =>
      stateHolding(tx, {
        name: 'Amara Duskfield',
        jobTitle: 'Head of Meadows',
        interim: false,
        jobShare: false,
        statedOn: day(6),
        source: 'Plan',
      }),
    );
    const [holding] = await holdersOn(database.db, postId, day(6));
    const left = await inTx((tx) =>
      personLeaves(tx, actor, {
        personId,
        lastDay: day(5),
        statedOn: day(5),
        source: 'Letter',
        handOn: new Map([[holding?.id ?? 0, null]]),
      }),
    );
    expect(left).toMatchObject({
      kind: 'refused',
      problem: { kind: 'ends-before-it-begins', begins: day(6) },
    });
    expect(await namesIn(postId, day(6))).toEqual(['Amara Duskfield']);
  });
});

describe('stateHolding', () => {
  const state = (printed: string, jobTitle: string, statedOn: PlainDay, rest: { interim?: boolean } = {}) =>
    inTx((tx) =>
      stateHolding(tx, {
        name: printed,
        jobTitle,
        interim: false,
        jobShare: false,
        statedOn,
        source: 'Plan',
        ...rest,
      }),
    );

  it('keeps the name as printed, and takes the same name in the same post for one person', async () => {
    const first = await state('Ms C. MALLOWDENE', 'Head of Early Help', day(4), { interim: true });
    const again = await state('Ms C. MALLOWDENE', 'Head of Early Help', day(6));
    expect(again).toEqual(first);
    expect((await state('Ms C. MALLOWDENE', 'Head of Late Help', day(6))).personId).not.toBe(first.personId);
    const { rows } = await sql<{ name: string }>`select name_as_printed as name from identity.statement
      where person_id = ${first.personId} order by stated_on`.execute(database.db);
    expect(rows.map((row) => row.name)).toEqual(['Ms C. MALLOWDENE', 'Ms C. MALLOWDENE']);
    expect(await namesIn(first.postId, day(5))).toEqual(['Ms C Mallowdene']);
    expect(await readHoldingHistory(database.db, { postIds: [first.postId] })).toHaveLength(1);
    expect(await howHeld(database.db, first.personId, first.postId, day(6))).toEqual({
      interim: false,
      jobShare: false,
      sharedWith: [],
    });
    expect(await howHeld(database.db, first.personId, first.postId, day(5))).toMatchObject({ interim: true });
    expect(await howHeld(database.db, first.personId, first.postId, day(3))).toBeNull();
  });

  it('takes what a corrected paper of the same day says otherwise', async () => {
    const first = await state('Ada Fennel', 'Head of Dykes', day(4));
    await state('Ada Fennel', 'Head of Dykes', day(4), { interim: true });
    expect(await howHeld(database.db, first.personId, first.postId, day(4))).toMatchObject({ interim: true });
  });

  it('takes an interim holder and the next one for holders of one post, and keeps the title as printed', async () => {
    const interim = await state('Nerys Hobbleton', 'Interim Head of Marshes', day(4));
    const next = await state('Cosmo Mossington', 'Head of Marshes', day(6));
    expect(next.postId).toBe(interim.postId);
    expect(await holdersOn(database.db, interim.postId, day(5))).toMatchObject([
      { personName: 'Nerys Hobbleton', manner: 'interim', postTitle: 'Head of Marshes' },
    ]);
    expect(await readStatements(database.db, { postId: next.postId })).toMatchObject([
      { post: 'Interim Head of Marshes' },
      { post: 'Head of Marshes' },
    ]);
  });

  it('claims no more than the papers say, and reaches back to an earlier one', async () => {
    const { postId } = await state('Esme Yarrowgate', 'Head of Rivers', day(6));
    expect(await namesIn(postId, day(5))).toEqual([]);
    await state('Esme Yarrowgate', 'Head of Rivers', day(4));
    expect((await holdersOn(database.db, postId, day(5))).map(({ standing }) => standing)).toEqual(['known']);
    expect((await holdersOn(database.db, postId, day(7))).map(({ standing }) => standing)).toEqual([
      'presumed',
    ]);
  });

  it('ends what was presumed when a later paper names another', async () => {
    const { postId } = await state('Esme Yarrowgate', 'Head of Hills', day(4));
    await state('Silas Inkersole', 'Head of Hills', day(6));
    expect(await namesIn(postId, day(5))).toEqual(['Esme Yarrowgate']);
    expect(await namesIn(postId, day(7))).toEqual(['Silas Inkersole']);
  });

  it('does not touch what people recorded: a paper that disagrees is kept as its own words', async () => {
    const { postId, personId } = await state('Esme Yarrowgate', 'Head of Woods', day(4));
    const [holding] = await holdersOn(database.db, postId, day(4));
    await inTx((tx) =>
      correctHolding(tx, actor, holding?.id ?? 0, {
        manner: 'substantive',
        jobShare: false,
        begins: { since: day(3), statedOn: day(4), source: 'Plan' },
        ends: { until: day(4, 30), statedOn: null, source: 'Letter' },
        reason: 'The letter says so',
      }),
    );
    await state('Esme Yarrowgate', 'Head of Woods', day(2));
    expect(await namesIn(postId, day(2))).toEqual([]);
    await state('Esme Yarrowgate', 'Head of Woods', day(6));
    expect(await namesIn(postId, day(6))).toEqual(['Esme Yarrowgate']);
    expect(await namesIn(postId, day(5))).toEqual([]);
    const { rows } = await sql`select from identity.statement where person_id = ${personId}`.execute(
      database.db,
    );
    expect(rows).toHaveLength(3);
  });
});
