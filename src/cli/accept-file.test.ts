import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction, aReading } from '../../test/support/a-reading.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { plainDay } from '../platform/time/plain-day.ts';
import { acceptFile } from './accept-file.ts';

const actor = { kind: 'operator', name: 'Test' } as const;
const may = plainDay(2026, 5, 1);
const newPlan = { plan: { newTitle: 'Ours', programme: 'All' }, inForceFrom: may, opensOn: null };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const file = (ref = '1.1.1') => ({
  fileName: 'plan.txt',
  fileSha256: 'abc',
  document: null,
  columns: {},
  reading: aReading([anAction(ref)]),
});

/** Every row that an import can leave behind. */
async function rows() {
  const { rows: found } = await sql<Record<string, number>>`select
    (select count(*) from planimport.draft) as drafts,
    (select count(*) from improvement.plan) as plans,
    (select count(*) from improvement.programme) as programmes,
    (select count(*) from improvement.plan_version) as versions,
    (select count(*) from audit.event) as events`.execute(database.db);
  return found[0];
}

describe('accepting a file at once', () => {
  it('stores a plan, and says when the same file changes nothing', async () => {
    expect(await acceptFile(database.db, actor, file(), newPlan)).toMatchObject({
      kind: 'accepted',
      version: 1,
    });
    const again = { ...newPlan, plan: { slug: 'ours' } };
    expect(await acceptFile(database.db, actor, file(), again)).toMatchObject({ kind: 'nothing-changed' });
  });

  it.each([
    ['a plan that is not there', { plan: { slug: 'nonesuch' } }, 'no-such-plan'],
    ['the title of a plan there is', {}, 'title-taken'],
    [
      'a day before the version there is',
      { plan: { slug: 'ours' }, inForceFrom: plainDay(2026, 4, 1) },
      'earlier-than-current',
    ],
    [
      'an opening day before the plan',
      { plan: { newTitle: 'Theirs', programme: 'Other' }, opensOn: plainDay(2026, 4, 30) },
      'opens-before-in-force',
    ],
  ])('leaves nothing behind of %s', async (_, asked, kind) => {
    const before = await rows();
    expect(await acceptFile(database.db, actor, file('2.2.2'), { ...newPlan, ...asked })).toMatchObject({
      kind,
    });
    expect(await rows()).toEqual(before);
  });
});
