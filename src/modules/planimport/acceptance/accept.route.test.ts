import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { somebodyWhoIs, whoAsksAs } from '../../../../test/support/asking-as.ts';
import { bareServer, PlanVisitor, type Shown } from '../../../../test/support/plan-visitor.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { acceptPlan } from './accept-plan.ts';
import { choose } from '../draft/choose.ts';
import { startImport } from '../start/start-import.ts';
import { addImportRoutes } from '../module.ts';
import { importPaths } from '../paths.ts';
import { planVersions, type PlanReading } from '../../improvement/index.ts';
import { plainDay } from '../../../platform/time/plain-day.ts';

const actor = { kind: 'operator', name: 'Test' } as const;

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

const plan = (title: string, ...texts: readonly string[]): PlanReading =>
  aReading(
    texts.map((text, index) =>
      anAction(`1.1.${index + 1}`, { text, milestones: [aMilestone({ end: '2026-06-30' })] }),
    ),
    { title },
  );

async function draftOf(reading: PlanReading): Promise<string> {
  const started = await database.db.transaction().execute((tx) =>
    startImport(tx, actor, {
      fileName: 'plan.docx',
      fileSha256: Math.random().toString(16),
      document: null,
      columns: {},
      reading,
    }),
  );
  return started.draftId;
}

/** Accepted by the command, as somebody else might at the same time. */
async function accepted(reading: PlanReading, title: string, version: number | null = null) {
  const draftId = await draftOf(reading);
  return database.db.transaction().execute((tx) =>
    acceptPlan(tx, actor, {
      draftId,
      plan: version === null ? { newTitle: title, programme: title } : { slug: title },
      inForceFrom: plainDay(2026, 5, 1),
      opensOn: null,
      comparedWith: version,
    }),
  );
}

const may = { 'inForceFrom-day': '1', 'inForceFrom-month': '5', 'inForceFrom-year': '2026' };

async function versionsOf(slug: string): Promise<readonly number[]> {
  return (await planVersions(database.db, slug))?.versions.map(({ number }) => number) ?? [];
}

async function look(draft: string, query: Record<string, string> = {}) {
  const visitor = new PlanVisitor(server);
  const shown = await visitor.open(importPaths.accept(draft, query));
  return { visitor, shown };
}

describe('accepting a new plan', () => {
  it.each([
    [
      'nothing typed',
      { title: '' },
      [
        'Enter what the plan is called, like Improvement plan 2011',
        'Enter the day from which this is the plan, like 12 May 2011',
      ],
    ],
    [
      'a day that is none',
      { title: 'A plan', 'inForceFrom-day': '31', 'inForceFrom-month': '6', 'inForceFrom-year': '2026' },
      ['The day from which this is the plan must be a real day, like 12 May 2011'],
    ],
    [
      'a day to open at that is none',
      { title: 'A plan', ...may, 'opensOn-day': '1', 'opensOn-month': 'Junuary', 'opensOn-year': '2026' },
      ['The day its pages open at must be a real day, like 12 May 2011, or nothing'],
    ],
    [
      'a title that is far too long',
      { title: 'x'.repeat(201), ...may },
      ['What the plan is called must be 200 characters or fewer'],
    ],
  ])('%s is shown again as it was typed, with what to do', async (_name, fields, sentences) => {
    const draft = await draftOf(plan('Typed again', 'a'));
    const { visitor } = await look(draft);
    const again = await visitor.send(importPaths.accept(draft), { programme: 'Children "first"', ...fields });
    expect(again.status).toBe(422);
    expect(again.words).toContain('Error: Check before accepting');
    const [, summary = ''] = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(again.html) ?? [];
    expect(summary.match(/<li>/g)?.length).toBe(sentences.length);
    for (const sentence of sentences) expect(again.words).toContain(`Error: ${sentence}`);
    expect(again.html).toContain('value="Children &quot;first&quot;"');
    for (const value of Object.values(fields).filter((typed) => typed !== ''))
      expect(again.html).toContain(`value="${value}"`);
    for (const [, id] of again.html.matchAll(/<li><a href="#([^"]+)">/g))
      expect(again.html).toContain(`id="${id}"`);
    expect(await versionsOf('typed-again')).toEqual([]);
  });

  it('keeps the programme and the day its pages open at', async () => {
    const draft = await draftOf(plan('Of the past', 'a'));
    const { visitor } = await look(draft);
    const done = await visitor.send(importPaths.accept(draft), {
      programme: 'Putting children first',
      ...may,
      title: 'Of the past',
      'opensOn-day': '12',
      'opensOn-month': 'May',
      'opensOn-year': '2026',
    });
    expect(done.path).toBe('/plan/of-the-past');
    expect(await planVersions(database.db, 'of-the-past')).toMatchObject({
      programme: 'Putting children first',
      opensOn: '2026-05-12',
    });
  });

  it('of a name whose address is taken by another says so beside the name', async () => {
    await accepted(plan('Taken', 'a'), 'Taken');
    const draft = await draftOf(plan('Other', 'b'));
    const { visitor } = await look(draft, { plan: 'new:' });
    const again = await visitor.send(importPaths.accept(draft), { title: 'TAKEN!', ...may });
    expect([again.status, again.words.includes('There is a plan of nearly that name')]).toEqual([422, true]);
    expect(await versionsOf('taken')).toEqual([1]);
  });

  it('called Import does not stand in the way of importing', async () => {
    const draft = await draftOf(plan('Import', 'a'));
    const { visitor } = await look(draft);
    expect((await visitor.send(importPaths.accept(draft), { title: 'Import', ...may })).path).toBe(
      '/plan/plan-import',
    );
  });

  it('with every action dropped meanwhile has nothing to accept', async () => {
    const draft = await draftOf(plan('All dropped', 'a'));
    const { visitor } = await look(draft);
    await database.db
      .transaction()
      .execute((tx) =>
        choose(tx, actor, draft, [{ subject: 'action:1.1.1', choice: 'drop', correction: null }]),
      );
    const again = await visitor.send(importPaths.accept(draft), {
      title: 'All dropped',
      ...may,
      decisions: '1',
    });
    expect(again.status).toBe(422);
    expect(again.words).toContain('Every action was dropped, so there is nothing to accept.');
    expect(again.html).not.toContain('Accept 0 actions');
    expect(await versionsOf('all-dropped')).toEqual([]);
  });
});

