import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { aPerson, somebodyWhoIs, TEST_DAY, whoAsksAs } from '../../../../test/support/asking-as.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import { addSomebody, recordJudgement } from '../../../../test/support/recorded-facts.ts';
import type { Asker } from '../../identity/index.ts';
import { choose } from '../draft/choose.ts';
import { startImport } from '../start/start-import.ts';
import { addImportRoutes } from '../module.ts';
import { importPaths } from '../paths.ts';
import { draftThing } from '../permissions.ts';

const operator = { kind: 'operator', name: 'Test' } as const;

let database: TestDatabase;
let manager: Asker;
beforeAll(async () => {
  database = await openTestDatabase();
  manager = await somebodyWhoIs(database.db, 'programme-manager');
  await signsIn(manager.personId ?? 0, 'ana');
});
afterAll(() => database.close());

async function signsIn(personId: number, name: string): Promise<void> {
  await database.db
    .insertInto('access.account')
    .values({ person_id: personId, sign_in_name: `${name}@example.org` })
    .execute();
}

async function somebodyWhoSignsIn(name: string): Promise<number> {
  const personId = await addSomebody(database.db, name);
  await signsIn(personId, name.replaceAll(' ', '.'));
  return personId;
}

const odd = (line: number) => ({
  kind: 'no-date',
  ref: '1.1.1',
  where: `Action 1.1.1, line ${line}`,
  message: `Odd at line ${line}.`,
  proposal: null,
  source: { line },
});

async function aDraft(): Promise<string> {
  const milestones = [aMilestone({ leads: ['Ana Brook'] }), aMilestone({ leads: ['Bo Marsh'] })];
  const reading = aReading([anAction('1.1.1', { milestones }), anAction('1.1.2')], {
    problems: [odd(1), odd(2), odd(3), odd(4)],
    columns: [{ heading: 'Ref', role: 'ref' }],
  });
  return database.db.transaction().execute(async (tx) => {
    const file = {
      fileName: 'secret plan.txt',
      fileSha256: Math.random().toString(16),
      document: JSON.stringify({ fileName: 'secret plan.txt', format: 'txt', remarks: [], blocks: [] }),
      columns: {},
      reading,
    };
    const { draftId } = await startImport(tx, operator, file);
    await choose(tx, operator, draftId, [
      { subject: 'problem:0', choice: 'accept', correction: null },
      { subject: 'problem:1', choice: 'drop', correction: null },
      { subject: 'action:1.1.2', choice: 'drop', correction: null },
    ]);
    return draftId;
  });
}

async function as(asker: Asker): Promise<PlanVisitor> {
  const server = await bareServer(whoAsksAs(asker));
  addImportRoutes(server, { db: database.pagesDb });
  return new PlanVisitor(server);
}

async function eventsOf(type: string) {
  const rows = await database.db
    .selectFrom('audit.event')
    .select('detail')
    .where('type', '=', type)
    .execute();
  return rows.map(({ detail }) => detail);
}

