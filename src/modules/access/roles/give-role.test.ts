import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { addAPost, addSomebody } from '../../../../test/support/recorded-facts.ts';
import { parsePlainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { endRole, giveRole, type RoleToGive } from './give-role.ts';

const actor = { kind: 'operator', name: 'Test' } as const;

function day(text: string): PlainDay {
  const read = parsePlainDay(text);
  if (read === null) throw new Error(`${text} is not a day`);
  return read;
}
const dayOrNone = (text: string | null) => (text === null ? null : day(text));

let database: TestDatabase;
let personId: number;
beforeAll(async () => {
  database = await openTestDatabase();
  personId = await addSomebody(database.db, 'Ada Marsh');
});
afterAll(() => database.close());

const give = (of: Partial<RoleToGive>) =>
  database.db.transaction().execute((tx) =>
    giveRole(tx, actor, {
      role: 'auditor',
      to: { personId },
      from: day('2030-05-01'),
      until: null,
      source: 'Minute 7',
      givenBy: 'person',
      ...of,
    }),
  );
const end = (grantId: number, lastDay: string | null) =>
  database.db
    .transaction()
    .execute((tx) => endRole(tx, actor, grantId, { lastDay: dayOrNone(lastDay), reason: 'Left' }));

async function given(of: Partial<RoleToGive>): Promise<number> {
  const result = await give(of);
  if (result.kind !== 'given') throw new Error(result.kind);
  return result.grantId;
}

describe('giving a role', () => {
  it.each([
    ['2030-05-02', '2030-05-01', 'ends-before-it-begins'],
    ['2030-05-01', '2030-05-01', 'given'],
  ])('from %s to %s is %s', async (from, until, kind) => {
    const whom = await addSomebody(database.db, 'Bo Field');
    const result = await give({ to: { personId: whom }, from: day(from), until: day(until) });
    expect(result.kind).toBe(kind);
  });

  it.each([
    ['2030-04-01', '2030-04-30', 'given'],
    ['2030-04-01', '2030-05-01', 'given-already'],
    ['2030-05-31', null, 'given-already'],
    ['2030-06-01', null, 'given'],
    ['2030-04-01', null, 'given-already'],
  ])('that is held in May, again from %s to %s is %s', async (from, until, kind) => {
    const whom = await addSomebody(database.db, 'Cy Dean');
    const may = { from: day('2030-05-01'), until: day('2030-05-31') };
    await given({ to: { personId: whom }, ...may });
    const result = await give({ to: { personId: whom }, from: day(from), until: dayOrNone(until) });
    expect(result).toMatchObject(kind === 'given' ? { kind } : { kind, ...may });
    // Another role, and another person, are another matter.
    expect((await give({ to: { personId: whom }, role: 'delivery-lead' })).kind).toBe('given');
  });

  it('to nobody there is, or an administrator’s to a post, is refused', async () => {
    const postId = await addAPost(database.db, 'Head of Audit');
    expect((await give({ to: { personId: 999_999_999 } })).kind).toBe('no-such-person-or-post');
    expect((await give({ to: { postId: 999_999_999 } })).kind).toBe('no-such-person-or-post');
    expect((await give({ to: { postId }, role: 'administrator' })).kind).toBe('not-with-a-post');
    expect((await give({ to: { postId } })).kind).toBe('given');
  });
});

describe('ending a role', () => {
  it.each([
    ['2030-04-30', { kind: 'ends-before-it-begins' }],
    ['2030-05-01', { kind: 'ended' }],
    ['2030-05-31', { kind: 'ended' }],
    ['2030-06-01', { kind: 'ends-sooner-already', until: '2030-05-31' }],
    [null, { kind: 'ended' }],
  ])('that is held in May with %s comes to %j', async (lastDay, result) => {
    const whom = await addSomebody(database.db, 'Di Hall');
    const grantId = await given({
      to: { personId: whom },
      from: day('2030-05-01'),
      until: day('2030-05-31'),
    });
    expect(await end(grantId, lastDay)).toEqual(result);
    expect((await end(grantId, null)).kind).toBe(result.kind === 'ended' ? 'ended-already' : 'ended');
  });

  it('writes what holds now beside what was recorded, with who ended it, when and why', async () => {
    const whom = await addSomebody(database.db, 'Ed Ivory');
    const grantId = await given({ to: { personId: whom } });
    await end(grantId, '2030-06-30');
    const rows = await database.db
      .selectFrom('access.role_grant')
      .select(['id', 'from_day', 'to_day', 'reason', 'ended_by', 'replaces', 'stopped_at', 'source'])
      .where('person_id', '=', whom)
      .orderBy('id')
      .execute();
    expect(rows).toMatchObject([
      { id: grantId, to_day: null, reason: null, replaces: null },
      {
        from_day: '2030-05-01',
        to_day: '2030-06-30',
        reason: 'Left',
        ended_by: 'person',
        replaces: grantId,
        stopped_at: null,
        source: 'Minute 7',
      },
    ]);
    const own = await database.db
      .selectFrom('audit.event')
      .select('type')
      .orderBy('sequence', 'desc')
      .limit(2)
      .execute();
    expect(new Set(own.map(({ type }) => type)).size).toBe(2);
    expect((await end(999_999_999, null)).kind).toBe('no-such-grant');
  });
});
