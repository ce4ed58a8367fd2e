import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ empty: true });
});
afterAll(() => database.close());

async function read(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.db);
  return rows[0]?.value;
}

describe('a value read from a real server', () => {
  it.each([
    // A day in British Summer Time, which as a moment would be 14 June at 23:00.
    [`date '2026-06-15'`, '2026-06-15'],
    [`date '0044-03-15 BC'`, '0044-03-15 BC'],
    [`date 'infinity'`, 'infinity'],
    [`array[date '2026-06-15', null]`, ['2026-06-15', null]],
    [`daterange('2026-06-15', '2026-07-01')`, '[2026-06-15,2026-07-01)'],
    [`daterange('2026-06-15', null)`, '[2026-06-15,)'],
    [`9007199254740991::bigint`, 9_007_199_254_740_991],
    [`(-3)::bigint`, -3],
    [`array[1, null, 3]::bigint[]`, [1, null, 3]],
    [`count(*)`, 1],
    [`sum(2::bigint)`, 2],
    [`1.25::numeric`, 1.25],
    [`(select avg(x) from (values (1), (2)) as numbers(x))`, 1.5],
    [`array[1.5, 2.25]::numeric[]`, [1.5, 2.25]],
    [`timestamptz '2026-06-15 12:00:00+01'`, new Date('2026-06-15T11:00:00Z')],
    [`timestamp '2026-06-15 12:00:00'`, '2026-06-15 12:00:00'],
    [`interval '1 month 2 days'`, 'P1M2D'],
    [`true`, true],
    [`null::date`, null],
    [`'{"day": "2026-06-15", "n": 2}'::jsonb`, { day: '2026-06-15', n: 2 }],
    [`current_setting('TimeZone')`, 'UTC'],
  ])('%s', async (expression, expected) => {
    expect(await read(expression)).toEqual(expected);
  });

  it.each([
    '9007199254740993::bigint',
    `'NaN'::numeric`,
    '1e20::numeric',
    'array[9007199254740993]::bigint[]',
  ])('refuses %s, which would be read wrong', async (expression) => {
    await expect(read(expression)).rejects.toThrow(RangeError);
  });

  it('goes back in as it came out', async () => {
    const { rows } = await sql<{
      same: boolean;
    }>`select ${'2026-06-15'}::date = date '2026-06-15' as same`.execute(database.db);
    expect(rows[0]?.same).toBe(true);
  });
});