describe('who may see a draft', () => {
  it('is linked from the draft, and says who may see it and why', async () => {
    const [draft, ana] = [await aDraft(), await as(manager)];
    expect((await ana.open(importPaths.review(draft))).html).toContain(
      `href="${importPaths.readers(draft)}"`,
    );
    const { status, words } = await ana.open(importPaths.readers(draft));
    expect(status).toBe(200);
    expect(words).toContain('Ana Brook Programme manager since 1 January 2026 Read it and decide about it');
    expect(words).toContain('Open to nobody else');
    expect(words).toContain('Nobody is shut out');
  });

  it('is opened to one person, told of in the trail, and ended again', async () => {
    const [draft, ana, bo] = [await aDraft(), await as(manager), await somebodyWhoSignsIn('Bo Marsh')];
    await ana.open(importPaths.readers(draft));
    const opened = await ana.send(importPaths.readers(draft), {
      what: 'open',
      openPerson: String(bo),
      openReason: 'Leads action 1.1.1',
      'openUntil-day': '30',
      'openUntil-month': '12',
      'openUntil-year': '2030',
    });
    expect(opened.words).toContain('Opened this draft to Bo Marsh.');
    expect(opened.words).toContain('Bo Marsh Need to know since 12 May 2026 Read it');
    expect(opened.words).toContain('Since 12 May 2026 to 30 December 2030 Leads action 1.1.1 Ana Brook');
    expect(await eventsOf('need-to-know-given')).toContainEqual({
      kind: 'import',
      ref: draft,
      person: String(bo),
      from: '2026-05-12',
      until: '2030-12-30',
      reason: 'Leads action 1.1.1',
    });
    const value = /need-to-know:\d+/.exec(opened.html)?.[0] ?? '';
    const ended = await ana.send(importPaths.readers(draft), { end: value });
    expect(ended.words).toContain('Ended. The draft is open to them no longer.');
    expect(ended.words).toContain('Open to nobody else');
    const again = await ana.send(importPaths.readers(draft), { end: value });
    expect(again.words).toContain('It had ended already.');
  });

  it.each([
    ['nobody chosen', {}, 'Choose who needs to know'],
    ['no reason', { openPerson: 'bo' }, 'Enter the reason, so that others can follow it'],
    [
      'a day that is none',
      { openPerson: 'bo', openReason: 'x', ...boxes('openFrom', '31 6 2026') },
      'The first day must be a real day',
    ],
    [
      'a day that is past',
      { openPerson: 'bo', openReason: 'x', ...boxes('openFrom', '11 5 2026') },
      'The first day must be today or a later day',
    ],
    [
      'an end before it begins',
      { openPerson: 'bo', openReason: 'x', ...boxes('openUntil', '11 5 2026') },
      'The last day must be the first day or a later one',
    ],
    [
      'somebody who cannot sign in',
      { openPerson: '999999', openReason: 'x' },
      'They can no longer sign in. Choose somebody else',
    ],
    [
      'who may see it already',
      { openPerson: 'ana', openReason: 'x' },
      'Ana Brook may see it already: programme manager since 1 January 2026',
    ],
  ] as const)('%s: the page says so beside the field, and opens nothing', async (_name, fields, sentence) => {
    const [draft, ana] = [await aDraft(), await as(manager)];
    const bo = await somebodyWhoSignsIn(`Bo ${Math.random()}`);
    await ana.open(importPaths.readers(draft));
    const people: Readonly<Record<string, string>> = { bo: String(bo), ana: String(manager.personId) };
    const typed = Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, people[value] ?? value]),
    );
    const before = (await eventsOf('need-to-know-given')).length;
    const { status, words, html } = await ana.send(importPaths.readers(draft), { what: 'open', ...typed });
    expect(status).toBe(422);
    expect(words).toContain('Error: Who may see this draft');
    expect(words).toContain(sentence);
    for (const [, id] of html.matchAll(/<li><a href="#([^"]+)">/g)) expect(html).toContain(`id="${id}"`);
    expect((await eventsOf('need-to-know-given')).length).toBe(before);
  });

  it('is shut to somebody with an interest, to whom it cannot then be opened', async () => {
    const [draft, ana, cy] = [await aDraft(), await as(manager), await somebodyWhoSignsIn('Cy Reed')];
    await ana.open(importPaths.readers(draft));
    const shut = await ana.send(importPaths.readers(draft), {
      what: 'shut',
      shutPerson: String(cy),
      shutReason: 'Owns the firm',
    });
    expect(shut.words).toContain('Cy Reed can no longer see this draft.');
    expect(shut.words).toContain('Owns the firm Ana Brook');
    const open = await ana.send(importPaths.readers(draft), {
      what: 'open',
      openPerson: String(cy),
      openReason: 'x',
    });
    expect([open.status, open.words.includes('Cy Reed is shut out because of an interest.')]).toEqual([
      422,
      true,
    ]);
    const twice = await ana.send(importPaths.readers(draft), {
      what: 'shut',
      shutPerson: String(cy),
      shutReason: 'x',
    });
    expect([twice.status, twice.words.includes('Cy Reed is shut out already')]).toEqual([422, true]);
    const ended = await ana.send(importPaths.readers(draft), {
      end: /interest:\d+/.exec(twice.html)?.[0] ?? '',
    });
    expect(ended.words).toContain('Ended. The interest no longer shuts them out.');
  });

  it('a programme manager who records their own interest is led away from it', async () => {
    const di = await somebodyWhoIs(database.db, 'programme-manager', 'Di Lane');
    await signsIn(di.personId ?? 0, 'di');
    const [draft, visitor] = [await aDraft(), await as(di)];
    await visitor.open(importPaths.readers(draft));
    const shown = await visitor.send(importPaths.readers(draft), {
      what: 'shut',
      shutPerson: String(di.personId),
      shutReason: 'Wrote it',
    });
    expect([shown.status, shown.path]).toEqual([200, importPaths.start()]);
    expect(shown.words).toContain('You can no longer see that draft');
    // The rows say so at once, whatever the grounds of this asker, which were read before.
    expect(shown.html).not.toContain(draft);
    expect((await visitor.open(importPaths.readers(draft))).status).toBe(404);
  });

  it.each(['need-to-know:0', 'interest:1e9', 'need-to-know:99999999', 'role:1', "interest:1' or true --"])(
    'there is nothing to end by %s',
    async (end) => {
      const [draft, ana] = [await aDraft(), await as(manager)];
      await ana.open(importPaths.readers(draft));
      const before =
        (await eventsOf('need-to-know-ended')).length + (await eventsOf('interest-ended')).length;
      const { status } = await ana.send(importPaths.readers(draft), { end });
      expect([200, 422]).toContain(status);
      expect((await eventsOf('need-to-know-ended')).length + (await eventsOf('interest-ended')).length).toBe(
        before,
      );
    },
  );
});

