import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { acceptedPlan } from '../../../../test/support/accepted-plan.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { factsOf } from '../../../../test/support/page-parts.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import { plainDay } from '../../../platform/time/plain-day.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { addLineRoutes } from './line.route.tsx';
import type { PlanReading, Priority, Requirement } from '../plan/plan-reading.shape.ts';

/** Three of everything that has neighbours, so that one too far is another than the next. */
const requirement = (number: number, text: string): Requirement => ({
  ref: `IN ${number}`,
  number,
  text,
  section: null,
  deadline: null,
  targets: [],
  source: {},
});
const priority = (number: number, title: string, given: Partial<Priority> = {}): Priority => ({
  number,
  title,
  objectives: [],
  accountableLeads: [],
  outcomes: [],
  reading: 'stated',
  source: {},
  ...given,
});
const outcome = (
  ref: string,
  text: string,
  given: Partial<Priority['outcomes'][number]> = {},
): Priority['outcomes'][number] => ({
  ref,
  text,
  tags: [],
  jointWith: [],
  actions: [],
  reading: 'stated',
  source: {},
  provenance: [],
  ...given,
});

const first = anAction('1.1.1', {
  text: 'See every child',
  tags: ['IN 1'],
  milestones: [aMilestone({ end: '2026-05-31', leads: ['Ana Brook'] })],
});
const middle = anAction('1.1.2', {
  text: 'Write it down, see 2.1.1',
  textAsPrinted: 'Write it down (IN 2), see 2.1.1',
  tags: ['IN 2', 'ZZ 9'],
  crossReferences: ['2.1.1', '9.9.9'],
  jointWith: ['Health'],
  source: { line: 12, page: 3 },
  milestones: [
    aMilestone({ start: '2026-01-01', end: '2026-03-31', leads: ['Ana Brook'], measures: ['Seen'] }),
    aMilestone({
      timescaleAsPrinted: 'May and June',
      start: '2026-05-01',
      end: '2026-06-30',
      periods: [
        { start: '2026-05-01', end: '2026-05-31' },
        { start: '2026-06-01', end: '2026-06-30' },
      ],
      recurrence: 'monthly',
      leads: ['Bo Marsh', 'Ana Brook'],
      leadsAsPrinted: 'BM, AB',
      measures: ['Written', 'Read', 'Kept'],
      source: { line: 14, page: 3 },
      provenance: [
        { of: 'lead', value: 'Read', asPrinted: 'Read', source: { line: 90 }, reading: 'stated' },
        { of: 'measure', value: 'Read', asPrinted: 'Read', source: { line: 15 }, reading: 'stated' },
      ],
    }),
    aMilestone({ status: 'completed', statusAsPrinted: 'Done', end: '2026-02-01', leadsInherited: true }),
    aMilestone({ start: '2026-09-01', end: '2026-09-30' }),
  ],
});
const last = anAction('1.2.1', { text: 'Look again' });
const beyond = anAction('2.1.1', {
  text: 'Pay for it, see 1.1.2',
  tags: ['IN 3'],
  crossReferences: ['1.1.2'],
  milestones: [aMilestone({ end: '2026-04-30', leads: ['Bo Marsh'], measures: ['Paid'] })],
});

const reading: PlanReading = {
  ...aReading([], {
    requirementSets: [
      {
        code: 'IN',
        title: 'Notice',
        requirements: [requirement(1, 'See'), requirement(2, 'Write'), requirement(3, 'Pay')],
      },
    ],
    people: [
      {
        name: 'Ana Brook',
        jobTitle: 'Director of Care',
        interim: true,
        jobShare: true,
        holds: ['Heads of Service'],
        source: {},
      },
    ],
    problems: [
      {
        where: 'Action 1.1.2, line 12',
        message: 'It is named twice',
        proposal: 'Read as one',
        kind: 'unknown-tag',
        ref: '1.1.2',
        source: {},
      },
      { where: 'Action 1.1.1', message: 'Of another', proposal: null, kind: 'x', ref: '1.1.1', source: {} },
    ],
  }),
  priorities: [
    priority(1, 'Practice', {
      objectives: ['Every child is safe'],
      accountableLeads: ['Ana Brook', 'Bo Marsh'],
      outcomes: [
        outcome('1.1', 'Children are seen', {
          tags: ['IN 3'],
          jointWith: ['Police'],
          actions: [first, middle],
        }),
        outcome('1.2', 'Children are heard', { actions: [last] }),
      ],
    }),
    priority(3, 'Money', { outcomes: [outcome('2.1', 'It is paid', { actions: [beyond] })] }),
    priority(4, 'Staff', { accountableLeads: ['Cy Dean'] }),
    priority(7, 'Buildings'),
  ],
};

