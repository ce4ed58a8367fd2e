import type { Merge } from './xlsx-survey.ts';

/** How one cell of a sheet stands to the merged blocks: the first of its block, hidden under it, or in none. */
export type MergeState =
  | { readonly kind: 'first'; readonly span: number }
  | { readonly kind: 'covered' }
  | undefined;

/**
 * Answers for any cell how it is merged. Only blocks that reach into the used part of the sheet are kept, cut to its size, so
 * that a block over a whole column costs no more than the rows that are there.
 */
export function mergeLookup(
  merges: readonly Merge[],
  lastRow: number,
  lastColumn: number,
): (row: number, column: number) => MergeState {
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    if (merge.left > lastColumn) continue;
    for (let row = merge.top; row <= Math.min(merge.bottom, lastRow); row += 1) {
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [merge]);
      else known.push(merge);
    }
  }
  return (row, column) => {
    const merge = byRow.get(row)?.find((each) => column >= each.left && column <= each.right);
    if (merge === undefined) return undefined;
    if (row !== merge.top || column !== merge.left) return { kind: 'covered' };
    return { kind: 'first', span: Math.min(merge.right, lastColumn) - merge.left + 1 };
  };
}
