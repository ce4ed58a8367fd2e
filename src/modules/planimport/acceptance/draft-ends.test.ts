import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction, aReading } from '../../../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { plainDay } from '../../../platform/time/plain-day.ts';
import { draftSource, importDraft } from '../draft/draft.read.ts';
import { openDrafts } from '../start/open-drafts.query.ts';
import { acceptPlan } from './accept-plan.ts';
import { choose } from '../draft/choose.ts';
import { dropImport } from '../start/drop-import.ts';
import { startImport } from '../start/start-import.ts';

const actor = { kind: 'operator', name: 'Test' } as const;
const where = 'Action 1.1.1, line 7';
const reading = aReading([anAction('1.1.1'), anAction('1.1.2')], {
  problems: [
    { kind: 'no-date', where, message: 'No date.', proposal: null, ref: '1.1.1', source: { line: 7 } },
  ],
});
const document = { fileName: 'plan.txt', format: 'txt', remarks: [], blocks: [] } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A draft with one decision, looked at, so that all of it has been kept in memory too. */
async function draft(): Promise<string> {
  const id = await database.db.transaction().execute(async (tx) => {
    const file = {
      fileName: 'plan.txt',
      fileSha256: 'abc',
      document: JSON.stringify(document),
      columns: {},
      reading,
    };
    const { draftId } = await startImport(tx, actor, file);
    await choose(tx, actor, draftId, [{ subject: 'problem:0', choice: 'accept', correction: null }]);
    return draftId;
  });
  await importDraft(database.db, id);
  await draftSource(database.db, id);
  return id;
}

async function accept(draftId: string, version: number | null) {
  const plan = version === null ? { newTitle: 'Ends', programme: 'Ends' } : { slug: 'ends' };
  const given = { draftId, plan, inForceFrom: plainDay(2026, 5, 1), opensOn: null, comparedWith: version };
  return database.db.transaction().execute((tx) => acceptPlan(tx, actor, given));
}

async function eventsAbout(ref: string) {
  const { rows } = await sql<{ type: string; detail: unknown }>`select type, detail from audit.event
    where subject_ref = ${ref} order by sequence`.execute(database.db);
  return rows;
}

describe('a draft that is open', () => {
  it('is listed with what it holds', async () => {
    const id = await draft();
    const listed = (await openDrafts(database.db)).find((open) => open.id === id);
    expect(listed).toMatchObject({ actions: 2, problems: 1, decided: 1 });
  });

  it('tells the trail in words what a decision is about', async () => {
    expect(await eventsAbout(await draft())).toContainEqual({
      type: 'import-choice-made',
      detail: { place: `what is odd at ${where}`, choice: 'accept' },
    });
  });
});

describe('a draft that is dropped', () => {
  it('holds nothing any more of the file, of what was read or of what was decided', async () => {
    const id = await draft();
    await database.db.transaction().execute((tx) => dropImport(tx, actor, id));
    const row = await database.db
      .selectFrom('planimport.draft')
      .select(['document', 'reading'])
      .where('id', '=', id)
      .executeTakeFirst();
    expect(row).toMatchObject({ document: null, reading: { priorities: [], problems: [] } });
    expect(await importDraft(database.db, id)).toMatchObject({ ended: 'dropped', choices: [] });
    expect((await importDraft(database.db, id))?.reading.priorities).toEqual([]);
    expect(await draftSource(database.db, id)).toBeNull();
  });
});

describe('a draft that is accepted', () => {
  it('keeps what was read and decided, and lets go of the words of the file', async () => {
    const id = await draft();
    expect((await accept(id, null)).kind).toBe('accepted');
    expect(await importDraft(database.db, id)).toMatchObject({ hasDocument: false, choices: [{}] });
    expect(await draftSource(database.db, id)).toBeNull();
  });

  it('and changes nothing is told of in the trail', async () => {
    const id = await draft();
    expect((await accept(id, 1)).kind).toBe('nothing-changed');
    expect((await eventsAbout(id)).at(-1)).toEqual({
      type: 'import-changed-nothing',
      detail: { fileSha256: 'abc', title: 'Ends', version: 1 },
    });
  });
});
