import { type HtmlElement, walkFlow } from './html-flow.ts';
import { cellOf, foldSpace, type PrintedLine } from './printed-lines.ts';
import type { Cell } from './source-document.ts';

export interface HtmlRow {
  readonly cells: readonly Cell[];
  /** How many columns the cells cover together. */
  readonly columns: number;
  readonly header: boolean;
  /** Line of the source on which the row starts. */
  readonly line: number | undefined;
}

/** The rows that belong to this table itself, with the section each stands in; not those of tables inside its cells. */
function* rowsOf(table: HtmlElement): Generator<{ row: HtmlElement; inHead: boolean }> {
  for (const child of table.childNodes) {
    if (!('tagName' in child)) continue;
    if (child.tagName === 'tr') yield { row: child, inHead: false };
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) continue;
    for (const row of child.childNodes) {
      if ('tagName' in row && row.tagName === 'tr') yield { row, inHead: child.tagName === 'thead' };
    }
  }
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(
    (child): child is HtmlElement => 'tagName' in child && (child.tagName === 'td' || child.tagName === 'th'),
  );
}

/** What the table's caption says, or nothing. */
export function captionOf(table: HtmlElement): string {
  const caption = table.childNodes.find((child) => child.nodeName === 'caption');
  if (caption === undefined || !('childNodes' in caption)) return '';
  const words: string[] = [];
  walkFlow(caption, {
    heading: (_level, text) => words.push(text),
    paragraph: (lines) => words.push(...lines.map((line) => line.text)),
    table: () => undefined,
  });
  return foldSpace(words.join(' '));
}

/**
 * Whether the table only lays out a page: another table stands in one of its cells, and no row of its own has more than two
 * filled cells. Its cells are then read as running text and the tables in them as tables.
 */
export function isLayoutTable(table: HtmlElement): boolean {
  if (!holdsTable(table)) return false;
  for (const { row } of rowsOf(table)) {
    if (cellsOf(row).filter((element) => printsSomething(element)).length > 2) return false;
  }
  return true;
}

function holdsTable(element: HtmlElement): boolean {
  return element.childNodes.some(
    (child) => 'tagName' in child && (child.tagName === 'table' || holdsTable(child)),
  );
}

function printsSomething(element: HtmlElement): boolean {
  return element.childNodes.some(
    (child) =>
      ('tagName' in child && printsSomething(child)) ||
      (child.nodeName === '#text' && 'value' in child && child.value.trim() !== ''),
  );
}

/** The cells of a layout table, in order. */
export function* layoutCells(table: HtmlElement): Generator<HtmlElement> {
  for (const { row } of rowsOf(table)) yield* cellsOf(row);
}

/**
 * The rows of a table. A cell that spans columns is one cell with its span; under a cell that spans rows stands an empty
 * cell, so that every row has the same columns.
 */
export function* readTable(table: HtmlElement): Generator<HtmlRow> {
  // For each column, how many more rows a cell from above still covers.
  let covered: number[] = [];
  for (const { row, inHead } of rowsOf(table)) {
    const cells: Cell[] = [];
    const next: number[] = [];
    let headings = 0;
    let column = 0;
    const skipCovered = (): void => {
      while ((covered[column] ?? 0) > 0) {
        cells.push(cellOf([]));
        next[column] = (covered[column] ?? 0) - 1;
        column += 1;
      }
    };
    const elements = cellsOf(row);
    for (const element of elements) {
      skipCovered();
      const span = numberOf(element, 'colspan', 1_000);
      const down = numberOf(element, 'rowspan', 65_534);
      cells.push(cellOf(linesOf(element), span));
      if (element.tagName === 'th') headings += 1;
      for (let each = 0; each < span; each += 1) next[column + each] = down - 1;
      column += span;
    }
    const lastCovered = covered.findLastIndex((rows) => rows > 0);
    while (column <= lastCovered) {
      if ((covered[column] ?? 0) > 0) skipCovered();
      else {
        cells.push(cellOf([]));
        column += 1;
      }
    }
    covered = next;
    const header = inHead || (headings > 1 && headings === elements.length);
    yield { cells, columns: column, header, line: row.sourceCodeLocation?.startLine };
  }
}

function numberOf(element: HtmlElement, attribute: 'colspan' | 'rowspan', most: number): number {
  const written = element.attrs.find((each) => each.name === attribute)?.value ?? '1';
  const value = Number.parseInt(written, 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, most);
}

/** What a cell prints, line by line. A table inside the cell is part of it: each of its rows is a line. */
function linesOf(element: HtmlElement): PrintedLine[] {
  const lines: PrintedLine[] = [];
  walkFlow(element, {
    heading: (_level, text) => lines.push({ text }),
    paragraph: (paragraph) => lines.push(...paragraph),
    table: (table) => {
      for (const row of readTable(table)) lines.push({ text: row.cells.map((cell) => cell.text).join(' ') });
    },
  });
  return lines;
}
