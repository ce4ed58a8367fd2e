import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { inForceOn, planVersions, planLine, type PlanReading } from '../../improvement/index.ts';
import { acceptPlan, type PlanToAccept } from './accept-plan.ts';
import { choose } from '../draft/choose.ts';
import { dropImport } from '../start/drop-import.ts';
import { startImport } from '../start/start-import.ts';

const actor = { kind: 'operator', name: 'Test' } as const;
const may = plainDay(2026, 5, 1);
const june = plainDay(2026, 6, 1);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function bringIn(reading: PlanReading): Promise<string> {
  return database.db.transaction().execute(async (tx) => {
    const { draftId } = await startImport(tx, actor, {
      fileName: 'plan.txt',
      fileSha256: 'abc',
      document: null,
      columns: {},
      reading,
    });
    return draftId;
  });
}

async function accept(draftId: string, rest: Partial<PlanToAccept> & { title: string }) {
  const { title, ...given } = rest;
  return database.db.transaction().execute((tx) =>
    acceptPlan(tx, actor, {
      draftId,
      plan: { newTitle: title, programme: title },
      inForceFrom: may,
      opensOn: null,
      comparedWith: null,
      ...given,
    }),
  );
}

async function lineOf(slug: string, on = june) {
  const plan = await planOn(slug, on);
  if (plan.kind !== 'in-force') throw new Error(plan.kind);
  return planLine(database.db, plan.versionId);
}

async function planOn(slug: string, on: PlainDay) {
  const versions = await planVersions(database.db, slug);
  if (versions === null) throw new Error(`no plan ${slug}`);
  return inForceOn(versions, on);
}

const reading = aReading(
  [
    anAction('1.1.1', {
      tags: ['IN 1', 'IN 9'],
      crossReferences: ['1.1.2', '9.9.9'],
      milestones: [
        aMilestone({
          start: '2026-05',
          end: '2026-06-30',
          leads: ['Ana Brook', 'Heads of Service'],
          measures: ['a', 'b'],
        }),
        aMilestone({ status: 'completed', leads: ['Ana Brook', 'Chair of the Board'] }),
      ],
    }),
    anAction('1.1.2'),
  ],
  {
    requirementSets: [
      {
        code: 'IN',
        title: 'Notice targets',
        requirements: [
          {
            ref: 'IN 1',
            number: 1,
            text: 'See children',
            section: null,
            deadline: null,
            targets: [],
            source: {},
          },
        ],
      },
    ],
    people: [
      {
        name: 'Ana Brook',
        jobTitle: 'Director',
        interim: true,
        jobShare: false,
        holds: ['Heads of Service'],
        source: {},
      },
    ],
  },
);

