import { textWidth } from '../../../platform/charts/chart-text.ts';
import type { CoverageMatrixChartProps, MatrixColumn, MatrixRow } from './coverage-matrix-data.shape.ts';

export interface PlacedRow {
  readonly row: MatrixRow;
  readonly y: number;
}

/** Where everything of a coverage matrix stands, in pixels. */
export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  readonly labelWidth: number;
  readonly refWidth: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Width of a column. */
  readonly pitch: number;
  /** Size of the type in which the columns are named. */
  readonly headSize: number;
  /** Whether the names of the columns are turned to stand upright. */
  readonly upright: boolean;
  readonly columns: ReadonlyArray<{ readonly column: MatrixColumn; readonly x: number }>;
  /** Where a new group of columns begins. */
  readonly groupStarts: readonly number[];
  /** Where the words at the right end begin. */
  readonly marginAt: number;
  readonly groups: ReadonlyArray<{
    readonly label: string;
    readonly top: number;
    readonly bottom: number;
    readonly rows: readonly PlacedRow[];
  }>;
}

const rowHeight = 24;
const marginWidth = 104;
const groupGap = 4;
/**
 * Columns are this wide where there is room; numbers fit in a disc down to 16. Below the narrowest nothing can be told
 * apart, so the chart grows wider than it was asked to be, and scrolls.
 */
const [widestPitch, narrowestPitch] = [24, 9];

/** Lays out a matrix: the names of rows at the left, columns in their groups, what each row comes to at the right. */
export function layOutMatrix(chart: CoverageMatrixChartProps): MatrixLayout {
  const wanted = chart.width ?? 1100;
  const rows = chart.groups.flatMap((group) => group.rows);
  const refWidth = Math.max(30, ...rows.map(({ ref }) => textWidth(ref, 12, 'bold') + 8));
  const groupCount = new Set(chart.columns.map(({ group }) => group)).size;
  const gaps = Math.max(0, groupCount - 1) * groupGap;
  const most = (wanted - refWidth - 90 - marginWidth - gaps) / Math.max(1, chart.columns.length);
  const pitch = Math.max(narrowestPitch, Math.min(widestPitch, Math.floor(most)));
  const columnsWidth = pitch * chart.columns.length + gaps;
  const labelWidth = Math.max(refWidth + 90, Math.min(420, wanted - columnsWidth - marginWidth));
  const headSize = Math.min(10, pitch);
  const widestHead = Math.max(0, ...chart.columns.map(({ ref }) => textWidth(ref, headSize)));
  const upright = widestHead > pitch - 3;
  const headHeight = upright ? Math.max(30, Math.ceil(widestHead) + 16) : 30;
  const { columns, groupStarts, right } = placeColumns(chart.columns, labelWidth, pitch);
  const groups = placeGroups(chart, headHeight);
  return {
    width: Math.max(wanted, right + marginWidth),
    height: (groups.at(-1)?.bottom ?? 0) + 4,
    labelWidth,
    refWidth,
    rowHeight,
    headHeight,
    pitch,
    headSize,
    upright,
    columns,
    groupStarts,
    marginAt: right + 8,
    groups,
  };
}

function placeColumns(
  columns: readonly MatrixColumn[],
  left: number,
  pitch: number,
): Pick<MatrixLayout, 'columns' | 'groupStarts'> & { readonly right: number } {
  const groupStarts: number[] = [];
  let x = left;
  const placed = columns.map((column, index) => {
    const before = columns[index - 1];
    if (before !== undefined && before.group !== column.group) {
      groupStarts.push(x + groupGap / 2);
      x += groupGap;
    }
    const at = { column, x };
    x += pitch;
    return at;
  });
  return { columns: placed, groupStarts, right: x };
}

function placeGroups(chart: CoverageMatrixChartProps, headHeight: number): MatrixLayout['groups'] {
  let y = 0;
  return chart.groups.map(({ label, rows }) => {
    const top = y;
    y += headHeight;
    const placed = rows.map((row) => {
      const at = { row, y };
      y += rowHeight;
      return at;
    });
    const bottom = y;
    y += 14;
    return { label, top, bottom, rows: placed };
  });
}
