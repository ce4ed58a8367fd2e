import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction, aReading } from '../../../../test/support/a-reading.ts';
import { somebodyWhoIs, whoAsksAs } from '../../../../test/support/asking-as.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import { addSomebody, recordJudgement, recordRole } from '../../../../test/support/recorded-facts.ts';
import { addDays, dayInLondon, formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { recordRead } from '../../audit/index.ts';
import { startImport } from '../start/start-import.ts';
import { addImportRoutes } from '../module.ts';
import { importPaths } from '../paths.ts';
import { draftThing } from '../permissions.ts';

const early = '2026-01-01T09:00:00Z';

let database: TestDatabase;
let auditor: PlanVisitor;
let draft: string;
/** The draft is brought in now, by the database's clock; pages are asked as at days about it. */
let today: PlainDay;
beforeAll(async () => {
  database = await openTestDatabase();
  today = dayInLondon(new Date());
  const manager = await addSomebody(database.db, 'Ana Brook');
  await recordRole(database.db, { role: 'programme-manager', personId: manager, at: early });
  draft = await database.db.transaction().execute(async (tx) => {
    const reading = aReading([anAction('1.1.1', { text: 'A secret action' })], { title: 'A secret plan' });
    const file = { fileName: 'secret.txt', fileSha256: 'x', document: null, columns: {}, reading };
    return (await startImport(tx, { kind: 'person', name: 'Ana Brook', personId: manager }, file)).draftId;
  });
  const reader = await addSomebody(database.db, '=cmd|calc');
  await recordJudgement(database.db, 'need-to-know', {
    personId: reader,
    thing: draftThing(draft),
    at: early,
  });
  const shut = await addSomebody(database.db, 'Cy Reed');
  await recordRole(database.db, { role: 'programme-manager', personId: shut, at: early });
  await recordJudgement(database.db, 'interest', { personId: shut, thing: draftThing(draft), at: early });
  const clerk = await addSomebody(database.db, 'Di Lane');
  await recordRole(database.db, { role: 'clerk', personId: clerk, at: early });
  await recordRead(
    database.db,
    { kind: 'person', name: 'Bo Marsh', personId: reader },
    draftThing(draft),
    'need to know since 1 January 2026',
  );
  const server = await bareServer({
    ...whoAsksAs(await somebodyWhoIs(database.db, 'auditor', 'Ed Holt')),
    clock: () => new Date(),
  });
  addImportRoutes(server, { db: database.pagesDb });
  auditor = new PlanVisitor(server);
});
afterAll(() => database.close());

describe('who could see a draft on a day, and who did', () => {
  it('names them with their grounds, and nobody who was shut out or had another role', async () => {
    const { status, words, html } = await auditor.open(importPaths.seen(draft));
    expect(status).toBe(200);
    expect(words).toContain(`Who could see it on ${formatDay(today)}, and who did`);
    expect(words).toContain('Ana Brook Programme manager since 1 January 2026 Read it and decide about it');
    expect(words).toContain('=cmd|calc Need to know since 1 January 2026 Read it');
    expect(words).not.toContain('Cy Reed');
    expect(words).not.toContain('Di Lane');
    expect(words).toMatch(/at \d+:\d\d[ap]m Bo Marsh Need to know since 1 January 2026/);
    expect(html).toMatch(/href="\/audit\/event\/\d+"/);
  });

  it('says when it was brought in and by whom, and nothing of what is in it', async () => {
    const { words, html } = await auditor.open(importPaths.seen(draft));
    expect(words).toMatch(/Brought in .* at \d+:\d\d[ap]m By Ana Brook/);
    for (const secret of ['secret.txt', 'A secret plan', 'A secret action'])
      expect(html).not.toContain(secret);
  });

  it('nobody could before the day on which it was brought in', async () => {
    const { words } = await auditor.open(importPaths.seen(draft, { on: addDays(today, -1) }));
    expect(words).toContain('Nobody could see it on that day');
    expect(words).toContain(`It was brought in on ${formatDay(today)}. Choose that day or a later one.`);
    expect(words).toContain('Nobody looked at it on that day');
  });

  it('is saved as a file in which no name can run as a formula', async () => {
    const { status, html } = await auditor.open(importPaths.seenFile(draft));
    expect(status).toBe(200);
    expect(html).toContain(`"${today}","Ana Brook","Could read it and decide about it"`);
    expect(html).toContain(`"'=cmd|calc"`);
    expect(html).toContain('"Bo Marsh","Read it","need to know since 1 January 2026"');
    expect(html).not.toContain('secret');
  });

  it('reading it stands in the trail itself', async () => {
    const { sequence } = await database.db
      .selectFrom('audit.event')
      .select('sequence')
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    await auditor.open(importPaths.seen(draft));
    const after = await database.db
      .selectFrom('audit.event')
      .select(['type', 'subject_kind', 'subject_ref', 'detail'])
      .where('sequence', '>', sequence)
      .execute();
    expect(after).toEqual([
      {
        type: 'restricted-thing-read',
        subject_kind: 'audit-trail',
        subject_ref: `who could see import ${draft} on ${today}`,
        detail: { ground: 'auditor since 1 January 2026' },
      },
    ]);
  });

  it.each(['nothing', '387fc867-4087-4cd3-8b7a-4b670c42a58e', "' or true --"])(
    'of no draft %s',
    async (id) => {
      for (const path of [
        importPaths.seen(encodeURIComponent(id)),
        importPaths.seenFile(encodeURIComponent(id)),
      ])
        expect((await auditor.open(path)).status).toBe(404);
    },
  );
});
