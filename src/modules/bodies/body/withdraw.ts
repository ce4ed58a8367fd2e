import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { plainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { takenOut } from '../events.ts';
import { bodyParts, type PartOfBody } from './body-parts.query.ts';
import type { BodyPart } from '../sayings/body-part.shape.ts';
import { lockBody } from '../life/lock-body.write.ts';
import { replaceRow } from '../sayings/write-change.write.ts';

/** For finding a body by its name in addresses, whatever it was called when. */
const AT_ANY_TIME = plainDay(2000, 1, 1);

export type Withdraw =
  | { readonly kind: 'withdrawn'; readonly part: PartOfBody }
  | { readonly kind: 'no-such-part' };

/**
 * Takes something out of the record that never was so, and says why. It is kept, counts on no day any more, and stands in the
 * audit trail; what it had ended stays ended.
 */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  one: { readonly slug: string; readonly part: BodyPart; readonly id: number; readonly reason: string },
): Promise<Withdraw> {
  // One after the other: two people may find the same thing wrong.
  if ((await lockBody(tx, one.slug, AT_ANY_TIME)) === null) return { kind: 'no-such-part' };
  const found = (await bodyParts(tx, one.slug)).find(({ part, id }) => part === one.part && id === one.id);
  if (found === undefined) return { kind: 'no-such-part' };
  if (one.part === 'event') await withdrawEvent(tx, actor, one.id, one.reason);
  else
    await replaceRow(tx, `bodies.${one.part}`, one.id, {
      change: 'withdrawn',
      reason: one.reason,
      recordedBy: actor.name,
    });
  if (one.part === 'seat') await withdrawSittings(tx, actor, one);
  await recordEvent(tx, actor, takenOut(one.slug, { part: one.part, what: found.what }));
  return { kind: 'withdrawn', part: found };
}

/** An event has no last day, so it is written again in words of its own. */
async function withdrawEvent(tx: Tx, actor: Actor, id: number, reason: string): Promise<void> {
  await sql`update bodies.event set replaced_at = clock_timestamp() where id = ${id}`.execute(tx);
  await sql`insert into bodies.event (body_id, kind, day, exactness, other_id, words, authority, weight, source, stated_on, place,
      change, reason, replaces, recorded_by)
    select body_id, kind, day, exactness, other_id, words, authority, weight, source, stated_on, place, 'withdrawn', ${reason}, id,
      ${actor.name}
    from bodies.event where id = ${id}`.execute(tx);
}

/** Nobody sat in a seat that never was. */
async function withdrawSittings(
  tx: Tx,
  actor: Actor,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<void> {
  const rows = await tx
    .selectFrom('bodies.sitting')
    .select('id')
    .where('seat_no', '=', (seat) => seat.selectFrom('bodies.seat').select('seat_no').where('id', '=', id))
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .execute();
  for (const sitting of rows)
    await replaceRow(tx, 'bodies.sitting', sitting.id, {
      change: 'withdrawn',
      reason,
      recordedBy: actor.name,
    });
}
