import { columnAt, findRegions, type Region } from './pdf-columns.ts';
import type { PdfCell, PdfItem, PdfRow } from './pdf-item.ts';
import { leadingOf } from './pdf-leading.ts';
import { mostCommon, type PrintLine } from './pdf-lines.ts';
import { joinWrappedLines } from './pdf-wrapped-lines.ts';

/**
 * Reads one page that has no tags by where its words stand: tables from the lines drawn around them; where none are drawn,
 * columns from the empty strips between words and rows from the space between lines; headings from larger type.
 * @param lines what is left of the page's lines outside drawn tables
 * @param bodySize size of most of the document's type, in points
 */
export function readUntaggedPage(
  page: UntaggedPage,
  lines: readonly PrintLine[],
  bodySize: number,
): PdfItem[] {
  const items: PdfItem[] = [];
  let left = lines;
  for (const table of page.tables.toSorted((a, b) => a.top - b.top)) {
    const above = left.filter((line) => line.y < table.top);
    left = left.filter((line) => line.y >= table.top);
    items.push(...readWithoutRules(above, page, bodySize), {
      kind: 'table',
      rows: table.rows,
      page: page.number,
    });
  }
  return [...items, ...readWithoutRules(left, page, bodySize)];
}

/** A page whose drawn tables have been read. */
export interface UntaggedPage {
  readonly number: number;
  /** In points. */
  readonly width: number;
  readonly tables: readonly { readonly top: number; readonly rows: PdfRow[] }[];
}

function readWithoutRules(lines: readonly PrintLine[], page: UntaggedPage, bodySize: number): PdfItem[] {
  const items: PdfItem[] = [];
  let next = 0;
  for (const region of findRegions(lines, page.width)) {
    items.push(...runningText(lines.slice(next, region.from), page.number, bodySize));
    items.push({
      kind: 'table',
      rows: rowsOf(lines.slice(region.from, region.to), region, page.number),
      page: page.number,
    });
    next = region.to;
  }
  items.push(...runningText(lines.slice(next), page.number, bodySize));
  return items;
}

function rowsOf(lines: readonly PrintLine[], region: Region, page: number): PdfRow[] {
  const size = mostCommon(lines.map((line) => [line.size, 1]));
  const leading = leadingOf(distancesInColumns(lines, region), size);
  const isApart = (line: PrintLine, above: PrintLine): boolean => line.y - above.y > leading * 1.35;
  const spaced = groupLines(lines, isApart);
  // Without any space between rows, a row begins with each line that has something in the first column.
  const groups =
    spaced.length > 1
      ? spaced
      : groupLines(lines, (line) => line.segments.some((segment) => columnAt(region.columns, segment) === 0));
  return groups.map((group) => rowOf(group, region, page, leading));
}

function groupLines(
  lines: readonly PrintLine[],
  beginsGroup: (line: PrintLine, above: PrintLine) => boolean,
): PrintLine[][] {
  const groups: PrintLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group === undefined || above === undefined || beginsGroup(line, above)) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

/** Distances between lines that follow one another in the same column; lines of different columns may stand at odds. */
function distancesInColumns(lines: readonly PrintLine[], region: Region): number[] {
  const lastY = new Map<number, number>();
  const distances: number[] = [];
  for (const line of lines) {
    for (const segment of line.segments) {
      const column = columnAt(region.columns, segment);
      const above = lastY.get(column);
      if (above !== undefined) distances.push(line.y - above);
      lastY.set(column, line.y);
    }
  }
  return distances;
}

function rowOf(lines: readonly PrintLine[], region: Region, page: number, leading: number): PdfRow {
  const cells: PrintLine[][] = region.columns.map(() => []);
  for (const line of lines) {
    for (const segment of line.segments) {
      cells[columnAt(region.columns, segment)]?.push({ ...line, segments: [segment] });
    }
  }
  return {
    header: false,
    page,
    cells: cells.map((cell, column): PdfCell => {
      const left = region.columns[column] ?? 0;
      return { lines: joinWrappedLines(cell, leading).flat(), left, right: left };
    }),
  };
}

function runningText(lines: readonly PrintLine[], page: number, bodySize: number): PdfItem[] {
  const distances = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? line.y));
  const items: PdfItem[] = [];
  for (const paragraph of joinWrappedLines(lines, leadingOf(distances, bodySize))) {
    const text = paragraph.map((line) => line.text).join(' ');
    const larger = (paragraph[0]?.size ?? 0) / bodySize;
    if (larger >= 1.15 && text.length <= 200) {
      items.push({ kind: 'heading', level: larger >= 1.6 ? 1 : larger >= 1.3 ? 2 : 3, text, page });
    } else items.push({ kind: 'paragraph', lines: paragraph, page });
  }
  return items;
}
