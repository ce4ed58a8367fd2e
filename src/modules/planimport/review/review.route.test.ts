import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { somebodyWhoIs, whoAsksAs } from '../../../../test/support/asking-as.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import type { SourceDocument } from '../../../platform/intake/source-document.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { startImport } from '../start/start-import.ts';
import { addImportRoutes } from '../module.ts';
import { importPaths } from '../paths.ts';
import { importDraft } from '../draft/draft.read.ts';
import { PlanReading, type Problem } from '../../improvement/index.ts';

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

async function draftOf(reading: PlanReading, document: SourceDocument | null = null): Promise<string> {
  const started = await database.db.transaction().execute((tx) =>
    startImport(tx, actor, {
      fileName: 'plan.xlsx',
      fileSha256: Math.random().toString(16),
      document: document === null ? null : JSON.stringify(document),
      columns: {},
      reading,
    }),
  );
  return started.draftId;
}

async function choicesOf(draft: string) {
  return (
    (await importDraft(database.db, draft))?.choices.map(({ subject, choice }) => `${subject} ${choice}`) ??
    []
  );
}

const odd = (kind: string, ref: string | null = null, line = 1): Problem => ({
  kind,
  ref,
  where: ref === null ? `Line ${line}` : `Action ${ref}, line ${line}`,
  message: `This is odd at line ${line}.`,
  proposal: 'It was read all the same.',
  source: { line },
});

const cells = (...texts: readonly string[]) =>
  texts.map((text) => ({ text, parts: text === '' ? [] : [{ kind: 'text' as const, text }] }));

describe('a thousand things to look at', () => {
  let draft: string;
  beforeAll(async () => {
    const problems = Array.from({ length: 1_000 }, (_, index) =>
      odd(index < 600 ? 'year-inferred' : index < 999 ? 'row-shifted' : 'impossible-date', null, index + 1),
    );
    draft = await draftOf(aReading([anAction('1.1.1')], { problems }));
  });

  it('stand 25 to a page, what needs judgement most first, with a count of each kind', async () => {
    const visitor = new PlanVisitor(server);
    const first = await visitor.open(importPaths.review(draft));
    expect(first.html.match(/class="tl-problem"/g)?.length).toBe(25);
    expect(first.html.length).toBeLessThan(150_000);
    expect(first.words).toContain('0 of 1,000 looked at');
    expect(first.words).toContain('Years taken from the rest of the cell (600 to look at)');
    const [days, years] = [
      'Days that do not exist 1 in the file',
      'Years taken from the rest of the cell 600 in the file',
    ];
    expect(first.words.indexOf(days ?? '')).toBeGreaterThan(0);
    expect(first.words.indexOf(days ?? '')).toBeLessThan(first.words.indexOf(years ?? ''));
    const last = await visitor.open(importPaths.review(draft, { page: 40 }));
    expect(last.words).toContain('This is odd at line 999.');
    expect(last.words).not.toContain('line 1.');
    const past = await visitor.open(importPaths.review(draft, { page: 41 }));
    expect(past.words).toContain('This is odd at line 999.');
  });

  it('are narrowed by kind, and the filter outlives a decision', async () => {
    const visitor = new PlanVisitor(server);
    const shown = await visitor.open(importPaths.review(draft, { kind: 'row-shifted', page: 2 }));
    expect(shown.words).toContain('This is odd at line 626.');
    expect(shown.words).not.toContain('Take all 600 as read');
    const saved = await visitor.send(importPaths.problems(draft), {
      'problem-625': 'drop',
      'problem-630': 'accept',
    });
    expect(saved.path).toContain('kind=row-shifted');
    expect(saved.path).toContain('page=2');
    expect(saved.words).toContain('Saved 2 decisions.');
    expect(saved.words).not.toContain('This is odd at line 626.');
    expect(saved.words).toContain('2 of 1,000 looked at');
    const all = await visitor.open(importPaths.review(draft, { kind: 'row-shifted', page: 2, show: 'all' }));
    expect(all.html).toMatch(/name="problem-625" type="radio" value="drop" checked/);
    // Choosing the same again is no new decision.
    await visitor.send(importPaths.problems(draft), { 'problem-625': 'drop' });
    expect(await choicesOf(draft)).toEqual(['problem:625 drop', 'problem:630 accept']);
  });

  it('are taken as read by kind at one press, which changes nothing decided before', async () => {
    const visitor = new PlanVisitor(server);
    const shown = await visitor.open(importPaths.review(draft, { kind: 'row-shifted' }));
    expect(shown.words).toContain('Take all 397 as read');
    const taken = await visitor.send(importPaths.problems(draft), {
      'take-all': 'row-shifted',
      'problem-600': 'drop',
    });
    expect(taken.words).toContain('Saved 397 decisions.');
    expect(taken.words).toContain('Nothing of this kind is left to look at');
    const choices = await choicesOf(draft);
    expect(choices.length).toBe(399);
    expect(choices.filter((choice) => choice.endsWith('drop'))).toEqual([
      'problem:625 drop',
      'problem:600 drop',
    ]);
    const events = await database.db
      .selectFrom('audit.event')
      .select('detail')
      .where('type', '=', 'import-choices-made')
      .where('subject_ref', '=', draft)
      .execute();
    expect(events.map(({ detail }) => detail)).toEqual([{ accept: 396, correct: 0, drop: 1 }]);
  });

  it.each([
    ['nothing chosen', {}],
    ['a thing that is not there', { 'problem-1000': 'accept', 'problem--1': 'drop', 'problem-1e2': 'drop' }],
    ['a choice that is none', { 'problem-3': 'correct', 'problem-4': 'maybe' }],
    ['a kind that is not there', { 'take-all': 'no-such-kind' }],
  ])('%s saves nothing, and says so', async (_name, fields) => {
    const visitor = new PlanVisitor(server);
    await visitor.open(importPaths.review(draft));
    const before = await choicesOf(draft);
    const shown = await visitor.send(importPaths.problems(draft), fields);
    expect(shown.words).toContain('Nothing to save');
    expect(await choicesOf(draft)).toEqual(before);
  });
});

