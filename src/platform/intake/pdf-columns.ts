import type { PrintLine, Segment } from './pdf-lines.ts';

/** A run of lines that stand in columns. */
export interface Region {
  readonly from: number;
  /** The line after the last. */
  readonly to: number;
  /** Where each column begins, from left to right. */
  readonly columns: readonly number[];
}

/** A strip this narrow, in points, between two columns is enough: the column gap was already seen in each line. */
const NARROWEST_GUTTER = 3;

/** How many lines in a row may run across all columns (a heading inside a table) before the table is taken to end. */
const LINES_ACROSS = 2;

/** The parts of a page that are set in columns: at least three lines of them, with the same empty strips running down between. */
export function findRegions(lines: readonly PrintLine[], pageWidth: number): Region[] {
  const regions: Region[] = [];
  let index = 0;
  while (index < lines.length) {
    const end = (lines[index]?.segments.length ?? 0) > 1 ? endOfRun(lines, index, pageWidth) : index;
    const columns = end > index ? columnsOf(lines.slice(index, end), pageWidth) : [];
    const inColumns = lines.slice(index, end).filter((line) => line.segments.length > 1).length;
    if (columns.length > 1 && inColumns >= 3) {
      regions.push({ from: index, to: end, columns });
      index = end;
    } else index += 1;
  }
  return regions;
}

/** The column that a segment begins in. */
export function columnAt(columns: readonly number[], segment: Segment): number {
  const middleOfStart = segment.left + Math.min(2, segment.right - segment.left);
  return Math.max(
    0,
    columns.findLastIndex((left) => left <= middleOfStart),
  );
}

function isAcross(line: PrintLine, pageWidth: number): boolean {
  const [only, ...others] = line.segments;
  return only !== undefined && others.length === 0 && only.right - only.left > pageWidth * 0.45;
}

/** From a line with several segments to the last such line, unless too many lines run across in between. */
function endOfRun(lines: readonly PrintLine[], from: number, pageWidth: number): number {
  let end = from + 1;
  let across = 0;
  for (let index = from + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isAcross(line, pageWidth)) {
      across += 1;
      if (across > LINES_ACROSS) break;
      continue;
    }
    const gap = line.y - (lines[index - 1]?.y ?? line.y);
    if (gap > line.size * 6) break;
    across = 0;
    end = index + 1;
  }
  return end;
}

/** Columns are what is left between the strips that (almost) no line prints in. */
function columnsOf(lines: readonly PrintLine[], pageWidth: number): number[] {
  const inColumns = lines.filter((line) => !isAcross(line, pageWidth));
  const width = Math.ceil(pageWidth) + 1;
  const printed = new Uint32Array(width);
  for (const line of inColumns) {
    for (const segment of line.segments) {
      const right = Math.min(width - 1, Math.ceil(segment.right));
      for (let x = Math.max(0, Math.floor(segment.left)); x <= right; x += 1)
        printed[x] = (printed[x] ?? 0) + 1;
    }
  }
  const allowed = Math.floor(inColumns.length * 0.06);
  const columns: number[] = [];
  let empty = NARROWEST_GUTTER;
  for (let x = 0; x < width; x += 1) {
    if ((printed[x] ?? 0) <= allowed) empty += 1;
    else {
      if (empty >= NARROWEST_GUTTER) columns.push(x);
      empty = 0;
    }
  }
  return columns;
}
