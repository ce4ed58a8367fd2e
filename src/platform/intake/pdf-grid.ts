import type { Rule, Rules } from './pdf-rules.ts';

/** A table drawn with lines. Lengths are in points from the top left corner of the page. */
export interface Grid {
  /** Edges of the columns from left to right, one more than there are columns. */
  readonly across: readonly number[];
  /** Edges of the rows from top to bottom, one more than there are rows. */
  readonly down: readonly number[];
  /** Whether a line stands between this cell and the one to its right. */
  closedRight(row: number, column: number): boolean;
  /** Whether a line stands between this cell and the one below. */
  closedBelow(row: number, column: number): boolean;
}

/** Lines this near to one another, in points, are one: a border drawn double, or as a thin box. */
const SAME = 3;

/**
 * The tables that are drawn with lines: upright lines that overlap in height belong to one table, and the level lines between
 * their ends are its rows. A box around a paragraph has one column and is no table.
 */
export function findGrids(rules: Rules): Grid[] {
  return bandsOf(rules.upright).flatMap((band) => {
    const level = rules.level.filter((rule) => rule.at > band.from - SAME && rule.at < band.to + SAME);
    const left = Math.min(...level.map((rule) => rule.from));
    const right = Math.max(...level.map((rule) => rule.to));
    const upright = rules.upright.filter(
      (rule) => rule.from < band.to && rule.to > band.from && rule.at > left - SAME && rule.at < right + SAME,
    );
    const across = distinct([left, right, ...upright.map((rule) => rule.at)]);
    const down = distinct(level.filter((rule) => crossesColumn(rule, across)).map((rule) => rule.at));
    return across.length > 2 && down.length > 1 ? [gridOf(across, down, level, upright)] : [];
  });
}

/** Stretches of the page, from top to bottom, in which upright lines stand. */
function bandsOf(upright: readonly Rule[]): { from: number; to: number }[] {
  const bands: { from: number; to: number }[] = [];
  for (const rule of upright.toSorted((a, b) => a.from - b.from)) {
    const last = bands.at(-1);
    if (last !== undefined && rule.from <= last.to + SAME) last.to = Math.max(last.to, rule.to);
    else bands.push({ from: rule.from, to: rule.to });
  }
  return bands;
}

/** An underline is shorter than the column it stands in; the line between two rows is not. */
function crossesColumn(rule: Rule, across: readonly number[]): boolean {
  return across.slice(1).some((right, index) => {
    const left = across[index] ?? 0;
    return Math.min(rule.to, right) - Math.max(rule.from, left) >= (right - left) * 0.8;
  });
}

function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = kept.at(-1);
    if (Number.isFinite(value) && (last === undefined || value - last > SAME)) kept.push(value);
  }
  return kept;
}

function gridOf(
  across: readonly number[],
  down: readonly number[],
  level: readonly Rule[],
  upright: readonly Rule[],
): Grid {
  const middle = (edges: readonly number[], index: number): number =>
    ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;
  const isDrawn = (rules: readonly Rule[], at: number, through: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) <= SAME && rule.from <= through && rule.to >= through);
  return {
    across,
    down,
    closedRight: (row, column) => isDrawn(upright, across[column + 1] ?? 0, middle(down, row)),
    closedBelow: (row, column) => isDrawn(level, down[row + 1] ?? 0, middle(across, column)),
  };
}