describe('what was read', () => {
  it('stands 30 actions to a page, and a link leads to the page of an action', async () => {
    const actions = Array.from({ length: 95 }, (_, index) => anAction(`1.1.${index + 1}`));
    const draft = await draftOf(aReading(actions));
    const visitor = new PlanVisitor(server);
    const first = await visitor.open(importPaths.review(draft, { priority: 1 }));
    expect(first.html.match(/<article/g)?.length).toBe(30);
    expect(
      (await visitor.open(importPaths.review(draft, { priority: 1, page: 4 }))).html.match(/<article/g)
        ?.length,
    ).toBe(5);
    expect((await visitor.open(importPaths.review(draft, { priority: 1, action: '1.1.61' }))).html).toContain(
      'id="action-1.1.61"',
    );
    expect((await visitor.open(importPaths.review(draft, { priority: 2 }))).status).toBe(404);
  });

  it('stands beside what is printed, with how it was read, and rows put together from two lines beside both', async () => {
    const document: SourceDocument = {
      fileName: 'plan.txt',
      format: 'txt',
      remarks: ['Page numbers 3 to 4 stand among the words.'],
      blocks: [
        {
          kind: 'row',
          cells: cells('1.1.1', 'See every', '31 June'),
          header: false,
          place: { line: 7, page: 3 },
        },
        { kind: 'row', cells: cells('', 'child', '2026'), header: false, place: { line: 9 } },
        { kind: 'row', cells: cells('1.1.2', 'Another', ''), header: false, place: { line: 10 } },
      ],
    };
    const milestones = [
      aMilestone({
        end: '2026-06-30',
        reading: 'corrected',
        source: { line: 7, endLine: 9 },
        leads: ['Ana Brook'],
      }),
    ];
    const draft = await draftOf(aReading([anAction('1.1.1', { milestones, tags: ['IN 1'] })]), document);
    const visitor = new PlanVisitor(server);
    const shown = await visitor.open(importPaths.review(draft, { priority: 1 }));
    expect(shown.words).toContain('Line 7, page 3 1.1.1 See every 31 June Line 9 empty child 2026');
    expect(shown.words).not.toContain('Another');
    expect(shown.words).toContain('by 30 June 2026 Corrected');
    expect((await visitor.open(importPaths.review(draft))).words).toContain(
      'Page numbers 3 to 4 stand among the words.',
    );
  });

  it('shows the requirements and the people too, each with its place', async () => {
    const document: SourceDocument = {
      fileName: 'plan.txt',
      format: 'txt',
      remarks: [],
      blocks: [{ kind: 'row', cells: cells('3', 'See every child'), header: false, place: { line: 4 } }],
    };
    const target = {
      measure: 'Assessments in time',
      comparator: 'at-least' as const,
      value: 80,
      unit: 'per-cent' as const,
      against: null,
      by: '2026-08',
      period: null,
      periodAsPrinted: null,
      thereafter: null,
      baseline: null,
    };
    const reading = aReading([anAction('1.1.1')], {
      requirementSets: [
        {
          code: 'IN',
          title: 'Notice targets',
          requirements: Array.from({ length: 51 }, (_, index) => ({
            ref: `IN ${index + 1}`,
            number: index + 1,
            text: 'See every child',
            section: 'Safeguarding',
            deadline: 'Immediately',
            targets: [target],
            source: { line: 4 },
          })),
        },
      ],
      people: [
        {
          name: 'Ana Brook',
          jobTitle: 'Director',
          interim: true,
          jobShare: false,
          holds: [],
          source: { line: 9 },
        },
      ],
    });
    const draft = await draftOf(reading, document);
    const visitor = new PlanVisitor(server);
    const first = await visitor.open(importPaths.review(draft, { part: 'requirements' }));
    expect(first.words).toContain(
      'Notice targets IN 1 See every child Section Safeguarding Deadline Immediately',
    );
    expect(first.words).toContain(
      'Assessments in time: at least 80%, by August 2026 Line 4 3 See every child',
    );
    expect(first.words).not.toContain('IN 51');
    const second = await visitor.open(importPaths.review(draft, { part: 'requirements', page: 2 }));
    expect(second.words).toContain('Notice targets IN 51');
    const people = await visitor.open(importPaths.review(draft, { part: 'people' }));
    expect(people.words).toContain('Ana Brook Director, interim line 9');
    expect((await visitor.open(importPaths.review(draft, { part: 'else' }))).status).toBe(404);
  });

  it('is dropped and put back, an action as a whole or a row of it, and a correction outlives both', async () => {
    const milestones = [aMilestone({ leads: ['Ana Brook'] }), aMilestone({ leads: ['Bo Marsh'] })];
    const draft = await draftOf(aReading([anAction('2.1.3 (2)', { milestones })]));
    const visitor = new PlanVisitor(server);
    const row = importPaths.milestone(draft, '2.1.3 (2)', 2);
    expect((await visitor.open(row)).words).toContain('Correct row 2 of action 2.1.3 (2)');
    await visitor.send(row, { leads: 'Cy Reed' });
    const dropped = await visitor.send(importPaths.rows(draft), { drop: 'milestone:2.1.3 (2):2' });
    expect(dropped.words).toContain('Dropped row 2 of action 2.1.3 (2). It will not be stored.');
    expect(dropped.path).toContain('priority=1');
    const back = await visitor.send(importPaths.rows(draft), { back: 'milestone:2.1.3 (2):2' });
    expect(back.words).toContain('Put back row 2 of action 2.1.3 (2).');
    expect(back.words).toContain('Cy Reed');
    const whole = await visitor.send(importPaths.rows(draft), { drop: 'action:2.1.3 (2)' });
    expect(whole.words).toContain('Dropped: will not be stored');
    // A row of a dropped action cannot be dropped on its own.
    expect(whole.html).not.toContain('value="milestone:');
    await visitor.send(importPaths.rows(draft), { back: 'action:2.1.3 (2)' });
    expect((await choicesOf(draft)).slice(-1)).toEqual(['action:2.1.3 (2) accept']);
  });

  it.each(['action:9.9.9', 'milestone:1.1.1:2', 'milestone:1.1.1:01', 'problem:0', 'nothing', ''])(
    'a row that is not there (%s) cannot be dropped',
    async (subject) => {
      const draft = await draftOf(
        aReading([anAction('1.1.1', { milestones: [aMilestone()] })], { problems: [odd('no-date')] }),
      );
      const visitor = new PlanVisitor(server);
      await visitor.open(importPaths.review(draft, { priority: 1 }));
      expect((await visitor.send(importPaths.rows(draft), { drop: subject })).status).toBe(404);
      expect(await choicesOf(draft)).toEqual([]);
    },
  );

  it('is saved as a file as decided, and read again from it', async () => {
    const columns = [{ heading: 'Ref', role: 'ref' as const }];
    const draft = await draftOf(aReading([anAction('1.1.1'), anAction('1.1.2')], { columns }));
    const visitor = new PlanVisitor(server);
    await visitor.open(importPaths.review(draft, { priority: 1 }));
    await visitor.send(importPaths.rows(draft), { drop: 'action:1.1.1' });
    const file = await visitor.open(importPaths.reading(draft));
    const reading = PlanReading.parse(JSON.parse(file.html));
    expect(reading.priorities[0]?.outcomes[0]?.actions.map(({ ref }) => ref)).toEqual(['1.1.2']);
    await visitor.open(importPaths.start());
    const again = await visitor.upload(importPaths.start(), {
      fileName: 'plan.reading.json',
      bytes: file.html,
    });
    expect(again.words).toContain('Check and accept 1 action');
    expect(again.words).toContain('brought in as a reading, which has no table to read again');
  });
});

