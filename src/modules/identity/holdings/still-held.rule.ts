import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { HoldingFact } from './holding.rule.ts';

/** What goes on after a day, or begins after it. */
export function stillHeld<Held extends HoldingFact>(
  holdings: readonly Held[],
  day: PlainDay,
): readonly Held[] {
  return holdings.filter(({ ends }) => ends === null || (ends.until !== null && ends.until > day));
}