/** The later version: other words for one action, and one action fewer. */
const revised: PlanReading = {
  ...reading,
  priorities: [
    priority(1, 'Practice', {
      outcomes: [outcome('1.1', 'Children are seen', { actions: [first, { ...middle, text: 'Print it' }] })],
    }),
  ],
};

let database: TestDatabase;
let server: WebServer;

async function accept(
  plan: PlanReading,
  inForceFrom = plainDay(2026, 1, 5),
  comparedWith: number | null = null,
): Promise<void> {
  await acceptedPlan(database.db, plan, {
    plan: comparedWith === null ? 'Ours' : { slug: 'ours' },
    fileName: 'plan.txt',
    inForceFrom,
    comparedWith,
  });
}

beforeAll(async () => {
  database = await openTestDatabase();
  server = await bareServer();
  addLineRoutes(server, { db: database.db });
  await accept(reading);
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const open = (path: string) => new PlanVisitor(server).open(`/plan/ours${path}`);
const factsAt = async (path: string) => factsOf((await open(path)).html);

describe('the page of an action', () => {
  it('says what the plan says of it, each thing a link to its page', async () => {
    const page = await factsAt('/action/1.1.2');
    expect(page).toMatchObject({
      heading: '1.1.2',
      caption: 'Priority 1, outcome 1.1',
      crumbs: [
        ['Ours', '/plan/ours'],
        ['Priority 1', '/plan/ours/priority/1'],
        ['Outcome 1.1', '/plan/ours/outcome/1.1'],
      ],
      says: {
        State: 'Past its date',
        'For the outcome': '1.1 Children are seen',
        Leads: 'Ana Brook , Bo Marsh',
        'Joint with': 'Health, Police',
      },
      sections: [
        'It carries 2 requirements',
        'Milestones',
        'Links with other actions',
        'What was odd in the source',
      ],
    });
    expect(page.says).not.toHaveProperty('Read as');
    expect(Object.fromEntries(page.leadsTo)).toMatchObject({
      '1.1': '/plan/ours/outcome/1.1',
      'IN 2': '/plan/ours/requirement/IN-2',
      'IN 3': '/plan/ours/requirement/IN-3',
      '2.1.1': '/plan/ours/action/2.1.1',
      '1.1.2/2': '/plan/ours/action/1.1.2/milestone/2',
      'Bo Marsh': '/plan/ours/lead/bo-marsh',
    });
    const { words } = await open('/action/1.1.2');
    expect(words).toContain('Action 1.1.2, line 12 It is named twice Read as one');
    expect(words).not.toContain('Of another');
    expect(words).toContain('Write it down (IN 2), see 2.1.1 plan.txt, line 12, page 3');
  });

  it('says of each requirement whether its outcome alone is tagged with it, and of a tag that the plan lists none', async () => {
    const { words } = await open('/action/1.1.2');
    expect(words).toContain('IN 2 Write IN 3 Pay Tagged on the outcome, 1.1, not on the action');
    expect(words.match(/Tagged on the outcome/g)).toHaveLength(1);
    expect(words).toContain('ZZ 9 , which this plan does not list');
  });

  it('says whom it names and who names it, and that what it names may not be there', async () => {
    const { words } = await open('/action/1.1.2');
    expect(words).toContain('It names 2.1.1 Pay for it, see 1.1.2');
    expect(words).toContain('It names 9.9.9 , which the plan does not have');
    expect(words).toContain('Named by 2.1.1 Pay for it, see 1.1.2');
    expect((await factsAt('/action/1.1.1')).sections).not.toContain('Links with other actions');
  });

  it.each([
    ['1.1.1', null, '1.1.2'],
    ['1.1.2', '1.1.1', '1.2.1'],
    ['1.2.1', '1.1.2', '2.1.1'],
    ['2.1.1', '1.2.1', null],
  ])('%s has %s before it and %s after it, whatever their outcome', async (ref, previous, next) => {
    const page = await factsAt(`/action/${ref}`);
    const link = (other: string | null) => other && [other, `/plan/ours/action/${other}`];
    expect([page.previous, page.next]).toEqual([link(previous), link(next)]);
  });

  it('says what is not there', async () => {
    const { words } = await open('/action/1.2.1');
    expect(words).toContain('No milestones The plan gives it no timescale, no lead and no measure.');
    expect(words).toContain('The printed words are not held in this record. Their place is.');
    expect((await factsAt('/action/1.2.1')).says).toMatchObject({ State: 'No date', Leads: 'No lead' });
    expect((await open('/action/9.9.9')).status).toBe(404);
  });
});

describe('the page of a milestone', () => {
  it('says what the plan says of it, each thing a link to its page', async () => {
    const page = await factsAt('/action/1.1.2/milestone/2');
    expect(page).toMatchObject({
      heading: '1.1.2/2',
      caption: 'Milestone 2 of 4, action 1.1.2',
      crumbs: [
        ['Ours', '/plan/ours'],
        ['Outcome 1.1', '/plan/ours/outcome/1.1'],
        ['Action 1.1.2', '/plan/ours/action/1.1.2'],
      ],
      says: {
        State: 'Running',
        'Of the action': '1.1.2 Write it down, see 2.1.1',
        When: '1 May 2026 to 30 June 2026',
        'Each period': '1 May 2026 to 31 May 2026; 1 June 2026 to 30 June 2026',
        'Comes back': 'monthly',
        Timescale: 'May and June',
        'Read as': 'As printed',
        Leads: 'BM, AB',
        'In the source': 'plan.txt, line 14, page 3',
      },
    });
    expect(Object.fromEntries(page.leadsTo)).toMatchObject({
      '1.1.2': '/plan/ours/action/1.1.2',
      'Bo Marsh': '/plan/ours/lead/bo-marsh',
      '1.1.2/2/1': '/plan/ours/action/1.1.2/milestone/2/measure/1',
      '1.1.2/2/3': '/plan/ours/action/1.1.2/milestone/2/measure/3',
    });
    expect(page.leadsTo.has('1.1.2/2/4')).toBe(false);
  });

  it.each([
    [1, null, 2],
    [2, 1, 3],
    [3, 2, 4],
    [4, 3, null],
  ])('%i has %s before it and %s after it', async (ordinal, previous, next) => {
    const page = await factsAt(`/action/1.1.2/milestone/${ordinal}`);
    const link = (other: number | null) =>
      other && [`1.1.2/${other}`, `/plan/ours/action/1.1.2/milestone/${other}`];
    expect([page.previous, page.next]).toEqual([link(previous), link(next)]);
  });

  it('says what is completed, whose leads stand in the row above, and what is not printed', async () => {
    expect((await factsAt('/action/1.1.2/milestone/3')).says).toMatchObject({
      State: 'Completed, unproven',
      When: 'Completed',
      Timescale: 'Nothing printed',
      Leads: 'Nothing printed: taken from the row above',
      Status: 'Done',
    });
    const page = await factsAt('/action/1.1.2/milestone/4');
    expect(page.says).toMatchObject({ State: 'To come', Leads: 'Nothing printed' });
    expect(page.sections).toContain('No measure');
    for (const key of ['Each period', 'Comes back', 'Status']) expect(page.says).not.toHaveProperty(key);
  });

  it.each(['/action/1.1.2/milestone/5', '/action/1.1.2/milestone/0', '/action/9.9.9/milestone/1'])(
    'is not there at %s',
    async (path) => expect((await open(path)).status).toBe(404),
  );
});

describe('the page of a measure', () => {
  it('says what it is, of which milestone and action, and where it was read', async () => {
    const page = await factsAt('/action/1.1.2/milestone/2/measure/2');
    expect(page).toMatchObject({
      heading: '1.1.2/2/2',
      caption: 'Measure 2 of 3, milestone 1.1.2/2',
      crumbs: [
        ['Ours', '/plan/ours'],
        ['Action 1.1.2', '/plan/ours/action/1.1.2'],
        ['Milestone 1.1.2/2', '/plan/ours/action/1.1.2/milestone/2'],
      ],
      says: {
        'Of the milestone': '1.1.2/2 1 May 2026 to 30 June 2026',
        'State of the milestone': 'Running',
        'Of the action': '1.1.2 Write it down, see 2.1.1',
        Leads: 'Bo Marsh , Ana Brook',
        // Its own place, not that of a lead who bears the same words, nor that of the row.
        'In the source': 'plan.txt, line 15',
      },
    });
    expect((await open('/action/1.1.2/milestone/2/measure/2')).words).toContain('1.1.2/2/2 Read Of the');
    expect((await factsAt('/action/1.1.2/milestone/2/measure/1')).says['In the source']).toBe(
      'plan.txt, line 14, page 3',
    );
  });

  it.each([
    [1, null, 2],
    [2, 1, 3],
    [3, 2, null],
  ])('%i has %s before it and %s after it', async (ordinal, previous, next) => {
    const page = await factsAt(`/action/1.1.2/milestone/2/measure/${ordinal}`);
    const link = (other: number | null) =>
      other && [`1.1.2/2/${other}`, `/plan/ours/action/1.1.2/milestone/2/measure/${other}`];
    expect([page.previous, page.next]).toEqual([link(previous), link(next)]);
  });

  it.each(['2/measure/4', '2/measure/0', '4/measure/1', '5/measure/1'])('is not there at %s', async (path) =>
    expect((await open(`/action/1.1.2/milestone/${path}`)).status).toBe(404),
  );
});

describe('the page of an outcome', () => {
  it('says what it is for and every action promised for it, and no other', async () => {
    const page = await factsAt('/outcome/1.1');
    expect(page).toMatchObject({
      heading: '1.1',
      caption: 'Outcome, priority 1: Practice',
      crumbs: [
        ['Ours', '/plan/ours'],
        ['Priority 1', '/plan/ours/priority/1'],
      ],
      sections: ['2 actions'],
      rows: [
        [
          '1.1.1',
          'See every child Joint with Police',
          'IN 1 IN 3',
          'Ana Brook',
          '31 May 2026',
          'None',
          'Running',
        ],
        [
          '1.1.2',
          'Write it down, see 2.1.1 Joint with Health, Police',
          'IN 2 IN 3',
          'Ana Brook , Bo Marsh',
          '30 September 2026',
          '4',
          'Past its date',
        ],
      ],
    });
    expect((await open('/outcome/1.1')).words).toContain('Children are seen Joint with Police');
    expect((await open('/outcome/1.2')).words).toContain('1 action');
    expect((await open('/outcome/9.9')).status).toBe(404);
  });
});

describe('the page of a priority', () => {
  it('says who answers for it, what it is for, and each outcome with its own actions', async () => {
    const page = await factsAt('/priority/1');
    expect(page).toMatchObject({
      heading: 'Practice',
      caption: 'Priority 1',
      crumbs: [['Ours', '/plan/ours']],
      sections: ['Key objectives', '1.1 Children are seen', '1.2 Children are heard'],
    });
    expect(page.rows.map(([ref]) => ref)).toEqual(['1.1.1', '1.1.2', '1.2.1']);
    const { words } = await open('/priority/1');
    expect(words).toContain('2 outcomes, 3 actions. Accountable: Ana Brook , Bo Marsh');
    expect(words).toContain('Every child is safe');
    expect((await open('/priority/7')).words).toContain('nobody is named');
  });

  it.each([
    [1, null, 3],
    [3, 1, 4],
    [4, 3, 7],
    [7, 4, null],
  ])('%i has %s before it and %s after it, whatever numbers are left out', async (number, previous, next) => {
    const page = await factsAt(`/priority/${number}`);
    const link = (other: number | null) => other && [`Priority ${other}`, `/plan/ours/priority/${other}`];
    expect([page.previous, page.next]).toEqual([link(previous), link(next)]);
  });

  it.each(['/priority/2', '/priority/0', '/priority/one'])('is not there at %s', async (path) =>
    expect((await open(path)).status).toBe(404),
  );
});

describe('the page of a lead', () => {
  it('says what they answer for, due soonest first, and each requirement that rests on it', async () => {
    const page = await factsAt('/lead/ana-brook');
    expect(page).toMatchObject({
      heading: 'Ana Brook',
      caption: 'Person',
      crumbs: [
        ['Ours', '/plan/ours'],
        ['Leads', '/plan/ours/leads'],
      ],
      says: {
        'Job title': 'Director of Care (interim, job share)',
        'Also holds': 'Heads of Service',
        'Accountable for': 'Priority 1: Practice',
        Requirements: 'IN 1 IN 2 IN 3',
      },
      sections: ['3 milestones in 2 actions, due soonest first', 'Requirements that rest on this work'],
    });
    expect(page.rows.map(([ref]) => ref)).toEqual(['1.1.2/1', '1.1.1/1', '1.1.2/2']);
    expect(page.leadsTo.get('Priority 1: Practice')).toBe('/plan/ours/priority/1');
  });

  it('says who holds a post, and where to look for somebody without a milestone', async () => {
    expect((await factsAt('/lead/heads-of-service')).says['Held by']).toBe('Ana Brook');
    const { words } = await open('/lead/cy-dean');
    expect(words).toContain('No milestone in this version of the plan names Cy Dean. The priorities above');
    expect((await open('/lead/nobody')).status).toBe(404);
  });
});

describe('every page of the line', () => {
  const PAGES = [
    '/action/1.1.2',
    '/action/1.1.2/milestone/2',
    '/action/1.1.2/milestone/2/measure/2',
    '/outcome/1.1',
    '/priority/1',
    '/lead/ana-brook',
    '/requirement/IN-2',
  ];

  it.each(PAGES)(
    '%s carries the day that was asked for to every page of the plan it leads to',
    async (path) => {
      const { html } = await open(`${path}?on=2026-04-01`);
      const { leadsTo, crumbs } = factsOf(html);
      const own = [...leadsTo.values()].filter((address) => address.startsWith('/plan/'));
      expect(own.length).toBeGreaterThan(3);
      expect(own.filter((address) => !/[?&]on=2026-04-01(#|$)/.test(address))).toEqual([]);
      expect(crumbs[0]).toEqual(['Ours', '/plan/ours?on=2026-04-01']);
    },
  );

  it.each([
    [
      '/action/1.1.2',
      [
        ['2 requirements', '#carries', ''],
        ['1.1.2', '', ''],
        ['4 milestones', '#milestones', ''],
        ['2 leads', '#milestones', ''],
        ['4 measures', '#milestones', ''],
        ['Progress report', '/plan/ours/report', ''],
      ],
    ],
    [
      '/action/1.1.1',
      [
        ['2 requirements', '#carries', ''],
        ['1.1.1', '', ''],
        ['1 milestone', '#milestones', ''],
        ['1 lead', '#milestones', 'no measure'],
        ['0 measures', '', ''],
        ['Progress report', '/plan/ours/report', ''],
      ],
    ],
    [
      '/action/2.1.1/milestone/1',
      [
        ['IN 3', '/plan/ours/action/2.1.1#carries', ''],
        ['2.1.1', '/plan/ours/action/2.1.1', ''],
        ['2.1.1/1', '', ''],
        ['Bo Marsh', '/plan/ours/lead/bo-marsh', ''],
        ['1 measure', '/plan/ours/action/2.1.1/milestone/1/measure/1', 'no figures are held yet'],
        ['0 figures', '', ''],
        ['Progress report', '/plan/ours/report', ''],
      ],
    ],
    [
      '/action/1.1.2/milestone/2/measure/2',
      [
        ['2 requirements', '/plan/ours/action/1.1.2#carries', ''],
        ['1.1.2', '/plan/ours/action/1.1.2', ''],
        ['1.1.2/2', '/plan/ours/action/1.1.2/milestone/2', ''],
        ['2 leads', '/plan/ours/action/1.1.2/milestone/2', ''],
        ['1.1.2/2/2', '', 'no figures are held yet'],
        ['0 figures', '', ''],
        ['Progress report', '/plan/ours/report', ''],
      ],
    ],
    [
      '/lead/ana-brook',
      [
        ['3 requirements', '#requirements', ''],
        ['2 actions', '/plan/ours/actions?lead=ana-brook', ''],
        ['3 milestones', '#milestones', ''],
        ['Ana Brook', '', ''],
        ['4 measures', '/plan/ours/measures?lead=ana-brook', ''],
        ['Progress report', '/plan/ours/report', ''],
      ],
    ],
  ])('%s shows the line through it, with each stop where it leads and each break', async (path, thread) => {
    expect((await factsAt(path)).thread).toEqual(thread);
  });

  it('is judged by that day: the last is in time, the next is late', async () => {
    const stateOn = async (day: string) =>
      (await factsAt(`/action/1.1.2/milestone/1?on=${day}`)).says['State'];
    expect([await stateOn('2026-03-31'), await stateOn('2026-04-01')]).toEqual(['Running', 'Past its date']);
  });

  it('shows the version of the day: the old one to the day before, the new one from its own', async () => {
    await accept(revised, plainDay(2026, 8, 1), 1);
    const on = (path: string, day: string) => open(`${path}?on=${day}`);
    expect((await on('/action/1.1.2', '2026-07-31')).words).toContain('Write it down');
    expect((await on('/action/1.1.2', '2026-08-01')).words).toContain('Print it');
    expect(factsOf((await on('/action/1.1.2', '2026-08-01')).html).next).toBeNull();
    expect((await on('/action/1.2.1', '2026-07-31')).status).toBe(200);
    const gone = await on('/action/1.2.1', '2026-08-01');
    expect(gone.status).toBe(404);
    expect(gone.words).toContain(
      'It stood in version 1 of the plan, in force from 5 January 2026 until 1 August 2026',
    );
    expect((await on('/priority/3', '2026-08-01')).status).toBe(404);
    expect((await on('/lead/cy-dean', '2026-08-01')).status).toBe(404);
  });
});
