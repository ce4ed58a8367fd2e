import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { recordHolding } from '../../../test/support/recorded-facts.ts';
import type { Tx } from '../../platform/db/index.ts';
import { listEvents } from '../audit/index.ts';
import { addPerson, addPost, parsePrintedName } from '../identity/index.ts';
import { bodiesEvents } from './events.ts';
import { bodyPage } from './body/body-page.query.ts';
import { structureOn } from './structure/structure-on.query.ts';
import { toSeeTo } from './members/to-see-to.query.ts';
import { votersOn } from './body/voters-on.query.ts';
import { accountabilityOn } from './accountability/accountability-on.query.ts';
import { bodiesBelongings } from './belongings.ts';
import { day } from '../../../test/support/said-of-bodies.ts';
import { appointMember, endSitting } from './seats/appoint-member.ts';
import { changeShownTo } from './life/change-shown-to.ts';
import { defineSeat, endSeat, type SeatToDefine } from './seats/define-seat.ts';
import { drawLine, endLine } from './lines/draw-line.ts';
import { nameStatutoryPost } from './accountability/name-statutory-post.ts';
import { recordHappening } from './life/record-happening.ts';
import { sayFact } from './life/say-fact.ts';
import { setUpBody } from './life/set-up-body.ts';
import { withdraw } from './body/withdraw.ts';
import { writeTerms } from './terms/write-terms.ts';

const actor = { kind: 'operator', name: 'Test' } as const;
const FROM = day('2030-05-09');
const by = { authority: 'Council, 9 May 2030, minute 7', source: 'Minutes of 9 May 2030', statedOn: FROM };
const unapproved = { ...by, authority: null };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function inTx<Result>(act: (tx: Tx) => Promise<Result>): Promise<Result> {
  return database.db.transaction().execute(act);
}

let made = 0;
async function body(
  facts: Parameters<typeof setUpBody>[2]['facts'] = [],
  kind = 'panel' as const,
): Promise<string> {
  made += 1;
  const name = `Panel ${made}`;
  const result = await inTx((tx) =>
    setUpBody(tx, actor, { ...by, name, kind, day: FROM, shownTo: 'everybody', facts }),
  );
  return result.slug;
}

async function person(printed = `Ada Marsh${(made += 1)}`): Promise<number> {
  return inTx((tx) => addPerson(tx, actor, { name: parsePrintedName(printed), source: 'Register' }));
}

const SEAT: Omit<SeatToDefine, 'slug'> = {
  ...by,
  label: 'Member',
  capacity: 'group',
  role: 'member',
  places: 2,
  votes: true,
  substitutes: false,
  post: null,
  organisation: null,
  from: FROM,
};

async function seatOn(slug: string, rest: Partial<SeatToDefine> = {}): Promise<number> {
  const result = await inTx((tx) => defineSeat(tx, actor, { ...SEAT, slug, ...rest }));
  if (result.kind !== 'defined') throw new Error(result.kind);
  return result.seatNo;
}

function sits(slug: string, seatNo: number, personId: number, rest: object = {}) {
  return inTx((tx) =>
    appointMember(tx, actor, {
      ...by,
      slug,
      seatNo,
      personId,
      from: FROM,
      until: null,
      isSubstitute: false,
      ...rest,
    }),
  );
}

async function pageOf(slug: string, on = '2030-06-01') {
  const page = await bodyPage(database.db, slug, day(on));
  if (page === null) throw new Error(slug);
  return page;
}

