import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { checkHolding } from '../holdings/check-holding.rule.ts';
import type { Holders } from '../holdings/holding.rule.ts';
import { postHoldersChanged } from '../events.ts';
import { readHoldings, type RecordedHolding } from '../holdings/read-holdings.read.ts';
import { readJoined } from '../same-person/read-joined.read.ts';
import { lockPost } from '../holdings/write-holding.write.ts';

export type ChangePostHolders =
  | { readonly kind: 'changed' }
  | { readonly kind: 'nothing-changed' }
  /** Two people hold it at once, recorded by people and not as a job share. */
  | { readonly kind: 'held-by-two'; readonly by: RecordedHolding }
  | { readonly kind: 'no-such-post' };

/** Says whether a post is for one holder or for several. For one only where nobody recorded two of them at once. */
export async function changePostHolders(
  tx: Tx,
  actor: Actor,
  { postId, holders }: { readonly postId: number; readonly holders: Holders },
): Promise<ChangePostHolders> {
  const post = await lockPost(tx, postId);
  if (post === null) return { kind: 'no-such-post' };
  if (post.holders === holders) return { kind: 'nothing-changed' };
  const joined = await readJoined(tx);
  const recorded = (await readHoldings(tx, { postIds: [postId] })).filter(
    ({ change }) => change !== 'stated',
  );
  for (const [index, holding] of recorded.entries()) {
    const found = checkHolding(holding, recorded.slice(index + 1), holders, (a, b) => joined.areOne(a, b));
    if (found?.kind === 'held-by-another') return { kind: 'held-by-two', by: found.by };
  }
  await tx.updateTable('identity.post').set({ holders }).where('id', '=', postId).execute();
  await tx
    .updateTable('identity.holding')
    .set({ one_at_a_time: holders === 'one' })
    .where('post_id', '=', postId)
    .where('change', '<>', 'stated')
    .where('replaced_at', 'is', null)
    .execute();
  await recordEvent(tx, actor, postHoldersChanged(String(postId), { title: post.title, holders }));
  return { kind: 'changed' };
}
