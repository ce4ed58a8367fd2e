import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { somebodyWhoIs, whoAsksAs } from '../../../../test/support/asking-as.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { startImport } from '../start/start-import.ts';
import { applyChoices } from '../draft/apply-choices.rule.ts';
import { addImportRoutes } from '../module.ts';
import { importPaths } from '../paths.ts';
import { importDraft } from '../draft/draft.read.ts';

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

const reading = aReading(
  [
    anAction('1.1.1', {
      text: 'See every child',
      tags: ['IN 1', 'XX 7'],
      crossReferences: ['9.9.9'],
      jointWith: ['The NHS'],
      milestones: [
        aMilestone({
          timescaleAsPrinted: '1 May - 31 June 2026',
          start: '2026-05-01',
          end: '2026-06-30',
          leads: ['Ana Brook'],
          measures: ['Seen in ten days'],
          reading: 'corrected',
        }),
      ],
    }),
    anAction('1.1.2', { tags: ['CT 2'] }),
  ],
  {
    problems: [
      {
        kind: 'impossible-date',
        ref: '1.1.1',
        where: 'Action 1.1.1',
        message: '31 June is not a day.',
        proposal: 'Read as 30 June.',
        source: {},
      },
    ],
  },
);

async function draft(): Promise<string> {
  const started = await database.db.transaction().execute((tx) =>
    startImport(tx, actor, {
      fileName: 'plan.xlsx',
      fileSha256: Math.random().toString(16),
      document: null,
      columns: {},
      reading,
    }),
  );
  return started.draftId;
}

async function decided(id: string) {
  const found = await importDraft(database.db, id);
  if (found === null) throw new Error('There is no such draft');
  const now = applyChoices(found.reading, found.choices);
  const action = now.priorities[0]?.outcomes[0]?.actions[0];
  return { found, now, action, row: action?.milestones[0] };
}

const rowFields = {
  start: '1 May 2026',
  end: '30 June 2026',
  leads: 'Ana Brook',
  measures: 'Seen in ten days',
};
const actionFields = {
  text: 'See every child',
  tags: 'IN 1, XX 7',
  crossReferences: '9.9.9',
  jointWith: 'The NHS',
};

describe('putting right a row', () => {
  it('shows what was read, and takes a month alone, leads and measures a line each', async () => {
    const id = await draft();
    const path = importPaths.milestone(id, '1.1.1', 1);
    const visitor = new PlanVisitor(server);
    const form = await visitor.open(path);
    expect(form.html).toContain('value="1 May 2026"');
    expect(form.words).toContain('31 June is not a day.');
    const done = await visitor.send(path, {
      start: '2026-05-02',
      end: 'July 2026',
      completed: 'yes',
      leads: 'Ana Brook\r\n\r\n  Bo Marsh \r\nAna Brook',
      measures: 'One\r\nTwo',
    });
    expect(done.words).toContain('Corrected row 1 of action 1.1.1.');
    expect((await decided(id)).row).toMatchObject({
      start: '2026-05-02',
      end: '2026-07',
      status: 'completed',
      leads: ['Ana Brook', 'Bo Marsh'],
      measures: ['One', 'Two'],
      reading: 'by-hand',
    });
    // The form shows what was decided when it is opened again.
    expect((await visitor.open(path)).html).toContain('value="July 2026"');
  });

  it.each([
    [
      'a day that is none',
      { start: '31 June 2026' },
      'start',
      'Enter a real day, like 31 March 2011, or a month, like March 2011',
    ],
    [
      'words',
      { end: 'after <b>each</b> audit' },
      'end',
      'Enter a real day, like 31 March 2011, or a month, like March 2011',
    ],
    [
      'an end before its start',
      { start: 'July 2026' },
      'end',
      'The last day must be on or after the first day',
    ],
  ])('%s is shown again as it was typed, with what to do', async (_name, fields, field, sentence) => {
    const id = await draft();
    const path = importPaths.milestone(id, '1.1.1', 1, { problem: 0 });
    const visitor = new PlanVisitor(server);
    await visitor.open(path);
    const typed = { ...rowFields, measures: 'What I was "typing"', ...fields };
    const again = await visitor.send(path, typed);
    expect([again.status, again.html.includes(`<a href="#${field}">${sentence}</a>`)]).toEqual([422, true]);
    expect(again.words).toContain(`Error: ${sentence}`);
    for (const value of Object.values(typed))
      expect(again.html).toContain(value.replaceAll('"', '&quot;').replaceAll('<', '&lt;'));
    expect((await decided(id)).found.choices).toEqual([]);
    // Put right, it is saved, and the thing to look at with it.
    const saved = await visitor.send(path, rowFields);
    expect(saved.words).toContain('Took row 1 of action 1.1.1 as it was read.');
  });

  it('that leaves it as it was read takes it as read, and the thing to look at with it', async () => {
    const id = await draft();
    const path = importPaths.milestone(id, '1.1.1', 1, { problem: 0 });
    const visitor = new PlanVisitor(server);
    await visitor.open(path);
    await visitor.send(path, rowFields);
    expect((await decided(id)).found.choices).toEqual([
      { subject: 'milestone:1.1.1:1', choice: 'accept', correction: null },
      { subject: 'problem:0', choice: 'accept', correction: null },
    ]);
  });

  it('looks at the thing the person came from, and the plan says that it was put right by hand', async () => {
    const id = await draft();
    const path = importPaths.milestone(id, '1.1.1', 1, { problem: 0 });
    const visitor = new PlanVisitor(server);
    await visitor.open(path);
    const back = await visitor.send(path, { ...rowFields, end: '1 July 2026' });
    expect(back.path).toBe(importPaths.review(id));
    expect(back.words).toContain('You have looked at it');
    expect((await decided(id)).now.problems).toMatchObject([
      { message: '31 June is not a day.', proposal: 'Put right by hand when the plan was brought in.' },
    ]);
    expect((await visitor.open(importPaths.review(id, { show: 'all' }))).words).toContain(
      'Put right by hand',
    );
  });

  it.each(['0', '2', '1.5', '-1', 'one'])('there is no row %s', async (ordinal) => {
    const path = importPaths.milestone(await draft(), '1.1.1', 1).replace(/1$/, ordinal);
    expect((await new PlanVisitor(server).open(path)).status).toBe(404);
  });
});