describe('setting a body up', () => {
  it('makes it there from the day, by its authority, with its event in the trail', async () => {
    const slug = await body([{ attribute: 'meets', value: 'webcast' }]);
    const page = await pageOf(slug, '2030-05-09');
    expect(page.life).toMatchObject({ kind: 'in-being', since: { day: FROM } });
    expect(page.facts.find(({ attribute }) => attribute === 'meets')?.value).toBe('webcast');
    const { events } = await listEvents(database.db, bodiesEvents, {});
    expect(events[0]?.sentence).toContain('by Council, 9 May 2030, minute 7');
    expect((await structureOn(database.db, day('2030-05-08'))).bodies.map((one) => one.slug)).not.toContain(
      slug,
    );
  });

  it('is a proposal without authority, until it is set up', async () => {
    const result = await inTx((tx) =>
      setUpBody(tx, actor, {
        ...unapproved,
        name: 'Forum',
        kind: 'forum',
        day: FROM,
        shownTo: 'everybody',
        facts: [],
      }),
    );
    expect((await pageOf(result.slug)).life.kind).toBe('proposed');
    const later = {
      ...by,
      slug: result.slug,
      kind: 'set-up' as const,
      day: day('2030-05-20'),
      into: null,
      newName: null,
    };
    expect((await inTx((tx) => recordHappening(tx, actor, later))).kind).toBe('recorded');
    expect((await pageOf(result.slug, '2030-05-19')).life.kind).toBe('proposed');
    expect((await pageOf(result.slug, '2030-05-20')).life.kind).toBe('in-being');
  });

  it('refuses a second body of a name, and gives another address to a name that a page has', async () => {
    const slug = await body();
    const { name } = await pageOf(slug);
    const again = {
      ...by,
      name: name.toUpperCase(),
      kind: 'board' as const,
      day: FROM,
      shownTo: 'everybody' as const,
      facts: [],
    };
    expect(await inTx((tx) => setUpBody(tx, actor, again))).toEqual({ kind: 'name-taken', slug });
    expect(await inTx((tx) => setUpBody(tx, actor, { ...again, name: 'Options' }))).toEqual({
      kind: 'set-up',
      slug: 'options-2',
    });
  });
});

describe('what happens to a body', () => {
  it('is a new name from the day; the old one stands on days before', async () => {
    const slug = await body();
    const one = {
      ...by,
      slug,
      kind: 'renamed' as const,
      day: day('2030-07-01'),
      into: null,
      newName: 'Transformation Panel',
    };
    expect((await inTx((tx) => recordHappening(tx, actor, { ...one, authority: null }))).kind).toBe(
      'recorded',
    );
    expect((await pageOf(slug, '2030-07-02')).name).toMatch(/^Panel/);
    expect((await inTx((tx) => recordHappening(tx, actor, one))).kind).toBe('recorded');
    expect((await pageOf(slug, '2030-06-30')).name).toMatch(/^Panel/);
    expect((await pageOf(slug, '2030-07-01')).name).toBe('Transformation Panel');
  });

  it('ends it with everybody’s time on it, and revives it', async () => {
    const slug = await body();
    const seatNo = await seatOn(slug);
    await sits(slug, seatNo, await person());
    const end = {
      ...by,
      slug,
      kind: 'dissolved' as const,
      day: day('2030-08-01'),
      into: null,
      newName: null,
    };
    expect((await inTx((tx) => recordHappening(tx, actor, end))).kind).toBe('recorded');
    expect((await pageOf(slug, '2030-07-31')).seats[0]?.holders).toHaveLength(1);
    const after = await pageOf(slug, '2030-08-01');
    expect([after.life.kind, after.seats.length]).toEqual(['ended', 0]);
    expect((await inTx((tx) => recordHappening(tx, actor, { ...end, day: day('2030-08-02') }))).kind).toBe(
      'not-there',
    );
    const back = { ...end, kind: 'revived' as const, day: day('2030-09-01') };
    expect((await inTx((tx) => recordHappening(tx, actor, back))).kind).toBe('recorded');
    expect((await pageOf(slug, '2030-07-31')).life.kind).toBe('in-being');
    expect((await pageOf(slug, '2030-08-31')).life.kind).toBe('ended');
    expect((await pageOf(slug, '2030-09-01')).life.kind).toBe('in-being');
    expect((await inTx((tx) => recordHappening(tx, actor, { ...back, day: day('2030-09-02') }))).kind).toBe(
      'there-already',
    );
  });

  it('merges it into another, and into nothing else', async () => {
    const [slug, into] = [await body(), await body()];
    const merge = { ...by, slug, kind: 'merged' as const, day: day('2030-08-01'), into, newName: null };
    expect((await inTx((tx) => recordHappening(tx, actor, { ...merge, into: slug }))).kind).toBe('itself');
    expect((await inTx((tx) => recordHappening(tx, actor, { ...merge, into: 'nothing' }))).kind).toBe(
      'no-such-other',
    );
    expect((await inTx((tx) => recordHappening(tx, actor, merge))).kind).toBe('recorded');
    expect((await pageOf(slug, '2030-08-01')).life).toMatchObject({
      kind: 'ended',
      event: { other: { slug: into } },
    });
  });
});

