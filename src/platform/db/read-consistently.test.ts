import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { readConsistently } from './read-consistently.ts';
import type { Db } from './tables.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ empty: true });
  await sql`create table seen (id int)`.execute(database.db);
});
afterAll(() => database.close());

async function count(db: Db) {
  return (await sql<{ n: number }>`select count(*) as n from seen`.execute(db)).rows[0]?.n;
}

describe('readConsistently', () => {
  it('shows one picture whatever is saved meanwhile', async () => {
    const counts = await readConsistently(database.db, async (db) => {
      const before = await count(db);
      await sql`insert into seen values (1)`.execute(database.db);
      return [before, await count(db)];
    });
    expect(counts).toEqual([0, 0]);
    expect(await count(database.db)).toBe(1);
  });

  it('cannot write', async () => {
    const write = readConsistently(database.db, (db) => sql`insert into seen values (2)`.execute(db));
    await expect(write).rejects.toThrow(/read-only transaction/);
  });
});
