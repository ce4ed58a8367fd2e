import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connect } from './connect.ts';
import { migrate, pendingMigrations } from './migrate.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await openTestDatabase({ empty: true });
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

const run = () => migrate(database.db, folder, () => undefined);

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' order by 1`.execute(database.db);
  return rows.map(({ name }) => name);
}

describe('migrate', () => {
  it('applies each file once, in order, and says which', async () => {
    await write({
      '0002_b.sql': 'create table b (a int references a)',
      '0001_a.sql': 'create table a (id int primary key)',
    });
    const steps: string[] = [];
    expect(await migrate(database.db, folder, (step) => steps.push(step))).toEqual({
      kind: 'migrated',
      applied: ['0001_a', '0002_b'],
      total: 2,
    });
    expect(steps).toEqual(['Migrating the database: 0001_a', 'Migrating the database: 0002_b']);
    expect(await run()).toEqual({ kind: 'migrated', applied: [], total: 2 });
    await write({ '0003_c.sql': 'create table c ()' });
    expect(await pendingMigrations(database.db, folder)).toEqual(['0003_c']);
    expect(await run()).toEqual({ kind: 'migrated', applied: ['0003_c'], total: 3 });
    expect(await tables()).toEqual(['a', 'b', 'c']);
  });

  it('takes several statements and a function with semicolons in it', async () => {
    await write({
      '0001_a.sql': `-- a comment; with a semicolon
        create table a (id int);
        create function f() returns int language plpgsql as $$ begin return 1; end; $$;
        insert into a values (f());`,
    });
    expect((await run()).kind).toBe('migrated');
    expect((await sql`select id from a`.execute(database.db)).rows).toEqual([{ id: 1 }]);
  });

  it('keeps nothing of a file that fails, and what ran before it', async () => {
    await write({
      '0001_a.sql': 'create table a ();',
      '0002_b.sql': 'create table b ();\n\nselect nonsense;',
    });
    expect(await run()).toEqual({
      kind: 'problem',
      message:
        'The migration 0002_b.sql failed at line 3: column "nonsense" does not exist. Nothing of it was kept; the database is as it was before it.',
    });
    expect(await tables()).toEqual(['a']);
    await write({ '0002_b.sql': 'create table b ();' });
    expect(await run()).toEqual({ kind: 'migrated', applied: ['0002_b'], total: 2 });
  });

  it.each([
    [
      'a file that changed after it ran',
      { '0001_a.sql': 'create table other ()' },
      /0001_a\.sql has changed since it ran/,
    ],
    [
      'a number in between',
      { '0003_c.sql': 'create table c ()' },
      /0003_c\.sql comes before 0005_e, which has already run/,
    ],
    ['a name of another form', { '6_f.sql': '' }, /6_f\.sql .* must be named like 0001_audit\.sql/],
    ['two files of one number', { '0005_other.sql': '' }, /same number: 0005_e\.sql and 0005_other\.sql/],
    [
      'a file that ends its own transaction',
      { '0006_f.sql': 'create table f (); commit;' },
      /ends its own transaction/,
    ],
  ])('refuses %s', async (_, change, sentence) => {
    await write({ '0001_a.sql': 'create table a ()', '0005_e.sql': 'create table e ()' });
    await run();
    await write(change);
    const result = await run();
    expect(result).toMatchObject({ kind: 'problem', message: expect.stringMatching(sentence) });
  });

  it('refuses a database that a newer version has migrated', async () => {
    await write({ '0001_a.sql': 'create table a ()', '0002_b.sql': 'create table b ()' });
    await run();
    await rm(join(folder, '0002_b.sql'));
    expect(await run()).toMatchObject({
      kind: 'problem',
      message: expect.stringContaining('made by a newer Throughline'),
    });
  });

  it('does not mind how lines end', async () => {
    await write({ '0001_a.sql': 'create table a (\n id int\n)' });
    await run();
    await write({ '0001_a.sql': 'create table a (\r\n id int\r\n)' });
    expect((await run()).kind).toBe('migrated');
  });

  it('is safe when several processes do it at once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `t${index + 1}`);
    await write(
      Object.fromEntries(
        names.map((name, index) => [
          `${String(index + 1).padStart(4, '0')}_${name}.sql`,
          `create table ${name} (); select pg_sleep(0.01);`,
        ]),
      ),
    );
    const others = Array.from({ length: 4 }, () => connect({ url: database.url }, { most: 2 }));
    const results = await Promise.all(others.map((db) => migrate(db, folder, () => undefined)));
    await Promise.all(others.map((db) => db.destroy()));
    expect(results.every(({ kind }) => kind === 'migrated')).toBe(true);
    const applied = results.flatMap((result) => (result.kind === 'migrated' ? result.applied : []));
    expect(applied.sort()).toEqual(
      names.map((name, index) => `${String(index + 1).padStart(4, '0')}_${name}`).sort(),
    );
    expect((await tables()).length).toBe(12);
  });
});