describe('putting right an action', () => {
  it('takes its words, references as they are typed, and partners a line each', async () => {
    const id = await draft();
    const path = importPaths.action(id, '1.1.1');
    const visitor = new PlanVisitor(server);
    const form = await visitor.open(path);
    expect(form.html).toContain('value="IN 1, XX 7"');
    expect(form.words).toContain('correct row 1');
    const back = await visitor.send(path, {
      text: '  See every child alone ',
      tags: 'in1; ct 02. XX7 and IN 1',
      crossReferences: '1.1.2',
      jointWith: 'The NHS\nThe police, fire and rescue',
    });
    expect(back.path).toContain('action=1.1.1');
    expect((await decided(id)).action).toMatchObject({
      text: 'See every child alone',
      tags: ['IN 1', 'CT 2', 'XX 7'],
      crossReferences: ['1.1.2'],
      jointWith: ['The NHS', 'The police, fire and rescue'],
    });
  });

  it('leaves what the file says to things that are not there', async () => {
    const id = await draft();
    const path = importPaths.action(id, '1.1.1');
    const visitor = new PlanVisitor(server);
    await visitor.open(path);
    const saved = await visitor.send(path, { ...actionFields, text: 'See each child' });
    expect(saved.words).toContain('Corrected action 1.1.1.');
    expect((await decided(id)).action).toMatchObject({ crossReferences: ['9.9.9'], tags: ['IN 1', 'XX 7'] });
  });

  it.each([
    ['no words', { text: ' ' }, 'text', 'Enter what is to be done'],
    [
      'a requirement that is none',
      { tags: 'IN 1, all of them' },
      'tags',
      'Enter each requirement by its reference, like IN 3. “all of them” is not one. The plan’s requirements are IN, XX, CT.',
    ],
    [
      'an action that is not there',
      { crossReferences: '1.1.9' },
      'crossReferences',
      'There is no action 1.1.9 in this plan. Check the reference, or take it out.',
    ],
    [
      'itself',
      { crossReferences: '1.1.1' },
      'crossReferences',
      'An action cannot refer to itself. Take 1.1.1 out, or enter another.',
    ],
  ])('%s is shown again as it was typed, with what to do', async (_name, fields, field, sentence) => {
    const id = await draft();
    const path = importPaths.action(id, '1.1.1');
    const visitor = new PlanVisitor(server);
    await visitor.open(path);
    const again = await visitor.send(path, { ...actionFields, jointWith: 'A partner "typed"', ...fields });
    expect([again.status, again.html.includes(`<a href="#${field}">${sentence}</a>`)]).toEqual([422, true]);
    expect(again.html).toContain('A partner &quot;typed&quot;');
    expect((await decided(id)).found.choices).toEqual([]);
  });

  it('there is no action 9.9.9', async () => {
    const id = await draft();
    expect((await new PlanVisitor(server).open(importPaths.action(id, '9.9.9'))).status).toBe(404);
  });
});