describe('what is said of a body', () => {
  it('holds from its day, and the one before to the day before', async () => {
    const slug = await body();
    const say = { ...by, slug, attribute: 'quorum' as const };
    await inTx((tx) => sayFact(tx, actor, { ...say, value: '3', from: FROM }));
    await inTx((tx) => sayFact(tx, actor, { ...say, value: '4', from: day('2030-07-01') }));
    const quorum = async (on: string) =>
      (await pageOf(slug, on)).facts.find(({ attribute }) => attribute === 'quorum')?.value;
    expect([await quorum('2030-06-30'), await quorum('2030-07-01')]).toEqual(['3', '4']);
    expect((await pageOf(slug, '2030-07-01')).conflicts).toEqual([]);
  });

  it('holds as it was said last, where it was said twice of the same first day', async () => {
    const slug = await body();
    const say = { ...by, slug, attribute: 'quorum' as const, from: FROM };
    await inTx((tx) => sayFact(tx, actor, { ...say, value: '3' }));
    await inTx((tx) => sayFact(tx, actor, { ...say, value: '5' }));
    const { facts, conflicts } = await pageOf(slug);
    expect(facts.filter(({ attribute }) => attribute === 'quorum').map(({ value }) => value)).toEqual(['5']);
    expect(conflicts).toEqual([]);
  });

  it('refuses fewer at most than at least', async () => {
    const slug = await body();
    const say = { ...by, slug, from: FROM };
    await inTx((tx) => sayFact(tx, actor, { ...say, attribute: 'minimum', value: '8' }));
    expect((await inTx((tx) => sayFact(tx, actor, { ...say, attribute: 'maximum', value: '7' }))).kind).toBe(
      'fewest-beyond-most',
    );
  });
});

describe('lines', () => {
  const draw = (from: string, relation: 'reports-to' | 'part-of', to: string, on = FROM) =>
    inTx((tx) => drawLine(tx, actor, { ...by, from, relation, to, detail: null, fromDay: on }));

  it('may close a circle between peers, which is told, and never of parts', async () => {
    const [one, two] = [await body(), await body()];
    expect(await draw(one, 'reports-to', two)).toEqual({ kind: 'drawn', circle: null });
    expect(await draw(two, 'reports-to', one)).toMatchObject({
      kind: 'drawn',
      circle: [expect.any(String), expect.any(String), expect.any(String)],
    });
    expect((await draw(one, 'part-of', two)).kind).toBe('drawn');
    expect((await draw(two, 'part-of', one)).kind).toBe('circle');
    expect((await draw(one, 'part-of', two)).kind).toBe('there-already');
    expect((await draw(one, 'part-of', one)).kind).toBe('itself');
    expect((await draw(one, 'part-of', 'nothing')).kind).toBe('no-such-other');
  });

  it('end with a day and stand before it', async () => {
    const [one, two] = [await body(), await body()];
    await draw(one, 'reports-to', two);
    const [line] = (await pageOf(one)).lines;
    const end = {
      slug: one,
      lineId: line?.id ?? 0,
      until: day('2030-06-30'),
      reason: 'Council, 1 July 2030',
    };
    expect(await inTx((tx) => endLine(tx, actor, { ...end, until: day('2030-01-01') }))).toEqual({
      kind: 'ends-before-it-begins',
      begins: FROM,
    });
    expect((await inTx((tx) => endLine(tx, actor, end))).kind).toBe('ended');
    expect((await pageOf(one, '2030-06-30')).lines).toHaveLength(1);
    expect((await pageOf(one, '2030-07-01')).lines).toHaveLength(0);
    expect((await inTx((tx) => endLine(tx, actor, end))).kind).toBe('no-such-line');
  });
});

