import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../src/platform/db/index.ts';

/** That somebody was here is noted after a minute: on a slow machine of every session, on a quick one of none. */
const MOMENTS = ['last_seen_at', 'before_hash'];

/** Every table of ours with what all its rows come to, to see afterwards which of them changed. */
export async function databaseDigest(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(db);
  const digests = new Map<string, string>();
  for (const { name } of rows) {
    // A name out of the catalogue, quoted by it.
    const counted = await sql<{ all: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(md5(kept::text), '' order by md5(kept::text))), '') as all
      from ${sql.raw(name)} as t, lateral (select to_jsonb(t) - ${MOMENTS}::text[] as kept) as row`.execute(
      db,
    );
    digests.set(name, counted.rows[0]?.all ?? '');
  }
  return digests;
}

/** Names of the tables that are not as they were. */
export function tablesChanged(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
}

/** What a page's words come to, but for what is new in every answer: its form's token, and its challenge for a passkey. */
export function digestOfPage(body: string): string {
  const steady = body
    .replaceAll(/name="_csrf" value="[^"]*"/g, '')
    .replaceAll(/&quot;challenge&quot;:&quot;[\w-]*&quot;/g, '')
    .replaceAll(/<span class="tl-ref">[^<]*<\/span>/g, '');
  return createHash('sha256').update(steady).digest('hex');
}
