import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connect } from './connect.ts';
import { isDatabaseAway } from './database-away.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ empty: true });
});
afterAll(() => database.close());

/** What a query says that is run there. */
async function failure(url: string, query = sql`select 1`): Promise<unknown> {
  const db = connect({ url }, { most: 1, statementTimeout: 100 });
  try {
    return await query.execute(db);
  } catch (error) {
    return error;
  } finally {
    await db.destroy();
  }
}

describe('a database that is away', () => {
  it.each([
    ['nobody listens', 'postgres://a@127.0.0.1:1/a'],
    ['there is no socket', 'postgres://a@localhost/a?host=/no/such/folder'],
    ['no machine has the name', 'postgres://a@no-such-machine.invalid/a'],
  ])('is known by what the driver says where %s', async (_what, url) => {
    expect(isDatabaseAway(await failure(url))).toBe(true);
  });

  it('is known where the connection ends under a statement', async () => {
    const error = await failure(database.url, sql`select pg_terminate_backend(pg_backend_pid())`);
    expect(isDatabaseAway(error)).toBe(true);
    expect(isDatabaseAway(new Error('Not done', { cause: error }))).toBe(true);
  });

  it.each([
    ['a query that is wrong', sql`select nothing from nowhere`],
    ['a statement that takes too long', sql`select pg_sleep(60)`],
    ['a value that cannot be', sql`select 1 / 0`],
  ])('is not %s', async (_what, query) => {
    const error = await failure(database.url, query);
    expect(error).toBeInstanceOf(Error);
    expect(isDatabaseAway(error)).toBe(false);
  });

  it('is not any other fault of ours', () => {
    expect(
      isDatabaseAway(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })),
    ).toBe(false);
    expect(isDatabaseAway('ECONNRESET')).toBe(false);
  });
});