describe('terms of reference', () => {
  it('are in force one version after the other, by a resolution', async () => {
    const slug = await body();
    const terms = {
      ...by,
      slug,
      title: 'Terms',
      clauses: [{ number: '1', text: 'Watch the plan.' }],
      inForceFrom: FROM,
    };
    expect((await inTx((tx) => writeTerms(tx, actor, { ...terms, authority: null }))).kind).toBe(
      'no-authority',
    );
    expect(await inTx((tx) => writeTerms(tx, actor, terms))).toEqual({ kind: 'written', version: 1 });
    const second = {
      ...terms,
      clauses: [{ number: '1', text: 'Watch the plan and the figures.' }],
      inForceFrom: day('2030-07-01'),
    };
    expect(await inTx((tx) => writeTerms(tx, actor, second))).toEqual({ kind: 'written', version: 2 });
    const clauseOn = async (on: string) => (await pageOf(slug, on)).terms?.clauses[0]?.text;
    expect(await inTx((tx) => writeTerms(tx, actor, { ...terms, inForceFrom: day('2030-06-01') }))).toEqual({
      kind: 'later-version',
      from: day('2030-07-01'),
    });
    // What was refused left both as they were.
    expect(await clauseOn('2030-06-30')).toBe('Watch the plan.');
    expect(await clauseOn('2030-07-01')).toBe('Watch the plan and the figures.');
    expect((await inTx((tx) => writeTerms(tx, actor, { ...terms, inForceFrom: null }))).kind).toBe('written');
  });
});

describe('terms of reference that were withdrawn', () => {
  it('leave their number and their days to the next', async () => {
    const slug = await body();
    const terms = {
      ...by,
      slug,
      title: 'Terms',
      clauses: [{ number: '1', text: 'Watch the plan.' }],
      inForceFrom: FROM,
    };
    await inTx((tx) => writeTerms(tx, actor, terms));
    const { terms: written } = await pageOf(slug);
    await inTx((tx) =>
      withdraw(tx, actor, { slug, part: 'terms', id: written?.id ?? 0, reason: 'Of another body' }),
    );
    expect((await pageOf(slug)).terms).toBeFalsy();
    expect((await inTx((tx) => writeTerms(tx, actor, terms))).kind).toBe('written');
    expect((await pageOf(slug)).terms?.clauses).toHaveLength(1);
  });
});

