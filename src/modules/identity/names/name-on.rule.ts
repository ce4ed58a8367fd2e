import type { PlainDay } from '../../../platform/time/plain-day.ts';

/**
 * The name somebody had on a day: the one that was theirs last by then. Before the first of them that has a day, the
 * first there is, since nobody says what they were called before.
 */
export function nameOn<Dated extends { readonly fromDay: PlainDay | null }>(
  names: readonly Dated[],
  day: PlainDay,
): Dated | undefined {
  const inOrder = names.toSorted((a, b) => ((a.fromDay ?? '') < (b.fromDay ?? '') ? -1 : 1));
  return inOrder.findLast(({ fromDay }) => fromDay === null || fromDay <= day) ?? inOrder[0];
}
