import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { PlainDay } from '../../platform/time/plain-day.ts';
import { formatDay } from '../../platform/time/plain-day.ts';
import type { Belongings } from '../identity/index.ts';
import { replaceRow } from './sayings/write-change.write.ts';
import { nameOnDay } from './sayings/facts.rule.ts';
import { bodyPaths } from './paths.ts';
import { readBodies } from './life/read-bodies.read.ts';

/** Places on bodies that somebody has after a day, as those who keep the record entered them. */
async function placesAfter(db: Db, records: readonly number[], day: PlainDay) {
  if (records.length === 0) return [];
  const rows = await db
    .selectFrom('bodies.sitting')
    .select(['id', 'body_id', 'from_day', 'stated_on', 'until'])
    .where('person_id', 'in', records)
    .where('replaced_at', 'is', null)
    .where('vouched', '=', true)
    .where('change', '<>', 'withdrawn')
    .execute();
  return rows.filter(({ until }) => until === null || until > day);
}

/** What somebody who leaves has on bodies: their seats end with their last day; one that was to begin later never does. */
export const bodiesBelongings: Belongings = {
  async list(db, { records, day }) {
    const places = await placesAfter(db, records, day);
    const bodies = await readBodies(db, { ids: [...new Set(places.map(({ body_id: id }) => id))] });
    return bodies.map(({ slug, facts }) => ({
      what: `A seat on ${nameOnDay(facts, day)}`,
      becomes: 'It ends with their last day and is vacant from the next.',
      href: bodyPaths.body(slug),
    }));
  },
  refuses: async () => null,
  async leave(tx, actor, { records, lastDay }) {
    await leaveGroups(tx, actor, records, lastDay);
    for (const place of await placesAfter(tx, records, lastDay)) {
      const begins = place.from_day ?? place.stated_on;
      await replaceRow(tx, 'bodies.sitting', place.id, {
        ...(begins <= lastDay
          ? { until: lastDay, change: 'ended' as const }
          : { change: 'withdrawn' as const }),
        reason: `They left on ${formatDay(lastDay)}`,
        recordedBy: actor.name,
      });
    }
  },
};

/** A member who leaves is in no group after their last day: the shares of all groups change with it. */
async function leaveGroups(
  tx: Tx,
  actor: { readonly name: string },
  records: readonly number[],
  lastDay: PlainDay,
): Promise<void> {
  if (records.length === 0) return;
  const rows = await tx
    .selectFrom('bodies.group_membership')
    .selectAll()
    .where('person_id', 'in', records)
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .execute();
  for (const row of rows) {
    if (row.until !== null && row.until <= lastDay) continue;
    const never = row.from_day > lastDay;
    await tx
      .updateTable('bodies.group_membership')
      .set({ replaced_at: sql`clock_timestamp()` })
      .where('id', '=', row.id)
      .execute();
    await tx
      .insertInto('bodies.group_membership')
      .values({
        group_id: row.group_id,
        person_id: row.person_id,
        from_day: row.from_day,
        until: never ? row.until : lastDay,
        source: row.source,
        stated_on: row.stated_on,
        change: never ? 'withdrawn' : 'ended',
        reason: `They left on ${formatDay(lastDay)}`,
        replaces: row.id,
        recorded_by: actor.name,
      })
      .execute();
  }
}