describe('seats and who sits in them', () => {
  it('never go beyond the most a body may have', async () => {
    const slug = await body();
    await inTx((tx) => sayFact(tx, actor, { ...by, slug, attribute: 'maximum', value: '3', from: FROM }));
    await seatOn(slug);
    expect(await inTx((tx) => defineSeat(tx, actor, { ...SEAT, slug }))).toEqual({
      kind: 'beyond-maximum',
      most: 3,
      would: 4,
    });
    expect(
      (await inTx((tx) => defineSeat(tx, actor, { ...SEAT, slug, capacity: 'observer', role: 'observer' })))
        .kind,
    ).toBe('defined');
  });

  it('have one chair', async () => {
    const slug = await body();
    await seatOn(slug, { label: 'Chair', role: 'chair', capacity: 'independent-chair', places: 1 });
    expect((await inTx((tx) => defineSeat(tx, actor, { ...SEAT, slug, role: 'chair' }))).kind).toBe(
      'second-in-the-chair',
    );
  });

  it('take nobody twice, nobody beyond their places, nobody outside their days', async () => {
    const slug = await body();
    const seatNo = await seatOn(slug);
    const other = await seatOn(slug, { label: 'Foster carer', capacity: 'foster-carer', places: 1 });
    const [ada, bo, cy] = [await person(), await person(), await person()];
    expect((await sits(slug, seatNo, ada, { until: day('2030-05-01') })).kind).toBe('ends-before-it-begins');
    expect((await sits(slug, seatNo, ada, { from: day('2030-01-01') })).kind).toBe('outside-the-seat');
    expect((await sits(slug, seatNo, 999_999_999)).kind).toBe('no-such-person');
    expect((await sits(slug, 999_999, ada)).kind).toBe('no-such-seat');
    expect((await sits(slug, seatNo, ada)).kind).toBe('appointed');
    expect((await sits(slug, other, ada)).kind).toBe('sits-already');
    expect((await sits(slug, seatNo, bo)).kind).toBe('appointed');
    expect(await sits(slug, seatNo, cy)).toMatchObject({ kind: 'no-free-place', places: 2 });
    expect((await sits(slug, other, cy, { isSubstitute: true })).kind).toBe('no-substitutes');
    const { seats } = await pageOf(slug);
    const sitting = seats.flatMap(({ holders }) => holders).find(({ personId }) => personId === bo);
    const end = { slug, sittingId: sitting?.id ?? 0, until: day('2030-06-30'), reason: 'Stood down' };
    expect((await inTx((tx) => endSitting(tx, actor, { ...end, until: day('2030-05-01') }))).kind).toBe(
      'ends-before-it-begins',
    );
    expect((await inTx((tx) => endSitting(tx, actor, end))).kind).toBe('ended');
    expect((await sits(slug, seatNo, cy, { from: day('2030-06-30') })).kind).toBe('no-free-place');
    expect((await sits(slug, seatNo, cy, { from: day('2030-07-01') })).kind).toBe('appointed');
    expect((await inTx((tx) => endSitting(tx, actor, end))).kind).toBe('no-such-sitting');
  });

  it.each([
    ['2030-05-08', '2031-05-08', 'outside-the-seat'],
    ['2030-05-09', '2031-05-08', 'appointed'],
    ['2031-05-08', '2031-05-08', 'appointed'],
    ['2030-05-09', '2031-05-09', 'outside-the-seat'],
    // Nobody sits on in a seat that is no longer there.
    ['2030-05-09', null, 'outside-the-seat'],
  ])('that end take nobody for longer: from %s to %s is %s', async (from, until, kind) => {
    const slug = await body();
    const seatNo = await seatOn(slug);
    const end = { slug, seatNo, until: day('2031-05-08'), reason: 'Council' };
    await inTx((tx) => endSeat(tx, actor, end));
    const days = { from: day(from), until: until === null ? null : day(until) };
    const result = await sits(slug, seatNo, await person(), days);
    expect(result).toMatchObject(
      kind === 'appointed' ? { kind } : { kind, begins: FROM, ends: day('2031-05-08') },
    );
  });

  it.each([
    ['2030-05-09', '2030-06-30', 'appointed'],
    ['2030-05-09', '2030-07-01', 'taken'],
    ['2030-08-31', '2030-08-31', 'taken'],
    ['2030-08-31', null, 'taken'],
    ['2030-09-01', null, 'appointed'],
    ['2030-05-09', null, 'taken'],
  ])('are free from the day after and to the day before: from %s to %s is %s', async (from, until, kind) => {
    const slug = await body();
    const seatNo = await seatOn(slug, { places: 1 });
    const other = await seatOn(slug, { label: 'Foster carer', capacity: 'foster-carer' });
    const [ada, bo] = [await person(), await person()];
    await sits(slug, seatNo, ada, { from: day('2030-07-01'), until: day('2030-08-31') });
    const days = { from: day(from), until: until === null ? null : day(until) };
    const [again, another] = [await sits(slug, other, ada, days), await sits(slug, seatNo, bo, days)];
    const taken = { kind: 'no-free-place', places: 1, held: [expect.stringContaining('Ada')] };
    expect([again, another]).toMatchObject(
      kind === 'appointed' ? [{ kind }, { kind }] : [{ kind: 'sits-already' }, taken],
    );
  });

  it('take a substitute beside whoever sits, in no place of a member', async () => {
    const slug = await body();
    const seatNo = await seatOn(slug, { places: 1, substitutes: true });
    const [ada, bo, cy] = [await person(), await person(), await person()];
    expect((await sits(slug, seatNo, ada, { isSubstitute: true })).kind).toBe('appointed');
    expect((await sits(slug, seatNo, bo)).kind).toBe('appointed');
    expect((await sits(slug, seatNo, cy)).kind).toBe('no-free-place');
    expect((await pageOf(slug)).seats[0]).toMatchObject({ vacant: 0, isContested: false });
  });

  it('end on their first day at the earliest, and on the last day they have at the latest', async () => {
    const slug = await body();
    const seatNo = await seatOn(slug);
    await sits(slug, seatNo, await person());
    const seatEnds = (until: string) =>
      inTx((tx) => endSeat(tx, actor, { slug, seatNo, until: day(until), reason: 'Council' }));
    const sittingEnds = async (until: string) => {
      const sitting = (await pageOf(slug, '2030-05-09')).seats[0]?.holders[0];
      const end = { slug, sittingId: sitting?.id ?? 0, until: day(until), reason: 'Stood down' };
      return inTx((tx) => endSitting(tx, actor, end));
    };
    expect((await sittingEnds('2030-05-08')).kind).toBe('ends-before-it-begins');
    expect((await sittingEnds('2030-06-30')).kind).toBe('ended');
    expect((await sittingEnds('2030-06-30')).kind).toBe('ended');
    expect((await sittingEnds('2030-05-09')).kind).toBe('ended');
    expect((await seatEnds('2030-05-08')).kind).toBe('ends-before-it-begins');
    expect((await seatEnds('2030-06-30')).kind).toBe('ended');
    expect(await seatEnds('2030-07-01')).toEqual({ kind: 'ended-before', ended: day('2030-06-30') });
    expect((await seatEnds('2030-06-30')).kind).toBe('ended');
    expect((await seatEnds('2030-05-09')).kind).toBe('ended');
  });

  it('may be as many as a body may have, and a chair from among the members is none more', async () => {
    const slug = await body([{ attribute: 'maximum', value: '3' }]);
    await seatOn(slug);
    expect(await seatOn(slug, { places: 1, capacity: 'member' })).toBeGreaterThan(0);
    expect(await seatOn(slug, { places: 1, role: 'chair', capacity: 'member' })).toBeGreaterThan(0);
    expect(await inTx((tx) => defineSeat(tx, actor, { ...SEAT, slug, places: 1 }))).toEqual({
      kind: 'beyond-maximum',
      most: 3,
      would: 4,
    });
  });

  it('are refused by the database too: two in a place, one person twice', async () => {
    const slug = await body();
    const seatNo = await seatOn(slug, { places: 5 });
    const [ada, bo] = [await person(), await person()];
    await sits(slug, seatNo, ada);
    const insert = (personId: number, place: number) =>
      inTx((tx) =>
        sql`insert into bodies.sitting (body_id, seat_no, place_no, person_id, from_day, weight, source, stated_on, change, recorded_by)
          select body_id, seat_no, ${place}, ${personId}, from_day, weight, source, stated_on, change, recorded_by
          from bodies.sitting where seat_no = ${seatNo} limit 1`.execute(tx),
      );
    await expect(insert(bo, 1)).rejects.toThrow('one_in_a_place');
    await expect(insert(ada, 2)).rejects.toThrow('not_twice_on_a_body');
    await expect(
      inTx((tx) => sql`update bodies.sitting set until = '2031-01-01' where seat_no = ${seatNo}`.execute(tx)),
    ).rejects.toThrow('never changed');
    await expect(inTx((tx) => sql`delete from bodies.fact`.execute(tx))).rejects.toThrow('never changed');
  });

  it('have a chair from among the members only of somebody who is one', async () => {
    const slug = await body();
    const members = await seatOn(slug, { capacity: 'member' });
    const chair = await seatOn(slug, { label: 'Chairman', role: 'chair', capacity: 'member', places: 1 });
    const [ada, bo] = [await person(), await person()];
    await sits(slug, members, ada, { until: day('2031-05-01') });
    expect((await sits(slug, chair, bo)).kind).toBe('chair-not-a-member');
    // Not to the end of time: to the end of their membership.
    expect((await sits(slug, chair, ada)).kind).toBe('chair-not-a-member');
    expect((await sits(slug, chair, ada, { until: day('2031-05-01') })).kind).toBe('appointed');
  });

  it('end with their seat', async () => {
    const slug = await body();
    const seatNo = await seatOn(slug);
    await sits(slug, seatNo, await person());
    const end = { slug, seatNo, until: day('2030-06-30'), reason: 'Council' };
    expect(await inTx((tx) => endSeat(tx, actor, end))).toEqual({ kind: 'ended', sittings: 1 });
    expect((await pageOf(slug, '2030-07-01')).seats).toEqual([]);
    expect((await pageOf(slug, '2030-06-30')).seats[0]?.holders).toHaveLength(1);
  });

  it('are not made longer by ending them', async () => {
    const slug = await body();
    const seatNo = await seatOn(slug);
    const ada = await person();
    await sits(slug, seatNo, ada, { until: day('2030-06-30') });
    const sitting = (await pageOf(slug)).seats[0]?.holders[0];
    const end = { slug, until: day('2030-07-15'), reason: 'Stood down' };
    expect(await inTx((tx) => endSitting(tx, actor, { ...end, sittingId: sitting?.id ?? 0 }))).toEqual({
      kind: 'ended-before',
      ended: day('2030-06-30'),
    });
    await inTx((tx) => endSeat(tx, actor, { ...end, seatNo, until: day('2030-06-30') }));
    expect((await inTx((tx) => endSeat(tx, actor, { ...end, seatNo }))).kind).toBe('ended-before');
  });

  it('that never were take their sittings with them, and leave the people free', async () => {
    const slug = await body();
    const wrong = await seatOn(slug, { label: 'Mistaken' });
    const ada = await person();
    await sits(slug, wrong, ada);
    const seat = (await pageOf(slug)).seats[0];
    const taken = { slug, part: 'seat' as const, id: seat?.id ?? 0, reason: 'Never was' };
    expect((await inTx((tx) => withdraw(tx, actor, taken))).kind).toBe('withdrawn');
    expect((await inTx((tx) => withdraw(tx, actor, taken))).kind).toBe('no-such-part');
    expect((await pageOf(slug)).seats).toEqual([]);
    const right = await seatOn(slug);
    expect((await sits(slug, right, ada)).kind).toBe('appointed');
  });

  it('that go with a post are filled by whoever holds it', async () => {
    const slug = await body();
    const { postId } = await inTx((tx) =>
      addPost(tx, actor, { title: 'Lead Member', organisation: null, holders: 'one' }),
    );
    const seatNo = await seatOn(slug, { capacity: 'ex-officio', post: 'Lead Member', places: 1 });
    const ada = await person('Ada Lane');
    expect((await sits(slug, seatNo, ada)).kind).toBe('goes-with-a-post');
    await recordHolding(database.db, { postId, personId: ada, from: '2030-06-01' });
    expect((await pageOf(slug, '2030-05-31')).seats[0]?.holders).toEqual([]);
    expect((await pageOf(slug, '2030-06-01')).seats[0]?.holders).toMatchObject([
      { personName: 'Ada Lane', byPost: true },
    ]);
    const voters = await votersOn(database.db, slug, day('2030-06-01'));
    expect(voters?.seats[0]?.vote.answer).toBe('yes');
  });

  it('are looked through for what is to be seen to', async () => {
    const slug = await body([{ attribute: 'minimum', value: '3' }]);
    const seatNo = await seatOn(slug);
    await sits(slug, seatNo, await person('Nia Ford'), { until: day('2030-09-30') });
    const found = await toSeeTo(database.db, day('2030-06-01'));
    const own = <Row extends { readonly slug: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.slug === slug);
    expect(own(found.vacancies)).toMatchObject([{ vacant: 1 }]);
    expect(own(found.expiring)).toMatchObject([
      { until: day('2030-09-30'), holder: { personName: 'Nia Ford' } },
    ]);
    expect(own(found.wrongSize)).toMatchObject([{ words: '1 recorded, and it needs 3 at least' }]);
    const early = await toSeeTo(database.db, day('2030-03-01'));
    expect(own(early.expiring)).toEqual([]);
  });

  it('end when a person leaves in one step', async () => {
    const slug = await body();
    const seatNo = await seatOn(slug);
    const ada = await person();
    await sits(slug, seatNo, ada);
    const leaver = { records: [ada] };
    expect(await bodiesBelongings.list(database.db, { ...leaver, postIds: [], day: FROM })).toHaveLength(1);
    await inTx((tx) =>
      bodiesBelongings.leave(tx, actor, { ...leaver, lastDay: day('2030-06-30'), today: FROM }),
    );
    expect((await pageOf(slug, '2030-06-30')).seats[0]?.holders).toHaveLength(1);
    expect((await pageOf(slug, '2030-07-01')).seats[0]?.holders).toHaveLength(0);
  });
});

