import { emptyPdfCell, type PdfCell, type PdfRow } from './pdf-item.ts';

/** How far, in points, a cell may stand left of its column or reach over its edge. */
const SLACK = 2;

/**
 * Puts each cell of the shorter rows under its column. The library does not say how many columns or rows a tagged cell spans,
 * but it can be seen: the full rows show where each column begins, and a short row's cells stand under some of them.
 */
export function alignRows(rows: readonly PdfRow[]): void {
  const columns = Math.max(0, ...rows.map((row) => row.cells.length));
  const lefts = columnLefts(rows, columns);
  for (const row of rows) {
    if (row.cells.length === columns || row.page === undefined) continue;
    row.cells = alignRow(row.cells, lefts);
  }
}

/** Where each column begins: the leftmost text of its cells in rows that have all columns. */
function columnLefts(rows: readonly PdfRow[], columns: number): number[] {
  const lefts = Array.from({ length: columns }, () => Number.POSITIVE_INFINITY);
  for (const row of rows) {
    if (row.cells.length !== columns) continue;
    for (const [index, cell] of row.cells.entries()) {
      lefts[index] = Math.min(lefts[index] ?? Number.POSITIVE_INFINITY, cell.left);
    }
  }
  return lefts;
}

function alignRow(cells: readonly PdfCell[], lefts: readonly number[]): PdfCell[] {
  const aligned: PdfCell[] = [];
  for (const [index, cell] of cells.entries()) {
    // As many columns must be left as there are cells still to place.
    const last = lefts.length - (cells.length - index);
    let column = aligned.length;
    if (Number.isFinite(cell.left)) {
      while (column < last && (lefts[column + 1] ?? Number.POSITIVE_INFINITY) <= cell.left + SLACK)
        column += 1;
    }
    while (aligned.length < column) aligned.push(emptyPdfCell());
    aligned.push(cell);
  }
  while (aligned.length < lefts.length) aligned.push(emptyPdfCell());
  return aligned;
}