describe('accepting a later version', () => {
  it('shows what it adds, changes from what to what, and leaves out', async () => {
    await accepted(plan('Compared', 'See every child', 'Train every team', 'Hold a board'), 'Compared');
    const draft = await draftOf(
      plan('Compared', 'See every child in ten days', 'Train every team', 'Hold a board', 'Publish'),
    );
    const { shown } = await look(draft);
    expect(shown.words).toContain('Version 2 of Compared');
    expect(shown.html).toContain('<del>See every child</del>');
    expect(shown.html).toContain('<ins>See every child in ten days</ins>');
    expect(shown.words).toMatch(/Added \(\d\) Action 1\.1\.4 Publish/);
    expect(shown.html).toContain('<option value="compared" selected>');
  });

  it('from a day before the version it follows is refused, beside the day', async () => {
    await accepted(plan('Earlier', 'a'), 'Earlier');
    const draft = await draftOf(plan('Earlier', 'b'));
    const { visitor } = await look(draft);
    const again = await visitor.send(importPaths.accept(draft), { ...may, 'inForceFrom-month': '4' });
    expect([
      again.status,
      again.words.includes('The version before it is in force from 1 May 2026.'),
    ]).toEqual([422, true]);
    expect(await versionsOf('earlier')).toEqual([1]);
  });

  it('of a plan that is no more is asked for again as a new plan', async () => {
    const draft = await draftOf(plan('Lost', 'a'));
    const { visitor } = await look(draft);
    const again = await visitor.send(importPaths.accept(draft), { plan: 'no-such-plan', ...may });
    expect([again.status, again.words.includes('There is no such plan any more.')]).toEqual([422, true]);
    expect(again.words).toContain('What the plan is called');
  });

  it('that says the same changes nothing, and the import is over', async () => {
    await accepted(plan('Same', 'a'), 'Same');
    const draft = await draftOf(plan('Same', 'a'));
    const { visitor, shown } = await look(draft);
    expect(shown.words).toContain('Nothing: this file says the same as version 1 of Same.');
    expect((await visitor.send(importPaths.accept(draft), may)).path).toBe('/plan/same');
    expect(await versionsOf('same')).toEqual([1]);
    expect((await visitor.open(importPaths.review(draft))).words).toContain('It is version 1 of Same.');
  });
});

describe('two people', () => {
  it('who accept two drafts of one plan at once: one is stored, the other is shown the difference to it', async () => {
    await accepted(plan('At once', 'a'), 'At once');
    const drafts = [await draftOf(plan('At once', 'b')), await draftOf(plan('At once', 'c'))];
    const looks = await Promise.all(drafts.map((draft) => look(draft)));
    const sent = await Promise.all(
      looks.map(({ visitor }, index) => visitor.send(importPaths.accept(drafts[index] ?? ''), may)),
    );
    expect(await versionsOf('at-once')).toEqual([2, 1]);
    const [late] = sent.filter(({ status }) => status === 409);
    expect(late?.words).toContain('Version 2 of this plan was accepted while you had the page open');
    expect(late?.words).toContain('Version 3 of At once');
    // What they are shown is what they accept next.
    const index = sent.findIndex(({ status }) => status === 409);
    const again = await looks[index]?.visitor.send(importPaths.accept(drafts[index] ?? ''));
    expect(again?.status).toBe(422);
    await looks[index]?.visitor.send(importPaths.accept(drafts[index] ?? ''), may);
    expect(await versionsOf('at-once')).toEqual([3, 2, 1]);
  });

  it('who accept one draft at once store it once', async () => {
    const draft = await draftOf(plan('One draft', 'a'));
    const looks = [await look(draft), await look(draft)];
    const sent = await Promise.all(
      looks.map(({ visitor }) => visitor.send(importPaths.accept(draft), { title: 'One draft', ...may })),
    );
    expect(await versionsOf('one-draft')).toEqual([1]);
    const late = sent.find(({ status }) => status === 409);
    expect(late?.words).toContain('What you just sent was not saved, because the import was over by then.');
    expect(late?.words).toContain('It is version 1 of One draft.');
  });

  it('of whom one decides while the other is about to accept: what would be stored now is shown first', async () => {
    const draft = await draftOf(plan('Decided', 'a', 'b'));
    const { visitor, shown } = await look(draft);
    expect(shown.words).toContain('Accept 2 actions');
    await database.db
      .transaction()
      .execute((tx) =>
        choose(tx, actor, draft, [{ subject: 'action:1.1.2', choice: 'drop', correction: null }]),
      );
    const again: Shown = await visitor.send(importPaths.accept(draft), { title: 'Decided', ...may });
    expect([again.status, again.words.includes('Somebody decided about this import')]).toEqual([409, true]);
    expect(again.words).toContain('Accept 1 action');
    expect(await versionsOf('decided')).toEqual([]);
    await visitor.send(importPaths.accept(draft), { title: 'Decided', ...may });
    expect(await versionsOf('decided')).toEqual([1]);
  });
});
