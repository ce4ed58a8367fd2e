import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedPlan } from '../../../../test/support/accepted-plan.ts';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import { plainDay } from '../../../platform/time/plain-day.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { placesOf } from '../exports/places.read.ts';
import { addLineRoutes } from './line.route.tsx';
import type { Person } from '../plan/plan-reading.shape.ts';

const listed = (name: string, jobTitle: string | null): Person => ({
  name,
  jobTitle,
  interim: false,
  jobShare: false,
  holds: [],
  source: {},
});

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await bareServer();
  addLineRoutes(server, { db: database.db });
  const leads = ['Ana Brook', 'Bo Marsh', 'Director of Care', 'Director of Money'];
  const reading = aReading(
    [
      anAction('1.1.1', { tags: ['ZZ 1'], milestones: [aMilestone({ leads })] }),
      anAction('1.1.2'),
      anAction('1.1.3', {
        milestones: [aMilestone({ timescaleAsPrinted: 'By June', end: '2026-06-01', measures: ['Seen'] })],
      }),
    ],
    { people: [listed('Ana Brook', 'Director of Care'), listed('Bo Marsh', null)] },
  );
  const end = '2026-06-01';
  const from = plainDay(2026, 5, 1);
  await acceptedPlan(database.db, reading, {
    plan: 'Ours',
    inForceFrom: from,
    opensOn: from,
    choices: [
      {
        subject: 'milestone:1.1.3:1',
        choice: 'correct',
        correction: { start: null, end, completed: false, leads: ['Cy Dean'], measures: ['Seen', 'Heard'] },
      },
      {
        subject: 'action:1.1.3',
        choice: 'correct',
        correction: { text: 'Put right', tags: [], crossReferences: [], jointWith: [] },
      },
    ],
  });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const open = (path: string) => new PlanVisitor(server).open(`/plan/ours${path}`);

describe('the page of an action', () => {
  it('names a tag to a requirement that the plan does not list', async () => {
    const { words } = await open('/action/1.1.1');
    expect(words).toContain('ZZ 1 , which this plan does not list');
    expect(words).not.toContain('tags it with nothing');
  });

  it('says of an action without any tag that it has none', async () => {
    expect((await open('/action/1.1.2')).words).toContain('The plan tags it with nothing');
  });
});

describe('what was put right by hand', () => {
  it('says so, on the action and on the row, and not that what is printed cannot be', async () => {
    const { words } = await open('/action/1.1.3');
    expect(words).toContain('Read as Put right by hand');
    expect(words).toContain('(put right by hand)');
    expect((await open('/action/1.1.2')).words).not.toContain('Put right by hand');
    const row = (await open('/action/1.1.3/milestone/1')).words;
    expect(row).toContain('Put right by hand');
    expect(row).not.toContain('what is printed cannot be');
  });

  it('is said of a measure that was typed in, too', async () => {
    const version = await database.db
      .selectFrom('improvement.plan_version')
      .select('id')
      .executeTakeFirstOrThrow();
    const places = await placesOf(database.db, version.id);
    expect(places.measure('1.1.3', 1, 'Heard').howRead).toBe('by-hand');
  });
});

describe('the page of a lead', () => {
  it.each([
    ['bo-marsh', 'The plan’s list of leads gives none'],
    ['director-of-care', 'A post: the plan names it by its title Held by Ana Brook'],
    ['director-of-money', 'A post that is not in the plan’s list of leads'],
  ])('%s: %s', async (slug, sentence) => {
    expect((await open(`/lead/${slug}`)).words).toContain(sentence);
  });
});
