import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** Tables that hold what only some may see. A new one is added here with its policy. */
const RESTRICTED = [
  'audit.event',
  'bodies.body',
  'bodies.clause',
  'bodies.event',
  'bodies.fact',
  'bodies.line',
  'bodies.member_draft',
  'bodies.option_change',
  'bodies.protocol_tie',
  'bodies.seat',
  'bodies.sitting',
  'bodies.terms',
  'mail.message',
  'planimport.choice',
  'planimport.draft',
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const OURS = sql`not in ('pg_catalog', 'information_schema', 'pg_toast')`;

describe('the database', () => {
  it('forces row-level security on every table with restricted rows, also on the role that owns it', async () => {
    const { rows } = await sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname ${OURS} and c.relrowsecurity and c.relforcerowsecurity
      order by 1`.execute(database.db);
    expect(rows.map(({ name }) => name)).toEqual(RESTRICTED);
  });

  it('has no table on which it is switched on and not forced, and no policy on one where it is off', async () => {
    const { rows } = await sql`
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname ${OURS} and (c.relrowsecurity <> c.relforcerowsecurity
        or (not c.relrowsecurity and exists (select from pg_policy where polrelid = c.oid)))`.execute(
      database.db,
    );
    expect(rows).toEqual([]);
  });

  it('gives restricted rows to nobody for whom nothing was said, and takes no number that is none', async () => {
    const { db, pagesDb } = database;
    await sql`select audit.record('operator', 'Test', null, null, 'a-test', 'test', '1', '{}', 1)`.execute(
      db,
    );
    const seenBy = async (reader: string | undefined) =>
      pagesDb.transaction().execute(async (tx) => {
        if (reader !== undefined)
          await sql`select set_config('throughline.asker', ${reader}, true)`.execute(tx);
        return (await sql<{ n: number }>`select count(*) as n from audit.event`.execute(tx)).rows[0]?.n ?? 0;
      });
    const readers = [
      undefined,
      '',
      'nobody',
      'person',
      'person ',
      'person 0',
      'person 999999',
      'person 1e3',
      'person -1',
    ];
    const odd = [
      'person 1; system',
      'SYSTEM',
      ' system',
      'system ',
      'person system',
      'person 9999999999999999999',
    ];
    for (const reader of [...readers, ...odd]) expect([reader, await seenBy(reader)]).toEqual([reader, 0]);
    expect(await seenBy('system')).toBe(1);
    expect(await seenBy(undefined)).toBe(0);
  });

  it('is used by a role that is no superuser, belongs to no other, and gets round no policy', async () => {
    const { rows } = await sql`
      select rolsuper, rolbypassrls, rolcreatedb, rolreplication from pg_roles where rolname = current_user`.execute(
      database.db,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolreplication: false },
    ]);
    const member = await sql`
      select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
      where u.rolname = current_user`.execute(database.db);
    expect(member.rows).toEqual([]);
  });

  it('has no function that runs with the rights of another, and no view that does', async () => {
    const functions = await sql`
      select n.nspname, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname ${OURS} and p.prosecdef`.execute(database.db);
    expect(functions.rows).toEqual([]);
    const views = await sql`
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname ${OURS} and c.relkind in ('v', 'm')
        and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`.execute(database.db);
    expect(views.rows).toEqual([]);
  });

  it('opens nothing of ours to everybody who can reach it', async () => {
    const { rows } = await sql`
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        lateral aclexplode(c.relacl) as given
      where n.nspname ${OURS} and given.grantee = 0`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
