import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { somebodyWhoIs, whoAsksAs } from '../../../test/support/asking-as.ts';
import { bareServer, PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { plainDay } from '../../platform/time/plain-day.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addImportRoutes } from './module.ts';
import { importPaths } from './paths.ts';
import { inForceOn, planVersions, planLine } from '../improvement/index.ts';

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await bareServer(whoAsksAs(await somebodyWhoIs(database.db, 'programme-manager')));
  addImportRoutes(server, { db: database.pagesDb });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const plan = (...rows: readonly string[]) => ({
  fileName: 'Our plan.txt',
  bytes: [
    'Loamshire Improvement Plan',
    'Priority 1: Front-line practice',
    'Ref\tActions\tTimescale\tDelivery Leads\tTargets & Measures',
    'Outcome 1.1 Children are seen in time',
    ...rows,
  ].join('\n'),
});

const seen =
  '1.1.1\tSee every child within ten working days\t1 March 2026 - 31 June 2026\tAna Brook\tEvery child is seen';
const trained = '1.1.2\tTrain every team\tReview monthly\tHeads of Service\tEvery team is trained';
const published = '1.1.3\tPublish what was learnt\t30 September 2026\t\tA paper to the board';

async function lineOn(day: Parameters<typeof inForceOn>[1]) {
  const versions = await planVersions(database.db, 'loamshire-improvement-plan');
  if (versions === null) throw new Error('There is no plan');
  const found = inForceOn(versions, day);
  if (found.kind !== 'in-force') throw new Error(found.kind);
  return { version: found.version, line: await planLine(database.db, found.versionId) };
}

describe('bringing in a plan, from the file to its next version', () => {
  it('reads it, decides, puts right, accepts, accepts again, and shows what a later version changes', async () => {
    const ana = new PlanVisitor(server);
    await ana.open(importPaths.start());
    const review = await ana.upload(importPaths.start(), plan(seen, trained, published));
    const draft = /^\/plan\/import\/([0-9a-f-]{36})$/.exec(review.path)?.[1] ?? '';
    expect(review.words).toContain('0 of 3 looked at');
    expect(review.words).toContain('“31 June 2026” is not a day of the calendar.');
    // The printed line stands beside it, and nothing is part of a plan yet.
    expect(review.words).toContain(
      'Line 5 1.1.1 See every child within ten working days 1 March 2026 - 31 June 2026',
    );
    expect(await planVersions(database.db, 'loamshire-improvement-plan')).toBeNull();

    const saved = await ana.send(importPaths.problems(draft), { 'problem-0': 'accept', 'problem-1': 'drop' });
    expect(saved.words).toContain('Saved 2 decisions.');
    expect(saved.words).toContain('2 of 3 looked at');

    // The last one is put right: who leads it.
    const link = /href="([^"]*milestone[^"]*problem=2)"/.exec(saved.html)?.[1] ?? '';
    expect(link).toBe(importPaths.milestone(draft, '1.1.3', 1, { problem: 2 }));
    await ana.open(link);
    const corrected = await ana.send(link, {
      start: '',
      end: '30 September 2026',
      leads: 'Bo Marsh\nAna Brook',
      measures: 'A paper to the board',
    });
    expect(corrected.words).toContain('Corrected row 1 of action 1.1.3.');
    expect(corrected.words).toContain('You have looked at all 3');

    // And one action is dropped.
    const rows = await ana.open(importPaths.review(draft, { priority: 1 }));
    expect(rows.words).toContain('Leads Bo Marsh Ana Brook');
    expect(rows.words).toContain('Put right by hand');
    const dropped = await ana.send(importPaths.rows(draft), { drop: 'action:1.1.2' });
    expect(dropped.words).toContain('Dropped: will not be stored');
    expect(dropped.words).toContain('Check and accept 2 actions');

    const last = await ana.open(importPaths.accept(draft));
    expect(last.words).toContain('2 actions, 2 milestones, 2 measures');
    expect(last.words).toContain('with 1 correction by hand, 1 action dropped');
    expect(last.html).toContain('value="Loamshire Improvement Plan"');
    const accepted = await ana.send(importPaths.accept(draft), {
      title: 'Loamshire Improvement Plan',
      'inForceFrom-day': '1',
      'inForceFrom-month': '3',
      'inForceFrom-year': '2026',
    });
    expect(accepted.path).toBe('/plan/loamshire-improvement-plan');
    const first = await lineOn(plainDay(2026, 5, 1));
    expect(first.line.actions.map(({ ref }) => ref)).toEqual(['1.1.1', '1.1.3']);
    expect(first.line.actions[1]?.milestones[0]?.leads).toEqual(['bo-marsh', 'ana-brook']);

    // What became of the import is said, and sending the form again stores nothing more.
    expect((await ana.open(importPaths.review(draft))).words).toContain(
      'It is version 1 of Loamshire Improvement Plan.',
    );
    const again = await ana.open(importPaths.start());
    expect(again.words).toContain('No import is open');

    // The same file with the same decisions changes nothing; without them it is a later version.
    const second = await ana.upload(importPaths.start(), plan(seen, trained, published));
    expect(second.words).toContain(
      'The same file was accepted before, as version 1 of Loamshire Improvement Plan.',
    );
    const secondDraft = second.path.split('/').at(-1) ?? '';
    const difference = await ana.open(importPaths.accept(secondDraft));
    expect(difference.words).toContain('What would change');
    expect(difference.words).toContain('Added (2) Action 1.1.2 Train every team');
    expect(difference.words).toContain(
      'compared with version 1 of Loamshire Improvement Plan, in force from 1 March 2026',
    );
    await ana.open(importPaths.review(secondDraft, { priority: 1 }));
    await ana.send(importPaths.rows(secondDraft), { drop: 'action:1.1.2' });
    const row = importPaths.milestone(secondDraft, '1.1.3', 1);
    await ana.open(row);
    await ana.send(row, {
      end: '30 September 2026',
      leads: 'Bo Marsh\nAna Brook',
      measures: 'A paper to the board',
    });
    const same = await ana.open(importPaths.accept(secondDraft));
    expect(same.words).toContain('Nothing: this file says the same as version 1');
    const unchanged = await ana.send(importPaths.accept(secondDraft), {
      'inForceFrom-day': '1',
      'inForceFrom-month': '6',
      'inForceFrom-year': '2026',
    });
    expect(unchanged.path).toBe('/plan/loamshire-improvement-plan');
    expect((await lineOn(plainDay(2026, 7, 1))).version).toBe(1);

    // A later version of the plan, in force from a later day.
    await ana.open(importPaths.start());
    const third = await ana.upload(
      importPaths.start(),
      plan(seen.replace('31 June', '31 July'), trained, published.replace('\t\t', '\tBo Marsh\t')),
    );
    const thirdDraft = third.path.split('/').at(-1) ?? '';
    const changes = await ana.open(importPaths.accept(thirdDraft));
    expect(changes.words).toContain('Version 2 of Loamshire Improvement Plan');
    expect(changes.html).toMatch(/<del>1 March 2026 - 31 June 2026<\/del>/);
    await ana.send(importPaths.accept(thirdDraft), {
      'inForceFrom-day': '1',
      'inForceFrom-month': '6',
      'inForceFrom-year': '2026',
    });
    expect((await lineOn(plainDay(2026, 5, 31))).version).toBe(1);
    expect((await lineOn(plainDay(2026, 6, 1))).version).toBe(2);
  });
});
