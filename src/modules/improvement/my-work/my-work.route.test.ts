import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { aPerson, asThePublic, TEST_DAY, whoAsksAs } from '../../../../test/support/asking-as.ts';
import { acceptedPlan } from '../../../../test/support/accepted-plan.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { bareServer, PlanVisitor, type Shown } from '../../../../test/support/plan-visitor.ts';
import { addAPost, addSomebody } from '../../../../test/support/recorded-facts.ts';
import { plainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { Ground } from '../../identity/index.ts';
import { addMyWorkRoutes } from './my-work.route.tsx';
import { ownedMilestones } from './owned-milestones.read.ts';
import type { Person, PlanReading } from '../plan/plan-reading.shape.ts';

let database: TestDatabase;
let care: number;
let ana: number;
let bo: number;
let unused: number;
beforeAll(async () => {
  database = await openTestDatabase();
  await accept('Ours', plan(), { from: plainDay(2026, 1, 1) });
  // A plan of years ago, whose pages open at a day of its own.
  await accept(
    'Of the past',
    aReading(
      [
        anAction('9.1.1', { text: 'Old work', milestones: [dated('2011-05-20', 'Director of Care')] }),
        anAction('9.1.2', {
          text: 'Old work that is past',
          milestones: [dated('2011-05-01', 'Director of Care')],
        }),
      ],
      { people: [listed('Olive Past', 'Director of Care')] },
    ),
    { from: plainDay(2011, 3, 1), opensOn: plainDay(2011, 5, 12) },
  );
  care = await postNamed('Director of Care');
  ana = await personIdOf('ana-brook');
  bo = await addSomebody(database.db, 'Bo Marsh');
  await tieToPersonAlone('1.1.7', bo);
  unused = await addAPost(database.db, 'Head of Nothing');
});
afterAll(() => database.close());

function listed(name: string, jobTitle: string | null): Person {
  return { name, jobTitle, interim: false, jobShare: false, holds: [], source: {} };
}

function dated(end: string | null, ...leads: readonly string[]) {
  return aMilestone({ end, leads: [...leads], measures: end === null ? [] : ['Seen'] });
}

function plan(): PlanReading {
  const post = 'Director of Care';
  return aReading(
    [
      anAction('1.1.1', { text: 'Later work', milestones: [dated('2026-09-30', post)] }),
      anAction('1.1.2', { text: 'Past work', milestones: [dated('2026-05-11', post)] }),
      anAction('1.1.3', {
        text: 'Work of May',
        milestones: [dated('2026-05-31', post, 'Director of Money')],
      }),
      anAction('1.1.4', { text: 'Work without a date', milestones: [dated(null, post)] }),
      anAction('1.1.5', {
        text: 'Finished work',
        milestones: [aMilestone({ end: '2026-05-01', status: 'completed', leads: [post] })],
      }),
      anAction('1.1.6', {
        text: 'Work of somebody else',
        milestones: [dated('2026-05-12', 'Director of Money')],
      }),
      anAction('1.1.7', { text: 'Work by name', milestones: [dated('2026-05-13', 'Bo Marsh')] }),
      anAction('1.1.8', { text: 'Long past work', milestones: [dated('2026-02-01', post)] }),
      anAction('1.1.10', { text: 'Pooled work', milestones: [dated('2026-07-01', 'Heads of Service')] }),
      anAction('1.1.11', { text: 'Named work', milestones: [dated('2026-07-02', 'Ana Brook')] }),
      anAction('1.1.12', { text: 'Untied work', milestones: [dated('2026-07-03', 'Head of Nowhere')] }),
      anAction('1.1.9', {
        text: 'Work in rows',
        milestones: [dated('2026-05-20', 'Director of Money'), dated('2026-05-21', post)],
      }),
    ],
    {
      people: [
        { ...listed('Ana Brook', post), holds: ['Heads of Service'] },
        listed('Cy Reed', 'Director of Money'),
        listed('Bo Marsh', null),
      ],
    },
  );
}

async function accept(
  title: string,
  reading: PlanReading,
  { from, opensOn = null }: { from: PlainDay; opensOn?: PlainDay | null },
): Promise<void> {
  await acceptedPlan(database.db, reading, { plan: title, inForceFrom: from, opensOn });
}

async function postNamed(title: string): Promise<number> {
  const { id } = await database.db
    .selectFrom('identity.post')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return id;
}

async function personIdOf(slug: string): Promise<number> {
  const { id } = await database.db
    .selectFrom('improvement.lead')
    .select('person_id as id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  if (id === null) throw new Error(`${slug} is tied to nobody`);
  return id;
}

/** A plan may name somebody of whom it gives no post. */
async function tieToPersonAlone(actionRef: string, personId: number): Promise<void> {
  const { version_id } = await database.db
    .selectFrom('improvement.action')
    .select('version_id')
    .where('ref', '=', actionRef)
    .executeTakeFirstOrThrow();
  const lead = { version_id, slug: 'by-name', name: 'B Marsh', kind: 'person', holds: [], introduced: false };
  await database.db
    .insertInto('improvement.lead')
    .values({ ...lead, person_id: personId })
    .execute();
  const milestone = { version_id, action_ref: actionRef, milestone_ordinal: 1, position: 9 };
  await database.db
    .insertInto('improvement.milestone_lead')
    .values({ ...milestone, lead_slug: 'by-name' })
    .execute();
}

function holds(postId: number, title: string, given: { from?: PlainDay; to?: PlainDay } = {}): Ground {
  return { kind: 'post', postId, title, from: plainDay(2026, 1, 1), to: null, ...given };
}

async function workOf(personId: number, grounds: readonly Ground[], path = '/my-work'): Promise<Shown> {
  const server = await bareServer(whoAsksAs(aPerson(personId, grounds)));
  addMyWorkRoutes(server, { db: database.pagesDb });
  return new PlanVisitor(server).open(path);
}

/** Somebody of whom no plan says anything. */
async function newcomer(): Promise<number> {
  return addSomebody(database.db, 'Di Lane');
}

const order = (shown: Shown, ...texts: readonly string[]) => texts.map((text) => shown.words.indexOf(text));

describe('my work', () => {
  it('is what the posts somebody holds answer for, past its date first, then due soonest first', async () => {
    const shown = await workOf(await newcomer(), [holds(care, 'Director of Care')], '/my-work?on=2026-05-12');
    expect(shown.status).toBe(200);
    const places = order(
      shown,
      'Past their date, no completion recorded',
      'Old work that is past',
      'Old work ',
      'Long past work',
      'Past work',
      'Due this month, May 2026',
      'Work in rows',
      'Work of May',
      'Later work',
      'Without a date',
      'Work without a date',
      '1 milestone completed, as the plan says',
      'Finished work',
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(shown.words).toContain('4 past their date');
    expect(shown.words).not.toContain('is read as at');
    expect(shown.words).toContain('2 due this month');
    for (const [one, other] of [
      ['Old work that is past', 'Long past work'],
      ['Long past work', 'Past work '],
      ['Work in rows', 'Work of May'],
      ['Work of May', 'Later work'],
      ['Later work', 'Work without a date'],
      ['Work without a date', 'Finished work'],
    ] as const)
      expect([one, shown.words.indexOf(one) < shown.words.indexOf(other)]).toEqual([one, true]);
  });

  it('reads a plan of the past as at the day it opens at, and says so', async () => {
    const shown = await workOf(await newcomer(), [holds(care, 'Director of Care')]);
    expect(shown.words).toContain('Of the past is read as at 12 May 2011.');
    expect(shown.html).toContain('href="/plan/of-the-past/action/9.1.1/milestone/1"');
    // Past by then, and not yet past by then.
    expect(shown.words).toMatch(/Past its date By 1 May 2011/);
    expect(shown.words).toMatch(/Running By 20 May 2011/);
    expect(shown.words).toContain('Due this month 3');
  });

  it('keeps the day in every link to a plan', async () => {
    const shown = await workOf(await newcomer(), [holds(care, 'Director of Care')], '/my-work?on=2026-06-01');
    const links = [...shown.html.matchAll(/href="(\/plan\/[^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !href.endsWith('?on=2026-06-01'))).toEqual([]);
  });

  it('never shows what other people answer for', async () => {
    const shown = await workOf(await newcomer(), [holds(care, 'Director of Care')]);
    for (const text of ['Work of somebody else', 'Work by name']) expect(shown.html).not.toContain(text);
    // Of an action with two rows only the row that is theirs.
    expect(shown.html).toContain('/plan/ours/action/1.1.9/milestone/2');
    expect(shown.html).not.toContain('/plan/ours/action/1.1.9/milestone/1"');
  });

  it('of somebody whom a plan names without a post is what stands under their name', async () => {
    const shown = await workOf(bo, []);
    expect(shown.words).toContain('Work by name');
    expect(shown.html.match(/tl-work__card/g)).toHaveLength(1);
  });

  it('is what the plan gives the person it lists in the post, the post by its title, and a post of several', async () => {
    const shown = await workOf(await newcomer(), [holds(care, 'Director of Care')]);
    expect(shown.words).toContain('In the plan: Ana Brook');
    expect(shown.words).toContain('In the plan: Director of Care');
    expect(shown.words).toContain('In the plan: Heads of Service');
  });

  it('is of a post that the plan knows by its title alone, and not of another organisation’s of that title', async () => {
    const ours = await addAPost(database.db, 'Head of Nowhere');
    const { id } = await database.db
      .insertInto('identity.organisation')
      .values({ name: 'A partner' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: theirs } = await database.db
      .insertInto('identity.post')
      .values({ title: 'Head of Nowhere', organisation_id: id })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect((await workOf(await newcomer(), [holds(ours, 'Head of Nowhere')])).words).toContain('Untied work');
    expect((await workOf(await newcomer(), [holds(theirs, 'Head of Nowhere')])).words).not.toContain(
      'Untied work',
    );
  });

  it('goes with the post, not with whom the plan named in it', async () => {
    const shown = await workOf(ana, []);
    expect(shown.html).not.toContain('tl-work__card');
    expect(shown.words).toContain('No post is recorded for you');
  });

  it('ends with the post: the day after its last it is gone', async () => {
    const to = (day: PlainDay) => [holds(care, 'Director of Care', { to: day })];
    expect((await workOf(await newcomer(), to(TEST_DAY))).words).toContain('Work of May');
    const after = await workOf(await newcomer(), to(plainDay(2026, 5, 11)));
    expect(after.words).not.toContain('Work of May');
    expect(after.words).toContain('No post is recorded for you');
  });

  it('says why there is nothing, and what to do', async () => {
    const idle = await workOf(await newcomer(), [holds(unused, 'Head of Nothing')]);
    expect(idle.words).toContain('Your post answers for nothing in a plan');
    expect(idle.words).toContain('which a programme manager brings in');
    const before = await workOf(
      await newcomer(),
      [holds(care, 'Director of Care')],
      '/my-work?on=2001-01-01',
    );
    expect(before.words).toContain('No plan is in force on that day');
  });

  it('is for whoever signed in', async () => {
    const server = await bareServer(asThePublic);
    addMyWorkRoutes(server, { db: database.pagesDb });
    const { statusCode, headers } = await server.app.inject('/my-work');
    expect([statusCode, headers.location]).toEqual([303, '/sign-in?back=%2Fmy-work']);
  });
});

describe('what somebody who leaves still answers for', () => {
  it('is counted by plan and post, without what is completed, and by name where the plan names no post', async () => {
    expect(await ownedMilestones(database.db, [ana, bo], [care, unused], TEST_DAY)).toEqual([
      { planTitle: 'Of the past', planSlug: 'of-the-past', count: 2, throughPost: 'Director of Care' },
      { planTitle: 'Ours', planSlug: 'ours', count: 8, throughPost: 'Director of Care' },
      { planTitle: 'Ours', planSlug: 'ours', count: 1, throughPost: null },
    ]);
  });

  it('is nothing of a plan that is not in force by then, and nothing of nobody', async () => {
    expect(await ownedMilestones(database.db, [], [care], plainDay(2011, 3, 1))).toMatchObject([
      { planSlug: 'of-the-past' },
    ]);
    expect(await ownedMilestones(database.db, [], [], TEST_DAY)).toEqual([]);
  });
});
