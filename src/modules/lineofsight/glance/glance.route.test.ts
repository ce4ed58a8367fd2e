import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { acceptedPlan } from '../../../../test/support/accepted-plan.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { addImprovementRoutes } from '../../improvement/index.ts';
import { addLineOfSightRoutes } from './glance.route.tsx';

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await bareServer();
  addImprovementRoutes(server, { db: database.db });
  addLineOfSightRoutes(server, { db: database.db, importPlan: '/plan/import' });
  const ending = (end: string, status: 'completed' | null) =>
    aMilestone({ timescaleAsPrinted: end, end, status, leads: ['Ana Brook'] });
  const reading = aReading([
    anAction('1.1.1', {
      milestones: [
        ending('2026-05-29', null),
        ending('2026-05-20', 'completed'),
        ending('2026-05-01', null),
        ending('2026-06-30', null),
      ],
    }),
  ]);
  await acceptedPlan(database.db, reading, { plan: 'Plan' });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const open = (path: string) => new PlanVisitor(server).open(path);

describe('what the home page counts of this month', () => {
  it.each([
    ['the month', /<a class="tl-figure tl-figure--link" href="([^"]*due=[^"]*)"[^>]*>.*?>(\d+)</s],
    ['a lead’s month', /<a class="govuk-link" href="([^"]*due=[^"]*lead=[^"]*)">Ana Brook<\/a>.*?>(\d+)</s],
  ])(
    '%s is as many milestones as its list shows, which says it leaves out the completed',
    async (_, link) => {
      const home = await open('/');
      const [, href = '', count = ''] = link.exec(home.html) ?? [];
      expect(count).toBe('2');
      const list = await open(href.replaceAll('&amp;', '&'));
      expect(list.words).toContain(' 2 milestones ');
      expect(list.words).toContain('Stop narrowing by Not completed');
    },
  );
});
