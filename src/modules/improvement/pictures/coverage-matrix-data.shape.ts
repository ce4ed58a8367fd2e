import type { ChartProps } from '../../../platform/charts/chart-root.tsx';

export interface MatrixRow {
  /** `IN 12` */
  readonly ref: string;
  readonly label: string;
  readonly href?: string;
  /** How many actions carry it in all. One action may lie under several columns, so it is not the sum of the row. */
  readonly total: number;
}

/** Rows under one heading: the notice, the inspectors' recommendations, the core tasks. */
export interface MatrixGroup {
  readonly label: string;
  readonly rows: readonly MatrixRow[];
}

export interface MatrixColumn {
  /** `2.1` for an outcome, `2.1.3` for an action. */
  readonly ref: string;
  readonly label: string;
  readonly href?: string;
  /** Columns of one group stand together: `2` for a priority. */
  readonly group: string;
}

export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  /** How many actions. A cell without any is left out. */
  readonly count: number;
  readonly href?: string;
}

export interface CoverageMatrixChartProps extends ChartProps {
  readonly groups: readonly MatrixGroup[];
  readonly columns: readonly MatrixColumn[];
  readonly cells: readonly MatrixCell[];
  /** What is counted, for the words: `action` unless said. */
  readonly counting?: string;
  readonly width?: number;
}
