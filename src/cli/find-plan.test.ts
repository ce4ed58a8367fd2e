import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { acceptPlan, startImport } from '../modules/planimport/index.ts';
import { plainDay } from '../platform/time/plain-day.ts';
import { findPlan } from './find-plan.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const may = plainDay(2026, 5, 1);
const opensOn = plainDay(2026, 6, 15);

async function bringIn(title: string): Promise<void> {
  const actor = { kind: 'operator', name: 'Test' } as const;
  await database.db.transaction().execute(async (tx) => {
    const reading = aReading([anAction('1.1.1', { milestones: [aMilestone()] })]);
    const { draftId } = await startImport(tx, actor, {
      fileName: `${title}.txt`,
      fileSha256: title,
      document: null,
      columns: {},
      reading,
    });
    const plan = { newTitle: title, programme: title };
    await acceptPlan(tx, actor, { draftId, plan, inForceFrom: may, opensOn, comparedWith: null });
  });
}

const sentences = async (...which: [string | undefined, ReturnType<typeof plainDay> | undefined]) => {
  const found = await findPlan(database.db, ...which);
  return found.kind === 'problem' ? found.sentences : [];
};

describe('which plan a command means', () => {
  it('says how to bring one in where there is none', async () => {
    expect((await sentences(undefined, undefined))[0]).toMatch(/^There is no plan yet\. Bring one in with/);
  });

  it('takes the only one at its own opening day, or the day that is asked for', async () => {
    await bringIn('Getting better');
    expect(await findPlan(database.db, undefined, undefined)).toMatchObject({
      kind: 'found',
      plan: { slug: 'getting-better', on: opensOn },
    });
    expect(await findPlan(database.db, 'getting-better', may)).toMatchObject({ plan: { on: may } });
  });

  it('says so on a day before there was one', async () => {
    expect(await sentences(undefined, plainDay(2026, 4, 30))).toEqual([
      'There was no version of Getting better on 30 April 2026: its first is in force from 1 May 2026.',
    ]);
  });

  it('names those there are, where one is not or several are', async () => {
    await bringIn('Better still');
    expect(await sentences('worse', undefined)).toEqual([
      'There is no plan called worse. There is:',
      '  better-still  Better still',
      '  getting-better  Getting better',
    ]);
    expect((await sentences(undefined, undefined))[0]).toBe('There are several plans. Name one of them:');
  });
});
