import type { Grid } from './pdf-grid.ts';
import { emptyPdfCell, type PdfCell, type PdfRow } from './pdf-item.ts';
import { leadingOf } from './pdf-leading.ts';
import { linesOfWords } from './pdf-lines.ts';
import { joinWrappedLines } from './pdf-wrapped-lines.ts';
import type { Word } from './pdf-words.ts';

/** Whether a word stands inside the table. */
export function isInGrid(grid: Grid, word: Word): boolean {
  return columnOf(grid, word) !== undefined && rowOf(grid, word) !== undefined;
}

/**
 * The rows of a table drawn with lines, by the cell that each word stands in. Cells with no line between them are one, and its
 * words stand in its first row and column.
 */
export function readGrid(grid: Grid, words: readonly Word[], page: number): PdfRow[] {
  const columns = grid.across.length - 1;
  const rows = grid.down.length - 1;
  const owners = ownersOf(grid, rows, columns);
  const wordsOfCell: Word[][] = Array.from({ length: rows * columns }, () => []);
  for (const word of words) {
    const row = rowOf(grid, word);
    const column = columnOf(grid, word);
    if (row === undefined || column === undefined) continue;
    wordsOfCell[owners[row * columns + column] ?? 0]?.push(word);
  }
  return Array.from({ length: rows }, (_, row) => ({
    header: false,
    page,
    cells: wordsOfCell.slice(row * columns, (row + 1) * columns).map(cellOfWords),
  }));
}

/** For each cell the first cell of the block it belongs to, going left and then up wherever no line is in the way. */
function ownersOf(grid: Grid, rows: number, columns: number): number[] {
  const owners: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      if (column > 0 && !grid.closedRight(row, column - 1)) owners.push(owners[cell - 1] ?? cell);
      else if (row > 0 && !grid.closedBelow(row - 1, column)) owners.push(owners[cell - columns] ?? cell);
      else owners.push(cell);
    }
  }
  return owners;
}

/** Letters stand on their line and reach up from it: half their size above it is their middle. */
function rowOf(grid: Grid, word: Word): number | undefined {
  return between(grid.down, word.y - word.size * 0.3);
}

function columnOf(grid: Grid, word: Word): number | undefined {
  return between(grid.across, word.x + Math.min(2, word.width / 2));
}

function between(edges: readonly number[], at: number): number | undefined {
  const index = edges.findLastIndex((edge) => edge <= at);
  return index < 0 || index >= edges.length - 1 ? undefined : index;
}

function cellOfWords(words: readonly Word[]): PdfCell {
  if (words.length === 0) return emptyPdfCell();
  const lines = linesOfWords(words);
  const distances = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? line.y));
  const left = Math.min(...words.map((word) => word.x));
  const right = Math.max(...words.map((word) => word.x + word.width));
  return { lines: joinWrappedLines(lines, leadingOf(distances, lines[0]?.size ?? 10)).flat(), left, right };
}
