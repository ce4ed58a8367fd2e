import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedPlan } from '../../../../test/support/accepted-plan.ts';
import { anAction, aReading } from '../../../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { addVersionRoutes } from './version.route.tsx';

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await bareServer();
  addVersionRoutes(server, { db: database.db });
  const old = Array.from({ length: 150 }, (_, index) => anAction(`1.1.${index + 1}`));
  // The first ten are gone, the others changed, and sixty are new.
  const kept = old.slice(10).map((action) => ({
    ...action,
    text: `${action.text} and nothing else besides`,
    jointWith: ['The NHS'],
  }));
  const added = Array.from({ length: 60 }, (_, index) =>
    anAction(`1.1.${500 + index}`, { text: `Something quite new, number ${index}` }),
  );
  await acceptedPlan(database.db, aReading(old), { plan: 'Plan', fileName: 'one.txt' });
  const second = { plan: { slug: 'plan' }, fileName: 'two.txt', comparedWith: 1 } as const;
  await acceptedPlan(database.db, aReading([...kept, ...added]), second);
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const open = (path: string) => new PlanVisitor(server).open(path);

describe('what a version changed', () => {
  it('is shown a hundred differences at a time, each once, under headings that count them all', async () => {
    const pages = [];
    const [, total = '0'] = /(\d+) differences/.exec((await open('/plan/plan/versions/2')).words) ?? [];
    const count = Math.ceil(Number(total) / 100);
    expect(count).toBeGreaterThan(1);
    for (let page = 1; page <= count; page += 1) pages.push(await open(`/plan/plan/versions/2?page=${page}`));
    const items = pages.map(({ html }) =>
      [...html.matchAll(/<li class="tl-difference__item.*?<\/li>/gs)].map(String),
    );
    expect(items.slice(0, -1).map(({ length }) => length)).toEqual(items.slice(0, -1).map(() => 100));
    expect(items.flat()).toHaveLength(Number(total));
    expect(new Set(items.flat()).size).toBe(Number(total));
    const [first, second] = pages;
    expect(first?.words).toContain('Added (60)');
    expect(first?.words).toMatch(/Shown: 1 to 100/);
    expect(second?.words).toMatch(/Changed \(\d+\)/);
    expect(second?.words).not.toContain('Added (');
  });
});
