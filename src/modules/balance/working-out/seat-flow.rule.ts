import type { Bounds } from './seat-totals.rule.ts';

/** A table of seats to be filled: what each row and each column must add up to, and what each cell may hold. */
export interface SeatTable {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly bounds: readonly (readonly Bounds[])[];
  /** What the next seat in a cell costs, where it holds so many; must grow with every seat. */
  readonly cost: (row: number, column: number, held: number) => number;
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly row: number;
  readonly column: number;
  readonly by: 1 | -1;
}

/**
 * Fills the table at the least cost, exactly: from the least each cell must hold, one seat at a time along the cheapest way
 * there is, which may move seats that were placed before (a minimum-cost flow with convex costs, by successive shortest
 * paths). Whole numbers throughout. Null where the sums and bounds cannot all be kept.
 */
export function fillSeats(table: SeatTable): number[][] | null {
  const { rows, columns, bounds } = table;
  const held = rows.map((_, row) => columns.map((__, column) => boundsAt(bounds, row, column).least));
  const rowLeft = rows.map((seats, row) => seats - sum(held[row] ?? []));
  const columnLeft = columns.map((seats, column) => seats - sum(held.map((cells) => cells[column] ?? 0)));
  if ([...rowLeft, ...columnLeft].some((left) => left < 0) || sum(rowLeft) !== sum(columnLeft)) return null;
  for (let left = sum(rowLeft); left > 0; left -= 1) {
    const path = cheapestPath(arcsOf(table, held), rowLeft, columnLeft, columns.length);
    if (path === null) return null;
    for (const { row, column, by } of path) add(held, row, column, by);
    const [first] = path;
    const last = path.at(-1);
    if (first === undefined || last === undefined) return null;
    rowLeft[first.from] = (rowLeft[first.from] ?? 0) - 1;
    const column = last.to - rows.length;
    columnLeft[column] = (columnLeft[column] ?? 0) - 1;
  }
  return held;
}

/**
 * Other tables with the same sums and exactly the same cost: each is found by seats that change places in a circle at no
 * cost. Finds them all where they are few; stops at `most`.
 */
export function equallyGood(
  table: SeatTable,
  filled: readonly (readonly number[])[],
  most: number,
): number[][][] {
  const found = new Map<string, number[][]>([[JSON.stringify(filled), filled.map((row) => [...row])]]);
  const queue = [...found.values()];
  for (let next = queue.shift(); next !== undefined && found.size <= most; next = queue.shift())
    for (const circle of circlesAtNoCost(arcsOf(table, next), table, most)) {
      const other = next.map((row) => [...row]);
      for (const { row, column, by } of circle) add(other, row, column, by);
      const key = JSON.stringify(other);
      if (found.has(key) || found.size > most) continue;
      found.set(key, other);
      queue.push(other);
    }
  return [...found.values()].slice(1, most + 1);
}

/** One seat more in a cell leads from its row to its column; one seat fewer leads back. */
function arcsOf({ rows, bounds, cost }: SeatTable, held: readonly (readonly number[])[]): Arc[] {
  return held.flatMap((cells, row) =>
    cells.flatMap((seats, column): Arc[] => {
      const { least, most } = boundsAt(bounds, row, column);
      const end = rows.length + column;
      const arcs: Arc[] = [];
      if (seats < most) arcs.push({ from: row, to: end, cost: cost(row, column, seats), row, column, by: 1 });
      if (seats > least)
        arcs.push({ from: end, to: row, cost: -cost(row, column, seats - 1), row, column, by: -1 });
      return arcs;
    }),
  );
}

/** The cheapest way from any row with seats left to any column with seats left (Bellman and Ford: costs may be below nothing). */
function cheapestPath(
  arcs: readonly Arc[],
  rowLeft: readonly number[],
  columnLeft: readonly number[],
  columns: number,
): readonly Arc[] | null {
  const rows = rowLeft.length;
  const distance = Array.from({ length: rows + columns }, (_, node) =>
    node < rows && (rowLeft[node] ?? 0) > 0 ? 0 : Number.POSITIVE_INFINITY,
  );
  const cameBy = new Map<number, Arc>();
  settle(arcs, distance, cameBy);
  let end: number | null = null;
  for (const [column, left] of columnLeft.entries()) {
    const node = rows + column;
    if (left > 0 && (distance[node] ?? 0) < (end === null ? Number.POSITIVE_INFINITY : (distance[end] ?? 0)))
      end = node;
  }
  if (end === null) return null;
  const path: Arc[] = [];
  for (let arc = cameBy.get(end); arc !== undefined; arc = cameBy.get(arc.from)) path.unshift(arc);
  return path;
}

function settle(arcs: readonly Arc[], distance: number[], cameBy: Map<number, Arc>): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const arc of arcs) {
      const reached = (distance[arc.from] ?? 0) + arc.cost;
      if (reached >= (distance[arc.to] ?? 0)) continue;
      distance[arc.to] = reached;
      cameBy.set(arc.to, arc);
      changed = true;
    }
  }
}

/**
 * Circles of arcs that cost nothing in all. With the distances of a filled table every arc costs nothing or more beside
 * them, so a circle costs nothing only where each of its arcs does.
 */
function circlesAtNoCost(arcs: readonly Arc[], { rows, columns }: SeatTable, most: number): Arc[][] {
  const distance = Array.from({ length: rows.length + columns.length }, () => 0);
  settle(arcs, distance, new Map());
  const free = arcs.filter((arc) => (distance[arc.from] ?? 0) + arc.cost === (distance[arc.to] ?? 0));
  const leaving = new Map<number, Arc[]>();
  for (const arc of free) leaving.set(arc.from, [...(leaving.get(arc.from) ?? []), arc]);
  const circles: Arc[][] = [];
  // Ways tried in all: a council with thousands of ties is told of the first ones.
  let left = 4000;
  const walk = (start: number, way: Arc[], seen: ReadonlySet<number>): void => {
    for (const arc of leaving.get(way.at(-1)?.to ?? start) ?? []) {
      left -= 1;
      if (left < 0 || circles.length >= most) return;
      if (arc.to === start) circles.push([...way, arc]);
      // Each circle once: from its lowest row.
      else if (arc.to > start && !seen.has(arc.to)) walk(start, [...way, arc], new Set([...seen, arc.to]));
    }
  };
  for (const start of rows.keys()) walk(start, [], new Set([start]));
  return circles;
}

function add(held: number[][], row: number, column: number, by: number): void {
  const cells = held[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + by;
}

function boundsAt(bounds: readonly (readonly Bounds[])[], row: number, column: number): Bounds {
  return bounds[row]?.[column] ?? { least: 0, most: 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
