import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { daysHeld, type HoldingFact, type Holders, overlap } from './holding.rule.ts';

/** Why a holding cannot be recorded as it is. */
export type HoldingProblem<Held extends HoldingFact = HoldingFact> =
  /** The last day is before the first, or before the day of the paper that says they hold it. */
  | { readonly kind: 'ends-before-it-begins'; readonly begins: PlainDay }
  /** The same person holds the same post in some of these days already. */
  | { readonly kind: 'held-already'; readonly by: Held }
  /** The post is for one holder, and somebody else holds it in some of these days: not a job share of both. */
  | { readonly kind: 'held-by-another'; readonly by: Held };

/**
 * Whether a holding may stand beside the others of its post. Two holders at once of a post meant for one are allowed
 * only when each is marked as a job share; the database holds the same line (`identity.holding`).
 * @param others every other holding of the post that counts
 * @param areOne whether two records are of one person
 */
export function checkHolding<Held extends HoldingFact>(
  holding: HoldingFact,
  others: readonly Held[],
  holders: Holders,
  areOne: (one: number, other: number) => boolean,
): HoldingProblem<Held> | null {
  const days = daysHeld(holding);
  const { begins, ends } = holding;
  const end = ends === null ? null : (ends.until ?? ends.statedOn);
  if (end !== null && end < days.from)
    return { kind: 'ends-before-it-begins', begins: begins.since ?? begins.statedOn };
  const beside = others.filter((other) => overlap(daysHeld(other), days));
  const own = beside.find((other) => areOne(other.personId, holding.personId));
  if (own !== undefined) return { kind: 'held-already', by: own };
  const another = beside.find((other) => !(holding.jobShare && other.jobShare));
  return holders === 'one' && another !== undefined ? { kind: 'held-by-another', by: another } : null;
}
