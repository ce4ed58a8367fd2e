import type { PdfCell, PdfItem, PdfRow } from './pdf-item.ts';

type PdfTable = Extract<PdfItem, { kind: 'table' }>;

/**
 * Joins a tagged table that goes on over the page: the library shows all of its rows on every page, filled only where that
 * page prints them, so the last table of one page and the first of the next are one when they have as many rows.
 */
export function joinTaggedTables(pages: readonly (readonly PdfItem[])[]): PdfItem[] {
  const items: PdfItem[] = [];
  for (const page of pages) {
    for (const [index, item] of page.entries()) {
      const before = items.at(-1);
      if (index === 0 && item.kind === 'table' && before?.kind === 'table' && isSameTable(before, item)) {
        joinRows(before.rows, item.rows);
      } else items.push(item);
    }
  }
  return items;
}

/**
 * Joins a table without tags that goes on over the page: the last thing on one page and the first on the next, with as many
 * columns. A first row that is printed again at the top of the next page is the header, and counts once.
 */
export function joinUntaggedTables(pages: readonly (readonly PdfItem[])[]): PdfItem[] {
  const items: PdfItem[] = [];
  for (const page of pages) {
    for (const [index, item] of page.entries()) {
      const before = items.at(-1);
      if (index > 0 || item.kind !== 'table' || before?.kind !== 'table' || !hasSameColumns(before, item)) {
        items.push(item);
        continue;
      }
      const [first] = before.rows;
      const [again, ...rest] = item.rows;
      const repeated = first !== undefined && again !== undefined && wordsOf(first) === wordsOf(again);
      if (repeated) before.rows[0] = { ...first, header: true };
      before.rows.push(...(repeated ? rest : item.rows));
    }
  }
  return items;
}

function hasSameColumns(first: PdfTable, second: PdfTable): boolean {
  return first.rows[0]?.cells.length === second.rows[0]?.cells.length;
}

function wordsOf(row: PdfRow): string {
  return row.cells.map((cell) => cell.lines.map((line) => line.text).join(' ')).join('\t');
}

function isSameTable(first: PdfTable, second: PdfTable): boolean {
  const lastFilled = first.rows.findLastIndex((row) => row.page !== undefined);
  const firstFilled = second.rows.findIndex((row) => row.page !== undefined);
  return first.rows.length === second.rows.length && firstFilled >= lastFilled;
}

function joinRows(rows: PdfRow[], more: readonly PdfRow[]): void {
  for (const [index, row] of more.entries()) {
    if (row.page === undefined) continue;
    const before = rows[index];
    if (before?.page === undefined) rows[index] = row;
    else before.cells = before.cells.map((cell, column) => joinCells(cell, row.cells[column]));
  }
}

/** A sentence that the end of the page cut in two becomes one line again. */
function joinCells(cell: PdfCell, rest: PdfCell | undefined): PdfCell {
  const next = rest?.lines[0];
  if (rest === undefined || next === undefined) return cell;
  const lines = [...cell.lines];
  const last = lines.at(-1);
  const goesOn = last !== undefined && next.bullet !== true && !/[.;:]\s*$/.test(last.text);
  if (goesOn) lines[lines.length - 1] = { ...last, text: `${last.text} ${next.text}` };
  lines.push(...rest.lines.slice(goesOn ? 1 : 0));
  return { lines, left: Math.min(cell.left, rest.left), right: Math.max(cell.right, rest.right) };
}