describe('a body shown to its members alone', () => {
  it('is told of when it changes', async () => {
    const slug = await body();
    expect((await inTx((tx) => changeShownTo(tx, actor, { slug, shownTo: 'members' }))).kind).toBe('changed');
    expect((await inTx((tx) => changeShownTo(tx, actor, { slug, shownTo: 'members' }))).kind).toBe(
      'nothing-changed',
    );
    expect((await inTx((tx) => changeShownTo(tx, actor, { slug: 'nothing', shownTo: 'members' }))).kind).toBe(
      'no-such-body',
    );
    expect(await bodyPage(database.pagesDb, slug, FROM)).toBeNull();
  });
});

describe('statutory posts', () => {
  it('are one a duty at a time, and the line breaks where nobody holds it', async () => {
    const name = (post: string, from: string) =>
      inTx((tx) => nameStatutoryPost(tx, actor, { ...by, duty: 'dcs', post, from: day(from) }));
    expect((await name('Director A', '2030-05-09')).kind).toBe('named');
    expect((await name('Director B', '2030-07-01')).kind).toBe('named');
    expect(await name('Director C', '2030-06-01')).toEqual({ kind: 'later-post', from: day('2030-07-01') });
    const dcs = async (on: string) =>
      (await accountabilityOn(database.db, day(on))).duties.find(({ duty }) => duty === 'dcs');
    expect((await dcs('2030-06-30'))?.posts.map(({ title }) => title)).toEqual(['Director A']);
    expect((await dcs('2030-07-01'))?.posts.map(({ title }) => title)).toEqual(['Director B']);
    expect((await dcs('2030-07-01'))?.break).toBe('vacant');
    expect((await dcs('2030-05-08'))?.break).toBe('no-post');
  });
});