describe('hostile words in a file', () => {
  const hostile = `<script>alert(1)</script> <img src=x onerror=alert(2)> "' =cmd|'/C calc'!A0 \u202e`;

  it.each(['problems', 'rows', 'action', 'milestone', 'accept', 'drop'] as const)(
    'are words on the page of %s',
    async (where) => {
      const problem = {
        ...odd('<script>alert(3)</script>', '1.1.1'),
        where: hostile,
        message: hostile,
        proposal: hostile,
      };
      const action = anAction('1.1.1', {
        text: hostile,
        tags: [hostile],
        jointWith: [hostile],
        milestones: [
          aMilestone({ leads: [hostile], measures: [hostile], recurrence: hostile, source: { line: 1 } }),
        ],
      });
      const reading = aReading([action], {
        title: hostile,
        problems: [problem],
        columns: [{ heading: hostile, role: 'ref' }],
      });
      const draft = await draftOf(reading, {
        fileName: hostile,
        format: 'csv',
        remarks: [hostile],
        blocks: [{ kind: 'row', cells: cells(hostile), header: false, place: { line: 1 } }],
      });
      const path = {
        problems: importPaths.review(draft),
        rows: importPaths.review(draft, { priority: 1 }),
        action: importPaths.action(draft, '1.1.1'),
        milestone: importPaths.milestone(draft, '1.1.1', 1),
        accept: importPaths.accept(draft),
        drop: importPaths.drop(draft),
      }[where];
      const { status, html, words } = await new PlanVisitor(server).open(path);
      expect(status).toBe(200);
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img');
      expect(words.includes("=cmd|'/C calc'!A0")).toBe(where !== 'drop');
    },
  );
});

