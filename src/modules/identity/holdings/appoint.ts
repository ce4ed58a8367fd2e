import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { checkHolding, type HoldingProblem } from './check-holding.rule.ts';
import type { HoldingFact } from './holding.rule.ts';
import { appointed } from '../events.ts';
import { readHoldings, type RecordedHolding } from './read-holdings.read.ts';
import { readJoined } from '../same-person/read-joined.read.ts';
import { lockPost, writeHolding } from './write-holding.write.ts';

export type Appoint =
  | { readonly kind: 'appointed'; readonly holdingId: number }
  | { readonly kind: 'refused'; readonly problem: HoldingProblem<RecordedHolding>; readonly post: string }
  | { readonly kind: 'no-such-post' }
  | { readonly kind: 'no-such-person' };

/** Records that a person holds a post from a day, past or to come. */
export async function appoint(tx: Tx, actor: Actor, holding: HoldingFact): Promise<Appoint> {
  const post = await lockPost(tx, holding.postId);
  if (post === null) return { kind: 'no-such-post' };
  const person = await tx
    .selectFrom('identity.person')
    .select('id')
    .where('id', '=', holding.personId)
    .executeTakeFirst();
  if (person === undefined) return { kind: 'no-such-person' };
  const joined = await readJoined(tx);
  const others = await readHoldings(tx, { postIds: [post.id] });
  const problem = checkHolding(holding, others, post.holders, (a, b) => joined.areOne(a, b));
  if (problem !== null) return { kind: 'refused', problem, post: post.title };
  const holdingId = await writeHolding(tx, actor, holding, { change: 'appointed' }, post.holders);
  await recordEvent(
    tx,
    actor,
    appointed(String(post.id), {
      person: String(holding.personId),
      post: post.title,
      holding: String(holdingId),
      from: holding.begins.since,
      to: holding.ends?.until ?? null,
    }),
  );
  return { kind: 'appointed', holdingId };
}
