import { addDays, type PlainDay } from '../../../platform/time/plain-day.ts';
import { daysHeld, type HoldingFact } from './holding.rule.ts';

/** A stretch of a post's time: somebody holds it, nobody does, or the record does not say. */
export type Stretch<Held extends HoldingFact> =
  | { readonly kind: 'held'; readonly holding: Held }
  | { readonly kind: 'vacant'; readonly from: PlainDay; readonly to: PlainDay | null }
  | { readonly kind: 'not-known'; readonly from: PlainDay; readonly to: PlainDay };

/**
 * A post's holdings in the order of their days, with the days between them on which nobody held it: vacant where the
 * one before has a last day and the one after a first; not known where either is only named by a paper.
 */
export function postTimeline<Held extends HoldingFact>(holdings: readonly Held[]): readonly Stretch<Held>[] {
  const inOrder = holdings.toSorted((a, b) => (daysHeld(a).from < daysHeld(b).from ? -1 : 1));
  const stretches: Stretch<Held>[] = [];
  let covered: { readonly to: PlainDay | null; readonly isSure: boolean } | undefined;
  for (const holding of inOrder) {
    const { from, to } = daysHeld(holding);
    if (covered !== undefined && covered.to !== null && addDays(covered.to, 1) < from) {
      const gap = { from: addDays(covered.to, 1), to: addDays(from, -1) };
      const isSure = covered.isSure && holding.begins.since !== null;
      stretches.push({ kind: isSure ? 'vacant' : 'not-known', ...gap });
    }
    stretches.push({ kind: 'held', holding });
    const isLater = covered === undefined || (covered.to !== null && (to === null || to >= covered.to));
    if (isLater) covered = { to, isSure: holding.ends?.until !== null && holding.ends !== null };
  }
  if (covered !== undefined && covered.to !== null && covered.isSure)
    stretches.push({ kind: 'vacant', from: addDays(covered.to, 1), to: null });
  return stretches;
}
