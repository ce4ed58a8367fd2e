import { columnAt, findRegions, type Region } from './pdf-columns.ts';
import type { PdfCell, PdfItem, PdfRow } from './pdf-item.ts';
import { mostCommon, type PrintLine } from './pdf-lines.ts';
import { joinWrappedLines } from './pdf-wrapped-lines.ts';

/**
 * Reads one page that has no tags by where its words stand: columns from the empty strips between them, rows from the space
 * between lines, headings from larger type.
 * @param bodySize size of most of the document's type, in points
 */
export function readUntaggedPage(
  lines: readonly PrintLine[],
  pageWidth: number,
  page: number,
  bodySize: number,
): PdfItem[] {
  const items: PdfItem[] = [];
  let next = 0;
  for (const region of findRegions(lines, pageWidth)) {
    items.push(...runningText(lines.slice(next, region.from), page, bodySize));
    items.push({ kind: 'table', rows: rowsOf(lines.slice(region.from, region.to), region, page), page });
    next = region.to;
  }
  items.push(...runningText(lines.slice(next), page, bodySize));
  return items;
}

/** The usual distance between two lines of one paragraph: the lower quarter of all distances, as gaps only add to it. */
export function leadingOf(distances: readonly number[], size: number): number {
  const usual = distances.filter((distance) => distance > size * 0.5).toSorted((a, b) => a - b);
  const lowerQuarter = usual[Math.floor(usual.length / 4)] ?? size * 1.2;
  // Where every line has space around it, none of the distances is the leading.
  return lowerQuarter > size * 1.7 ? size * 1.25 : lowerQuarter;
}

function rowsOf(lines: readonly PrintLine[], region: Region, page: number): PdfRow[] {
  const size = mostCommon(lines.map((line) => [line.size, 1]));
  const leading = leadingOf(distancesInColumns(lines, region), size);
  const rows: PdfRow[] = [];
  let group: PrintLine[] = [];
  const endRow = (): void => {
    if (group.length > 0) rows.push(rowOf(group, region, page, leading));
    group = [];
  };
  for (const line of lines) {
    const above = group.at(-1);
    if (above !== undefined && line.y - above.y > leading * 1.35) endRow();
    group.push(line);
  }
  endRow();
  return rows;
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
