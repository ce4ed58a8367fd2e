import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { type Bucket, WINDOW_SECONDS } from './attempt-limits.rule.ts';

/** An attempt that was let through, and is counted as failed until it is said that it was not. */
export interface LetThrough {
  readonly ids: readonly number[];
}

/**
 * Lets an attempt through, or turns it away unread where too many failed lately: null. It is counted before it is looked
 * at, so that of many at the same moment hardly more get through than one after the other would: as many more as are being
 * counted in that moment. The same for names that are nobody's.
 */
export async function letThrough(db: Db, buckets: readonly Bucket[]): Promise<LetThrough | null> {
  const { rows } = await sql<{ id: number; bucket: Buffer }>`
    insert into access.failed_attempt (bucket) select unnest(${buckets.map(hashOf)}::bytea[]) returning id, bucket`.execute(
    db,
  );
  const ids = rows.map(({ id }) => id);
  const { rows: counts } = await sql<{ bucket: Buffer; attempts: number }>`
    select bucket, count(*) as attempts from access.failed_attempt
    where bucket = any (${buckets.map(hashOf)}::bytea[]) and id <= ${Math.max(...ids)}
      and at > clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})
    group by bucket`.execute(db);
  const tooMany = buckets.some((bucket) => {
    const attempts = counts.find((row) => row.bucket.equals(hashOf(bucket)))?.attempts ?? 0;
    return attempts > bucket.most;
  });
  if (!tooMany) return { ids };
  // One that was not looked at is no failure: whoever goes on trying waits no longer for it.
  await itSucceeded(db, { ids });
  return null;
}

/** Says that an attempt did not fail. */
export async function itSucceeded(db: Db | Tx, { ids }: LetThrough): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('access.failed_attempt').where('id', 'in', ids).execute();
}

/** Lets go of failures that are too old to count, a few at a time. */
export async function forgetOldFailures(db: Db | Tx): Promise<void> {
  await sql`delete from access.failed_attempt where id in (
    select id from access.failed_attempt
    where at < clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS}) limit 100)`.execute(db);
}

/**
 * Takes something that must be presented once only: false where it was before, also by somebody at the same moment.
 * @param seconds for how long it would be accepted at all
 */
export async function useOnce(tx: Tx, what: string, seconds: number): Promise<boolean> {
  await sql`delete from access.used_once where hash in (
    select hash from access.used_once where ends_at < clock_timestamp() limit 100)`.execute(tx);
  const used = await tx
    .insertInto('access.used_once')
    .values({
      hash: createHash('sha256').update(what).digest(),
      ends_at: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst();
  return used !== undefined;
}

function hashOf({ key }: Bucket): Buffer {
  return createHash('sha256').update(`attempt ${key}`).digest();
}