describe('what each column holds', () => {
  const table = [
    'Ref,What we will do,When,Who',
    '1,See every child,30 June 2026,Ana Brook',
    '2,Train every team,,Bo Marsh',
  ].join('\n');

  async function review(): Promise<{ visitor: PlanVisitor; draft: string }> {
    const visitor = new PlanVisitor(server);
    await visitor.open(importPaths.start());
    const { path } = await visitor.upload(importPaths.start(), {
      fileName: 'plan.csv',
      bytes: `${table}\n${Math.random()},,,`,
    });
    return { visitor, draft: path.split('/').at(-1) ?? '' };
  }

  it('can be said otherwise: the file is read again, and what was decided is let go', async () => {
    const { visitor, draft } = await review();
    await visitor.open(importPaths.review(draft, { priority: 1 }));
    await visitor.send(importPaths.rows(draft), { drop: 'action:1' });
    const warned = await visitor.open(importPaths.review(draft));
    expect(warned.words).toContain('lets go of the 1 decision made so far');
    const again = await visitor.send(importPaths.columns(draft), { 'column-3': 'measure' });
    expect(again.words).toContain('The file was read again with the columns as you said.');
    expect(await choicesOf(draft)).toEqual([]);
    const read = (await importDraft(database.db, draft))?.reading;
    const [row] = read?.priorities[0]?.outcomes[0]?.actions[0]?.milestones ?? [];
    expect([row?.leads, row?.measures]).toEqual([[], ['Ana Brook']]);
    // What was said before still holds when another column is said.
    await visitor.send(importPaths.columns(draft), { 'column-2': 'ignore' });
    const third = (await importDraft(database.db, draft))?.reading.priorities[0]?.outcomes[0]?.actions[0]
      ?.milestones[0];
    expect([third?.end, third?.measures]).toEqual([null, ['Ana Brook']]);
  });

  it('said as it was reads nothing again, and lets nothing go', async () => {
    const { visitor, draft } = await review();
    await visitor.open(importPaths.review(draft, { priority: 1 }));
    await visitor.send(importPaths.rows(draft), { drop: 'action:1' });
    await visitor.open(importPaths.review(draft));
    const same = await visitor.send(importPaths.columns(draft), {
      'column-0': 'ref',
      'column-9': 'lead',
      'column-1': 'nonsense',
    });
    expect(same.words).toContain('so nothing was read again');
    expect(await choicesOf(draft)).toEqual(['action:1 drop']);
  });

  it('said by two at once: one reading is taken, and the other is told', async () => {
    const { visitor, draft } = await review();
    const other = new PlanVisitor(server);
    await Promise.all([visitor, other].map((one) => one.open(importPaths.review(draft))));
    const sent = await Promise.all([
      visitor.send(importPaths.columns(draft), { 'column-3': 'measure' }),
      other.send(importPaths.columns(draft), { 'column-3': 'ignore' }),
    ]);
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(sent.some(({ words }) => words.includes('The file was read again meanwhile'))).toBe(true);
  });

  it('changed by somebody else meanwhile: a decision about the rows of before is not saved', async () => {
    const { visitor, draft } = await review();
    const other = new PlanVisitor(server);
    await other.open(importPaths.review(draft, { priority: 1 }));
    await visitor.open(importPaths.review(draft));
    await visitor.send(importPaths.columns(draft), { 'column-3': 'measure' });
    const late = await other.send(importPaths.rows(draft), { drop: 'action:1' });
    expect([late.status, late.words.includes('The file was read again meanwhile')]).toEqual([409, true]);
    expect(await choicesOf(draft)).toEqual([]);
  });
});
