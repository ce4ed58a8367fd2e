import type { Tx } from '../../../platform/db/index.ts';
import { addDays, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { checkHolding, type HoldingProblem } from '../holdings/check-holding.rule.ts';
import { daysHeld, type HoldingFact } from '../holdings/holding.rule.ts';
import { stillHeld } from '../holdings/still-held.rule.ts';
import { personLeft } from '../events.ts';
import { readHoldings, type RecordedHolding } from '../holdings/read-holdings.read.ts';
import { readJoined } from '../same-person/read-joined.read.ts';
import { appoint } from '../holdings/appoint.ts';
import { endHolding, withdrawHolding } from '../holdings/change-holding.ts';
import { lockPost } from '../holdings/write-holding.write.ts';

export interface Leaving {
  readonly personId: number;
  readonly lastDay: PlainDay;
  /** The day and name of the paper that says so. */
  readonly statedOn: PlainDay;
  readonly source: string;
  /** Who takes over each holding from the next day, by the holding's number; null leaves the post vacant. */
  readonly handOn: ReadonlyMap<number, number | null>;
}

export type PersonLeaves =
  | { readonly kind: 'left'; readonly handedOn: number; readonly vacant: number; readonly notBegun: number }
  | { readonly kind: 'holds-nothing' }
  /** What they hold is not what was shown: somebody changed it meanwhile. */
  | { readonly kind: 'changed-meanwhile' }
  /** A successor who cannot take over, and why. */
  | {
      readonly kind: 'refused';
      readonly holdingId: number;
      readonly problem: HoldingProblem<RecordedHolding>;
      readonly post: string;
    }
  | { readonly kind: 'successor-leaves'; readonly holdingId: number }
  | { readonly kind: 'no-such-person' };

/**
 * A person leaves in one step: everything they hold after their last day ends on it, and each post goes to a named
 * successor from the next day or stays vacant. What they were to begin after their last day is withdrawn. All of it is
 * checked before any of it is written.
 */
export async function personLeaves(tx: Tx, actor: Actor, leaving: Leaving): Promise<PersonLeaves> {
  const { personId, lastDay, handOn } = leaving;
  const joined = await readJoined(tx);
  const records = joined.recordsOf(personId);
  const known = await tx.selectFrom('identity.person').select('id').where('id', '=', personId).execute();
  if (known.length === 0) return { kind: 'no-such-person' };
  const posts = (await readHoldings(tx, { personIds: records })).map(({ postId }) => postId);
  for (const postId of [...new Set(posts)].sort((a, b) => a - b)) await lockPost(tx, postId);
  const held = stillHeld(await readHoldings(tx, { personIds: records }), lastDay);
  if (held.length === 0) return { kind: 'holds-nothing' };
  // What ends by itself before their last day may have been shown, but goes to nobody here.
  const others = [...handOn].filter(([id]) => held.every((one) => one.id !== id));
  if (held.some(({ id }) => !handOn.has(id)) || others.some(([, successor]) => successor !== null))
    return { kind: 'changed-meanwhile' };

  const toEnd = held.filter((one) => daysHeld(one).from <= lastDay);
  const toWithdraw = held.filter((one) => daysHeld(one).from > lastDay);
  // A paper of a later day names them in the post: the last day is wrong, or the paper is.
  const named = toWithdraw.find(({ begins }) => begins.since === null);
  if (named !== undefined) {
    const problem = { kind: 'ends-before-it-begins', begins: named.begins.statedOn } as const;
    return { kind: 'refused', holdingId: named.id, problem, post: named.postTitle };
  }
  const successions = toEnd.flatMap((holding) => {
    const successor = handOn.get(holding.id) ?? null;
    return successor === null ? [] : [{ holding, next: nextHolding(holding, successor, leaving) }];
  });
  for (const { holding, next } of successions) {
    if (joined.areOne(next.personId, personId)) return { kind: 'successor-leaves', holdingId: holding.id };
    const others = (await readHoldings(tx, { postIds: [holding.postId] })).filter(
      ({ id }) => !handOn.has(id),
    );
    const problem = checkHolding(next, others, holding.postHolders, (a, b) => joined.areOne(a, b));
    if (problem !== null) return { kind: 'refused', holdingId: holding.id, problem, post: holding.postTitle };
  }

  const ends = { until: lastDay, statedOn: null, source: leaving.source };
  for (const { id } of toEnd) mustBe('changed', await endHolding(tx, actor, id, ends));
  for (const { id } of toWithdraw)
    mustBe('changed', await withdrawHolding(tx, actor, id, 'They left before it began'));
  for (const { next } of successions) mustBe('appointed', await appoint(tx, actor, next));
  const counts = {
    handedOn: successions.length,
    vacant: toEnd.length - successions.length,
    notBegun: toWithdraw.length,
  };
  await recordEvent(tx, actor, personLeft(String(personId), { lastDay, ...counts }));
  return { kind: 'left', ...counts };
}

function nextHolding(
  holding: RecordedHolding,
  personId: number,
  { lastDay, statedOn, source }: Leaving,
): HoldingFact {
  return {
    postId: holding.postId,
    personId,
    manner: 'substantive',
    jobShare: holding.jobShare,
    begins: { since: addDays(lastDay, 1), statedOn, source },
    ends: null,
  };
}

/** What was checked a moment ago under the same locks cannot turn out otherwise. */
function mustBe(kind: string, result: { readonly kind: string }): void {
  if (result.kind !== kind) throw new Error(`Checked and locked, and yet: ${result.kind}`);
}
