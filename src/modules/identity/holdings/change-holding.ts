import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, type AuditEvent, recordEvent } from '../../audit/index.ts';
import { checkHolding, type HoldingProblem } from './check-holding.rule.ts';
import type { Beginning, Ending, HoldingFact, Manner } from './holding.rule.ts';
import { holdingCorrected, holdingEnded, holdingWithdrawn } from '../events.ts';
import { readHoldingHistory, readHoldings, type RecordedHolding } from './read-holdings.read.ts';
import { readJoined } from '../same-person/read-joined.read.ts';
import { lockPost, type RowChange, writeHolding } from './write-holding.write.ts';

export type ChangeHolding =
  | { readonly kind: 'changed'; readonly holdingId: number }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'refused'; readonly problem: HoldingProblem<RecordedHolding>; readonly post: string }
  /** Somebody else changed it after it was shown. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'no-such-holding' };

/** Records that a holding ended, on a day or by the day of a paper that says so. What was known before is kept. */
export function endHolding(tx: Tx, actor: Actor, holdingId: number, ends: Ending): Promise<ChangeHolding> {
  return change(tx, actor, holdingId, { change: 'ended' }, (holding) => ({ ...holding, ends }));
}

export interface HoldingCorrection {
  readonly manner: Manner;
  readonly jobShare: boolean;
  readonly begins: Beginning;
  readonly ends: Ending | null;
  readonly reason: string;
}

/** Corrects what is recorded of a holding, and says why. The former record is kept and shown. */
export function correctHolding(
  tx: Tx,
  actor: Actor,
  holdingId: number,
  { reason, ...correction }: HoldingCorrection,
): Promise<ChangeHolding> {
  return change(tx, actor, holdingId, { change: 'corrected', reason }, (holding) => ({
    ...holding,
    ...correction,
  }));
}

/** Says that a holding never was: it counts no longer, and is kept with the reason. */
export function withdrawHolding(
  tx: Tx,
  actor: Actor,
  holdingId: number,
  reason: string,
): Promise<ChangeHolding> {
  return change(tx, actor, holdingId, { change: 'withdrawn', reason }, (holding) => holding);
}

async function change(
  tx: Tx,
  actor: Actor,
  holdingId: number,
  row: RowChange,
  change: (holding: RecordedHolding) => HoldingFact,
): Promise<ChangeHolding> {
  const [shown] = await readHoldingHistory(tx, { id: holdingId });
  if (shown === undefined) return { kind: 'no-such-holding' };
  const post = await lockPost(tx, shown.postId);
  // Read again now that nobody else can change it.
  const [holding] = await readHoldings(tx, { id: holdingId });
  if (post === null || holding === undefined) return { kind: 'changed-meanwhile' };
  const changed = change(holding);
  if (row.change !== 'withdrawn') {
    if (isSame(holding, changed)) return { kind: 'nothing-changed' };
    const joined = await readJoined(tx);
    const others = (await readHoldings(tx, { postIds: [post.id] })).filter(({ id }) => id !== holdingId);
    const problem = checkHolding(changed, others, post.holders, (a, b) => joined.areOne(a, b));
    // A person who ends one of two holders that papers name at once makes it better, and is not stopped by the other.
    const isOld = row.change === 'ended' && problem?.kind !== 'ends-before-it-begins';
    if (problem !== null && !(isOld && holding.change === 'stated'))
      return { kind: 'refused', problem, post: post.title };
  }
  const stays = row.change === 'ended' && holding.change === 'stated';
  const id = await writeHolding(
    tx,
    actor,
    changed,
    { ...row, replaces: holdingId },
    stays ? 'several' : post.holders,
  );
  await recordEvent(tx, actor, eventOf(row, String(post.id), post.title, changed, id));
  return { kind: 'changed', holdingId: id };
}

function isSame(one: HoldingFact, other: HoldingFact): boolean {
  const facts = ({ manner, jobShare, begins, ends }: HoldingFact) =>
    JSON.stringify([
      manner,
      jobShare,
      begins.since,
      begins.statedOn,
      begins.source,
      ends?.until,
      ends?.statedOn,
      ends?.source,
    ]);
  return facts(one) === facts(other);
}

function eventOf(row: RowChange, postId: string, post: string, holding: HoldingFact, id: number): AuditEvent {
  const detail = {
    person: String(holding.personId),
    post,
    holding: String(id),
    from: holding.begins.since,
    to: holding.ends?.until ?? null,
  };
  if (row.change === 'ended') return holdingEnded(postId, detail);
  return row.change === 'withdrawn' ? holdingWithdrawn(postId, detail) : holdingCorrected(postId, detail);
}
