import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { migrate } from '../../platform/db/index.ts';
import { plainDay } from '../../platform/time/plain-day.ts';
import { holdersOn } from './holdings/holders-on.read.ts';
import { readHoldingHistory } from './holdings/read-holdings.read.ts';

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase({ empty: true });
  folder = await mkdtemp(path.join(tmpdir(), 'throughline-migrations-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

it('keeps what papers said before there were holdings in parts', async () => {
  const files = (await readdir(migrations)).toSorted();
  const before = files.filter((file) => file < '0005');
  const bring = async (names: readonly string[]) => {
    for (const name of names) await cp(path.join(migrations, name), path.join(folder, name));
    expect(await migrate(database.db, folder, () => undefined)).toMatchObject({ kind: 'migrated' });
  };
  await bring(before);
  await sql`insert into identity.person (name) values ('Hazel Nutbourne-Hay'), ('Ravi O’Dea'), ('Tamsin')`.execute(
    database.db,
  );
  await sql`insert into identity.post (title) values ('Interim Head of Safeguarding')`.execute(database.db);
  await sql`insert into identity.holding (post_id, person_id, interim, stated_on, source)
    values (1, 1, true, '2030-06-01', 'Second plan'), (1, 1, true, '2030-04-01', 'First plan')`.execute(
    database.db,
  );
  await bring(files.filter((file) => file >= '0005'));

  expect(await readHoldingHistory(database.db, { postIds: [1] })).toMatchObject([
    {
      manner: 'interim',
      postTitle: 'Head of Safeguarding',
      begins: { since: null, statedOn: '2030-04-01', source: 'First plan' },
    },
  ]);
  expect(await holdersOn(database.db, 1, plainDay(2030, 5, 1))).toMatchObject([
    { personName: 'Hazel Nutbourne-Hay', standing: 'known', statedOn: ['2030-04-01', '2030-06-01'] },
  ]);
  const { rows } = await sql<{
    search: string;
  }>`select search from identity.person_name order by person_id`.execute(database.db);
  expect(rows.map(({ search }) => search)).toEqual(['hazel nutbourne hay', 'ravi odea', 'tamsin']);
});
