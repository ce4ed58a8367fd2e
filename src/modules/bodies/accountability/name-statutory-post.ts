import type { Tx } from '../../../platform/db/index.ts';
import { addDays, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { addPost } from '../../identity/index.ts';
import type { Duty } from './statutory-posts.rule.ts';
import { statutoryPostNamed } from '../events.ts';
import { type Entered, recordedBy, replaceRow } from '../sayings/write-change.write.ts';

export type NameStatutoryPost =
  | { readonly kind: 'named' }
  /** Another post carries the duty from a later day. */
  | { readonly kind: 'later-post'; readonly from: PlainDay };

/**
 * Says which post carries a statutory duty from a day. One post carries a duty at a time: the one before carries it to the day before.
 */
export async function nameStatutoryPost(
  tx: Tx,
  actor: Actor,
  one: Entered & { readonly duty: Duty; readonly post: string; readonly from: PlainDay },
): Promise<NameStatutoryPost> {
  const rows = await tx
    .selectFrom('bodies.statutory_post')
    .select(['id', 'from_day', 'stated_on', 'until', 'change'])
    .where('duty', '=', one.duty)
    .where('replaced_at', 'is', null)
    .where('change', 'not in', ['stated', 'withdrawn'])
    .forUpdate()
    .execute();
  const begins = (row: (typeof rows)[number]) => (row.from_day ?? row.stated_on) as PlainDay;
  // Everything is looked at before anything is written: a refusal leaves the record as it was.
  const open = rows.filter(({ until }) => until === null || until >= one.from);
  const later = rows.find((row) => begins(row) >= one.from);
  if (later !== undefined) return { kind: 'later-post', from: begins(later) };
  for (const row of open)
    await replaceRow(tx, 'bodies.statutory_post', row.id, {
      until: addDays(one.from, -1),
      change: 'ended',
      reason: 'Another post carries the duty from the day after',
      recordedBy: actor.name,
    });
  const { postId } = await addPost(tx, actor, { title: one.post, organisation: null, holders: 'one' });
  await tx
    .insertInto('bodies.statutory_post')
    .values({ ...recordedBy(actor, one, 'stated'), duty: one.duty, post_id: postId, from_day: one.from })
    .execute();
  await recordEvent(tx, actor, statutoryPostNamed(String(postId), { duty: one.duty, from: one.from }));
  return { kind: 'named' };
}