describe('accepting a plan', () => {
  it('stores what was read, joined both ways', async () => {
    expect(await accept(await bringIn(reading), { title: 'Joined' })).toEqual({
      kind: 'accepted',
      slug: 'joined',
      version: 1,
      actions: 2,
    });
    const line = await lineOf('joined');
    expect(line.actions.map(({ ref }) => ref)).toEqual(['1.1.1', '1.1.2']);
    const [first] = line.actions;
    expect(first?.requirements).toEqual([{ ref: 'IN 1', through: 'action' }]);
    expect(first?.unlistedTags).toEqual(['IN 9']);
    expect(first?.crossReferences).toEqual(['1.1.2', '9.9.9']);
    expect(first?.milestones[0]).toMatchObject({
      startsOn: '2026-05-01',
      endsOn: '2026-06-30',
      leads: ['ana-brook', 'heads-of-service'],
      measures: 2,
    });
    expect(line.leads.map((lead) => [lead.name, lead.kind, lead.jobTitle, lead.introduced])).toEqual([
      ['Ana Brook', 'person', 'Director', true],
      ['Chair of the Board', 'post', null, false],
      ['Heads of Service', 'post', null, true],
    ]);
  });

  it('changes nothing when the same reading is accepted again, wherever it stands in its file', async () => {
    const title = 'Twice';
    await accept(await bringIn(reading), { title });
    const moved = structuredClone(reading);
    for (const priority of moved.priorities) priority.source = { line: 7 };
    const again = await accept(await bringIn(moved), { plan: { slug: 'twice' }, title, comparedWith: 1 });
    expect(again).toEqual({ kind: 'nothing-changed', slug: 'twice', version: 1 });
    const versions = await sql<{ n: number }>`select count(*) as n from improvement.plan_version as v
      join improvement.plan as p on p.id = v.plan_id where p.slug = 'twice'`.execute(database.db);
    expect(versions.rows[0]?.n).toBe(1);
  });

  it('takes a draft once', async () => {
    const draft = await bringIn(reading);
    await accept(draft, { title: 'Once' });
    expect(await accept(draft, { title: 'Once', comparedWith: 1 })).toEqual({
      kind: 'already-ended',
      ended: 'accepted',
    });
  });

  it('tells the second of two people who bring in the same new plan at once', async () => {
    const other = aReading([anAction('5.5.5')]);
    const drafts = [await bringIn(reading), await bringIn(other)];
    const results = await Promise.all(drafts.map((draft) => accept(draft, { title: 'At once' })));
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'plan-has-moved-on']);
  });

  it('refuses a later version compared with one that is no longer the last', async () => {
    const title = 'Moved on';
    await accept(await bringIn(reading), { title });
    await accept(await bringIn(aReading([anAction('2.2.2')])), {
      title,
      plan: { slug: 'moved-on' },
      comparedWith: 1,
    });
    const late = await accept(await bringIn(aReading([anAction('3.3.3')])), {
      title,
      plan: { slug: 'moved-on' },
      comparedWith: 1,
    });
    expect(late).toEqual({ kind: 'plan-has-moved-on', slug: 'moved-on', version: 2 });
  });

  it('reads each day by the version in force on it', async () => {
    const title = 'As at';
    await accept(await bringIn(reading), { title });
    await accept(await bringIn(aReading([anAction('2.2.2')])), {
      title,
      plan: { slug: 'as-at' },
      comparedWith: 1,
      inForceFrom: june,
    });
    expect((await lineOf('as-at', plainDay(2026, 5, 31))).actions).toHaveLength(2);
    expect((await lineOf('as-at', june)).actions).toHaveLength(1);
    expect(await planOn('as-at', plainDay(2026, 4, 30))).toMatchObject({
      kind: 'not-yet',
      firstDay: may,
    });
  });

  it.each([
    ['a day before the current version', { inForceFrom: plainDay(2026, 4, 30) }, 'earlier-than-current'],
    ['a plan that is not there', { plan: { slug: 'nowhere' } }, 'no-such-plan'],
    ['a draft that is not there', { draftId: '00000000-0000-0000-0000-000000000000' }, 'no-such-draft'],
    ['a draft that is not a number', { draftId: "'; drop table" }, 'no-such-draft'],
  ])('refuses %s', async (_, rest, kind) => {
    const title = 'Refusals';
    await accept(await bringIn(reading), { title });
    const draft = await bringIn(aReading([anAction('4.4.4')]));
    const result = await accept(draft, { title, plan: { slug: 'refusals' }, comparedWith: 1, ...rest });
    expect(result.kind).toBe(kind);
  });

  it('refuses a title that would share an address with another plan', async () => {
    await accept(await bringIn(reading), { title: 'The plan' });
    expect(await accept(await bringIn(reading), { title: 'The: plan!' })).toEqual({
      kind: 'title-taken',
      slug: 'the-plan',
    });
  });

  it.each([
    ['was compared with a version there is not', { comparedWith: 3 }, 'no-such-plan'],
    ['opens before it is the plan', { opensOn: plainDay(2026, 4, 30) }, 'opens-before-in-force'],
  ])('makes no plan of a new one that %s', async (_, given, kind) => {
    expect((await accept(await bringIn(reading), { title: 'Never made', ...given })).kind).toBe(kind);
    const { rows } = await sql`select from improvement.plan where slug = 'never-made'
      union all select from improvement.programme where title = 'Never made'`.execute(database.db);
    expect(rows).toHaveLength(0);
  });

  it('refuses a reading without actions', async () => {
    expect(await accept(await bringIn(aReading([])), { title: 'Empty' })).toEqual({
      kind: 'nothing-to-accept',
    });
  });

  it('keeps two actions that share a reference, and says so', async () => {
    await accept(await bringIn(aReading([anAction('1.1.1'), anAction('1.1.1')])), { title: 'Shared' });
    expect((await lineOf('shared')).actions.map(({ ref }) => ref)).toEqual(['1.1.1', '1.1.1 (2)']);
    const { rows } = await sql<{ kind: string }>`select oddity.kind from improvement.oddity as oddity
      where oddity.ref = '1.1.1 (2)'`.execute(database.db);
    expect(rows).toEqual([{ kind: 'reference-used-twice' }]);
  });

  it('stores corrections and leaves out what was dropped', async () => {
    const draft = await bringIn(reading);
    await database.db.transaction().execute((tx) =>
      choose(tx, actor, draft, [
        { subject: 'action:1.1.2', choice: 'drop', correction: null },
        {
          subject: 'milestone:1.1.1:1',
          choice: 'correct',
          correction: {
            start: null,
            end: '2026-07-01',
            completed: false,
            leads: ['Bo Field'],
            measures: ['c'],
          },
        },
        { subject: 'milestone:1.1.1:2', choice: 'drop', correction: null },
      ]),
    );
    await accept(draft, { title: 'Corrected' });
    const line = await lineOf('corrected');
    expect(line.actions).toHaveLength(1);
    expect(line.actions[0]?.milestones).toMatchObject([
      { ordinal: 1, startsOn: null, endsOn: '2026-07-01', leads: ['bo-field'], measures: 1 },
    ]);
  });

  it('never changes an accepted version', async () => {
    await accept(await bringIn(reading), { title: 'For ever' });
    await expect(sql`update improvement.action set text = ''`.execute(database.db)).rejects.toThrow(
      /never changed/,
    );
    await expect(sql`delete from improvement.plan_version`.execute(database.db)).rejects.toThrow(
      /never changed/,
    );
  });

  it('leaves nothing of a draft that was dropped', async () => {
    const draft = await bringIn(reading);
    await database.db.transaction().execute((tx) => dropImport(tx, actor, draft));
    expect(await accept(draft, { title: 'Dropped' })).toEqual({ kind: 'already-ended', ended: 'dropped' });
  });

  it('writes its audit event in the same transaction', async () => {
    const draft = await bringIn(reading);
    await expect(
      database.db.transaction().execute(async (tx) => {
        await acceptPlan(tx, actor, {
          draftId: draft,
          plan: { newTitle: 'Rolled back', programme: 'x' },
          inForceFrom: may,
          opensOn: null,
          comparedWith: null,
        });
        throw new Error('back');
      }),
    ).rejects.toThrow('back');
    const { rows } = await sql`select from audit.event where subject_ref = 'rolled-back'`.execute(
      database.db,
    );
    expect(rows).toHaveLength(0);
    await accept(draft, { title: 'Rolled back' });
    const { rows: after } = await sql`select from audit.event
      where subject_ref = 'rolled-back' and type = 'plan-accepted'`.execute(database.db);
    expect(after).toHaveLength(1);
  });
});