describe('somebody to whom a draft was opened to read', () => {
  async function reader(draft: string): Promise<PlanVisitor> {
    const personId = await addSomebody(database.db, 'Ed Holt');
    const thing = draftThing(draft);
    await recordJudgement(database.db, 'need-to-know', { personId, thing });
    return as(aPerson(personId, [{ kind: 'need-to-know', thing, from: TEST_DAY, to: null }], 'Ed Holt'));
  }

  it.each([
    ['the things to look at', {}],
    ['what was read', { priority: 1 }],
  ])('reads %s without a form, a button or a link that changes it', async (_name, query) => {
    const draft = await aDraft();
    const { status, html, words } = await (await reader(draft)).open(importPaths.review(draft, query));
    expect(status).toBe(200);
    expect(words).toContain('This draft was opened to you to read');
    expect(html).not.toContain('method="post"');
    expect(html).not.toMatch(/<button[^>]*name=/);
    expect(html).not.toContain('type="radio"');
    const links = [...html.matchAll(/href="(\/plan\/import[^"#?]*)/g)].map(([, href]) => href);
    expect(new Set(links)).toEqual(new Set([importPaths.review(draft), importPaths.reading(draft)]));
    expect(words).not.toContain('Import a plan');
    expect(words).not.toMatch(/Take all|Correct row|Correct action|Put back|Check and accept/);
  });

  it('is told in words what was decided, of things looked at and of rows', async () => {
    const draft = await aDraft();
    const visitor = await reader(draft);
    const things = await visitor.open(importPaths.review(draft));
    expect(things.words).toContain(
      'Odd at line 1. The file’s own words are not kept for this one. Taken as read',
    );
    expect(things.words).toContain(
      'Odd at line 2. The file’s own words are not kept for this one. Remark dropped',
    );
    expect(things.words).toContain('Nobody has looked at it yet');
    expect(things.words).toContain('2 of 4 looked at');
    expect(things.words).toContain('What each column was taken to hold Ref');
    expect((await visitor.open(importPaths.review(draft, { priority: 1 }))).words).toContain(
      'Dropped: will not be stored',
    );
  });

  it('each look stands in the trail, with the ground', async () => {
    const draft = await aDraft();
    const visitor = await reader(draft);
    await visitor.open(importPaths.review(draft));
    await visitor.open(importPaths.reading(draft));
    const reads = await database.db
      .selectFrom('audit.event')
      .select('detail')
      .where('type', '=', 'restricted-thing-read')
      .where('subject_ref', '=', draft)
      .execute();
    expect(reads.map(({ detail }) => detail)).toEqual([
      { ground: 'need to know since 12 May 2026' },
      { ground: 'need to know since 12 May 2026' },
    ]);
  });

  it('cannot see who else may, nor change anything by an address', async () => {
    const draft = await aDraft();
    const visitor = await reader(draft);
    for (const path of [
      importPaths.start(),
      importPaths.readers(draft),
      importPaths.seen(draft),
      importPaths.accept(draft),
      importPaths.drop(draft),
    ])
      expect([path, (await visitor.open(path)).status]).toEqual([path, 403]);
  });
});

/** The three boxes of a day, from its parts. */
function boxes(name: string, parts: string): Readonly<Record<string, string>> {
  const [day = '', month = '', year = ''] = parts.split(' ');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}
