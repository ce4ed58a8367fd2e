import type { Cell } from '../../../../platform/intake/source-document.ts';
import { suits } from './cell-shapes.rule.ts';
import type { LeadDirectory } from '../leads/lead-directory.rule.ts';
import type { Column } from '../../../improvement/index.ts';

export interface AlignedRow {
  /** One cell for each column, in the columns' order. */
  readonly cells: readonly Cell[];
  /** Whether a cell stands in another column than the one it was printed in. */
  readonly shifted: boolean;
}

const EMPTY: Cell = { text: '', parts: [] };
/** A cell stays in its own column unless another suits it clearly better. */
const AT_HOME = 1;
/** Suiting this badly in its own column makes a full row worth a second look. */
const MISFIT = -2.5;

/**
 * Puts the cells of a row under the columns. A row with all its cells stays as printed, unless something in it plainly
 * stands in the wrong column; a row that lost some (an extraction drops an empty first cell, a merged cell is missing)
 * is laid out, in its own order, where its cells suit best.
 */
export function alignRow(
  printed: readonly Cell[],
  columns: readonly Column[],
  directory: LeadDirectory,
): AlignedRow {
  const cells = expandSpans(printed);
  const count = columns.length;
  if (cells.length >= count && cells.slice(count).every((cell) => cell.text === '')) {
    const row = cells.slice(0, count);
    const misfits = row.some(
      (cell, index) => suits(cell, columns[index]?.role ?? 'ignore', directory) <= MISFIT,
    );
    if (!misfits) return { cells: row, shifted: false };
  }
  return layOut(cells, columns, directory);
}

function expandSpans(cells: readonly Cell[]): readonly Cell[] {
  if (cells.every((cell) => (cell.span ?? 1) <= 1)) return cells;
  return cells.flatMap((cell) => [
    cell,
    ...Array.from({ length: Math.min((cell.span ?? 1) - 1, 50) }, () => EMPTY),
  ]);
}

interface Filled {
  readonly cell: Cell;
  readonly at: number;
}

/** Chooses, among all ways to keep the cells in order, the one under which they suit best (a shortest-path table). */
function layOut(cells: readonly Cell[], columns: readonly Column[], directory: LeadDirectory): AlignedRow {
  const filled: Filled[] = cells.flatMap((cell, at) => (cell.text === '' ? [] : [{ cell, at }]));
  const count = columns.length;
  const kept = filled.slice(0, count);
  // best[i][j]: the best score for the first i filled cells within the first j columns.
  const best: number[][] = [Array.from({ length: count + 1 }, () => 0)];
  const placed: boolean[][] = [[]];
  for (let i = 1; i <= kept.length; i += 1) {
    const scores: number[] = Array.from({ length: count + 1 }, () => Number.NEGATIVE_INFINITY);
    const here: boolean[] = Array.from({ length: count + 1 }, () => false);
    const item = kept[i - 1];
    if (item === undefined) continue;
    for (let j = i; j <= count; j += 1) {
      const role = columns[j - 1]?.role ?? 'ignore';
      const home = item.at === j - 1 && cells.length >= count ? AT_HOME : 0;
      const placing =
        (best[i - 1]?.[j - 1] ?? Number.NEGATIVE_INFINITY) + suits(item.cell, role, directory) + home;
      const leaving = scores[j - 1] ?? Number.NEGATIVE_INFINITY;
      here[j] = placing > leaving;
      scores[j] = Math.max(placing, leaving);
    }
    best.push(scores);
    placed.push(here);
  }
  const row: Cell[] = Array.from({ length: count }, () => EMPTY);
  let shifted = cells.length < count;
  for (let i = kept.length, j = count; i > 0 && j > 0; j -= 1) {
    const item = kept[i - 1];
    if (placed[i]?.[j] !== true || item === undefined) continue;
    row[j - 1] = item.cell;
    if (item.at !== j - 1) shifted = true;
    i -= 1;
  }
  return { cells: withSurplus(row, filled.slice(count)), shifted };
}

/** More filled cells than columns: the last column takes them, so that no word is lost. */
function withSurplus(row: readonly Cell[], surplus: readonly Filled[]): readonly Cell[] {
  const last = row.at(-1);
  if (surplus.length === 0 || last === undefined) return row;
  const all = [last, ...surplus.map(({ cell }) => cell)];
  return [
    ...row.slice(0, -1),
    { text: all.map(({ text }) => text).join(' '), parts: all.flatMap(({ parts }) => parts) },
  ];
}
