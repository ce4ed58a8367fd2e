import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import {
  addAPost,
  addSomebody,
  recordHolding,
  recordJudgement,
  recordRole,
} from '../../../../test/support/recorded-facts.ts';
import { parsePlainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { hasNeedToKnow, hasRole, isExcluded, postsHeld } from '../../identity/index.ts';
import { askersNow, askersOn } from './askers-on.read.ts';

const thing = { kind: 'import', ref: 'one' };
/** Long before the days that are asked about, in summer time. */
const early = '2026-02-01T09:00:00Z';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function day(text: string): PlainDay {
  const parsed = parsePlainDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

async function askerOn(personId: number, on: string) {
  return (await askersOn(database.db, day(on))).find((asker) => asker.personId === personId);
}

/** On which of these days a role counts. */
async function managerOn(personId: number, days: readonly string[]): Promise<readonly string[]> {
  const on: string[] = [];
  for (const text of days) {
    const asker = await askerOn(personId, text);
    if (asker !== undefined && hasRole(asker, 'programme-manager')) on.push(text);
  }
  return on;
}

describe('a role given to a person', () => {
  it('counts on its first and on its last day, and not on those beside them', async () => {
    const personId = await addSomebody(database.db, 'Ana Brook');
    await recordRole(database.db, {
      role: 'programme-manager',
      personId,
      from: '2026-05-10',
      to: '2026-05-20',
      at: early,
    });
    const days = ['2026-05-09', '2026-05-10', '2026-05-20', '2026-05-21'];
    expect(await managerOn(personId, days)).toEqual(['2026-05-10', '2026-05-20']);
    expect(await askerOn(personId, '2026-05-10')).toMatchObject({
      kind: 'person',
      name: 'Ana Brook',
      day: '2026-05-10',
      grounds: [
        { kind: 'role', role: 'programme-manager', throughPost: null, from: '2026-05-10', to: '2026-05-20' },
      ],
    });
  });

  it.each([
    ['in the middle of a day', '2026-05-12T11:00:00Z', '2026-05-12', '2026-05-13'],
    // In summer London's day ends an hour before that of UTC.
    ['just before midnight in London', '2026-05-12T22:59:00Z', '2026-05-12', '2026-05-13'],
    ['just after midnight in London', '2026-05-12T23:01:00Z', '2026-05-13', '2026-05-14'],
  ])('that is stopped %s counts on that day and no longer', async (_name, stopped, last, after) => {
    const personId = await addSomebody(database.db, 'Bo Marsh');
    await recordRole(database.db, { role: 'programme-manager', personId, at: early, stopped });
    expect(await managerOn(personId, ['2026-05-11', last, after])).toEqual(['2026-05-11', last]);
    const now = await askersNow(database.db, day(last));
    expect(now.some((asker) => asker.personId === personId)).toBe(false);
  });

  it('that was recorded later gave nobody a right on the days before, and took none away', async () => {
    const personId = await addSomebody(database.db, 'Cy Reed');
    await recordRole(database.db, {
      role: 'programme-manager',
      personId,
      from: '2026-03-01',
      at: '2026-05-12T09:00:00Z',
    });
    expect(await managerOn(personId, ['2026-05-11', '2026-05-12'])).toEqual(['2026-05-12']);
  });

  it('that was ended backwards still counts on the days on which it opened pages', async () => {
    const personId = await addSomebody(database.db, 'Di Lane');
    const role = { role: 'programme-manager', person_id: personId, from_day: '2026-03-01', source: 'A test' };
    const recorded = { given_by: 'person', recorded_by: 'Test' };
    const { id } = await database.db
      .insertInto('access.role_grant')
      .values({ ...role, ...recorded, recorded_at: early, replaced_at: '2026-05-12T09:00:00Z' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await database.db
      .insertInto('access.role_grant')
      .values({
        ...role,
        ...recorded,
        to_day: '2026-04-30',
        recorded_at: '2026-05-12T09:00:00Z',
        replaces: id,
        ended_by: 'person',
      })
      .execute();
    expect(await managerOn(personId, ['2026-04-30', '2026-05-01', '2026-05-12', '2026-05-13'])).toEqual([
      '2026-04-30',
      '2026-05-01',
      '2026-05-12',
    ]);
  });
});

describe('a role that goes with a post', () => {
  it('counts on the days of both, and says which post it is', async () => {
    const [personId, postId] = [
      await addSomebody(database.db, 'Ed Holt'),
      await addAPost(database.db, 'Head of Plans'),
    ];
    await recordRole(database.db, {
      role: 'programme-manager',
      postId,
      from: '2026-05-01',
      to: '2026-05-20',
      at: early,
    });
    await recordHolding(database.db, { personId, postId, from: '2026-05-10', to: '2026-05-31', at: early });
    const days = ['2026-05-09', '2026-05-10', '2026-05-20', '2026-05-21'];
    expect(await managerOn(personId, days)).toEqual(['2026-05-10', '2026-05-20']);
    expect((await askerOn(personId, '2026-05-15'))?.grounds).toEqual([
      { kind: 'post', postId, title: 'Head of Plans', from: '2026-05-10', to: '2026-05-31' },
      {
        kind: 'role',
        role: 'programme-manager',
        throughPost: 'Head of Plans',
        from: '2026-05-10',
        to: '2026-05-20',
      },
    ]);
  });

  it('is nobody’s whom only a paper names in it, and nobody’s before they were recorded in it', async () => {
    const postId = await addAPost(database.db, 'Head of Papers');
    const [named, late] = [
      await addSomebody(database.db, 'Fay Hill'),
      await addSomebody(database.db, 'Gus Ward'),
    ];
    await recordRole(database.db, { role: 'programme-manager', postId, at: early });
    await recordHolding(database.db, { personId: named, postId, change: 'stated', at: early });
    await recordHolding(database.db, { personId: late, postId, at: '2026-05-12T09:00:00Z' });
    expect(await managerOn(named, ['2026-05-12'])).toEqual([]);
    expect(await managerOn(late, ['2026-05-11', '2026-05-12'])).toEqual(['2026-05-12']);
  });

  it('is that of the record by which the person signs in, where two records are one person', async () => {
    const postId = await addAPost(database.db, 'Head of Records');
    const [signsIn, printed] = [
      await addSomebody(database.db, 'Hal Moss'),
      await addSomebody(database.db, 'H Moss'),
    ];
    await database.db
      .insertInto('access.account')
      .values({ person_id: signsIn, sign_in_name: 'hal@example.org' })
      .execute();
    await database.db
      .insertInto('identity.judgement')
      .values({
        person_id: Math.min(signsIn, printed),
        other_id: Math.max(signsIn, printed),
        verdict: 'same',
        reason: 'A test',
        decided_by: 'Test',
        decided_at: early,
      })
      .execute();
    await recordRole(database.db, { role: 'programme-manager', postId, at: early });
    await recordHolding(database.db, { personId: printed, postId, at: early });
    expect(await managerOn(signsIn, ['2026-05-12'])).toEqual(['2026-05-12']);
    expect(await askerOn(printed, '2026-05-12')).toBeUndefined();
  });

  it('of somebody who held the post and no longer does is shown on the days when they did', async () => {
    const postId = await addAPost(database.db, 'Head of Change');
    const personId = await addSomebody(database.db, 'Ivy Nash');
    await recordRole(database.db, { role: 'programme-manager', postId, at: early });
    // She left on 30 April; it was recorded on 12 May, and until then pages were open to her.
    await recordHolding(database.db, { personId, postId, at: early, replaced: '2026-05-12T09:00:00Z' });
    await recordHolding(database.db, { personId, postId, to: '2026-04-30', at: '2026-05-12T09:00:00Z' });
    expect(await managerOn(personId, ['2026-05-11', '2026-05-12', '2026-05-13'])).toEqual([
      '2026-05-11',
      '2026-05-12',
    ]);
    const asker = await askerOn(personId, '2026-04-30');
    expect(asker === undefined ? [] : postsHeld(asker).map(({ title }) => title)).toEqual(['Head of Change']);
  });
});

describe('a need to know and an interest', () => {
  it('a need counts from its first day to the day on which it was stopped', async () => {
    const personId = await addSomebody(database.db, 'Jo Pike');
    await recordJudgement(database.db, 'need-to-know', {
      personId,
      thing,
      from: '2026-05-10',
      at: early,
      stopped: '2026-05-12T11:00:00Z',
    });
    const needs = [];
    for (const on of ['2026-05-09', '2026-05-10', '2026-05-12', '2026-05-13']) {
      const asker = await askerOn(personId, on);
      needs.push(asker !== undefined && hasNeedToKnow(asker, thing));
    }
    expect(needs).toEqual([false, true, true, false]);
  });

  it('an interest counts on the days on which it shut them out all day', async () => {
    const personId = await addSomebody(database.db, 'Kay Orme');
    await recordRole(database.db, { role: 'programme-manager', personId, at: early });
    await recordJudgement(database.db, 'interest', {
      personId,
      thing,
      from: '2026-05-10',
      at: '2026-05-10T11:00:00Z',
      stopped: '2026-05-14T11:00:00Z',
    });
    const shut = [];
    for (const on of ['2026-05-09', '2026-05-10', '2026-05-11', '2026-05-13', '2026-05-14', '2026-05-15']) {
      const asker = await askerOn(personId, on);
      shut.push(asker !== undefined && isExcluded(asker, thing));
    }
    // On the morning of 10 May and the evening of 14 May they could see it, whatever else was so on those days.
    expect(shut).toEqual([false, false, true, true, false, false]);
  });

  it('of this moment, an interest counts as soon as it is recorded, and no longer once it is stopped', async () => {
    const [shut, open] = [
      await addSomebody(database.db, 'Lu Quinn'),
      await addSomebody(database.db, 'Max Rudd'),
    ];
    const today = day('2026-05-12');
    for (const personId of [shut, open])
      await recordRole(database.db, { role: 'programme-manager', personId });
    await recordJudgement(database.db, 'interest', { personId: shut, thing, from: '2026-05-12' });
    await recordJudgement(database.db, 'interest', {
      personId: open,
      thing,
      from: '2026-05-12',
      stopped: '2026-05-12T11:00:00Z',
    });
    const now = await askersNow(database.db, today);
    expect(
      [shut, open].map((id) =>
        now.filter(({ personId }) => personId === id).map((a) => isExcluded(a, thing)),
      ),
    ).toEqual([[true], [false]]);
  });
});
