import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from './pdf-matrix.ts';

/** A straight line drawn on the page, in points from its top left corner. */
export interface Rule {
  /** How far down a level line is, or how far across an upright one. */
  readonly at: number;
  /** Its left or upper end. */
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly level: readonly Rule[];
  readonly upright: readonly Rule[];
}

export const NO_RULES: Rules = { level: [], upright: [] };

/** Shorter lines are underlines of a word or parts of a drawing. */
const SHORTEST = 8;

/** More lines than this are a drawing, not tables. */
const MOST_RULES = 20_000;

/** The numbers by which the library names what a page's program does. */
export interface Operations {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly constructPath: number;
  readonly endPath: number;
}

/** How many numbers follow each kind of step in a path: move, line, curve, quadratic curve, close. */
const NUMBERS_AFTER = [2, 2, 6, 4, 0] as const;
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

/** The level and upright lines drawn on a page, among them the edges of boxes: the borders of tables. Nothing is painted. */
export async function readRules(page: PDFPageProxy, operations: Operations): Promise<Rules> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const level: Rule[] = [];
  const upright: Rule[] = [];
  let matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const outer: Matrix[] = [];

  for (const [index, operation] of fnArray.entries()) {
    const values: unknown = argsArray[index];
    if (operation === operations.save || operation === operations.paintFormXObjectBegin) outer.push(matrix);
    if (operation === operations.restore || operation === operations.paintFormXObjectEnd)
      matrix = outer.pop() ?? matrix;
    if (operation === operations.transform && isMatrix(values)) matrix = multiply(matrix, values);
    if (operation === operations.paintFormXObjectBegin && Array.isArray(values) && isMatrix(values[0])) {
      matrix = multiply(matrix, values[0]);
    }
    if (operation !== operations.constructPath || !Array.isArray(values) || values[0] === operations.endPath)
      continue;
    for (const line of straightLines(values, matrix)) {
      if (line.kind === 'level') level.push(line.rule);
      else upright.push(line.rule);
    }
    if (level.length + upright.length > MOST_RULES) return NO_RULES;
  }
  return { level, upright };
}

function isMatrix(values: unknown): values is Matrix {
  return Array.isArray(values) && values.length === 6 && values.every((value) => typeof value === 'number');
}

/** The straight lines of one path, `[how it is painted, [steps], box]`. */
function* straightLines(
  path: readonly unknown[],
  matrix: Matrix,
): Generator<{ kind: 'level' | 'upright'; rule: Rule }> {
  const steps: unknown = Array.isArray(path[1]) ? path[1][0] : undefined;
  if (!(steps instanceof Float32Array)) return;
  let start: readonly [number, number] = [0, 0];
  let here = start;
  for (let index = 0; index < steps.length;) {
    const kind = steps[index] ?? CLOSE;
    const count = NUMBERS_AFTER[kind] ?? 0;
    const x = steps[index + count - 1] ?? 0;
    const y = steps[index + count] ?? 0;
    index += count + 1;
    const next = kind === CLOSE ? start : place(matrix, x, y);
    if (kind === MOVE) start = next;
    else if (kind === LINE || kind === CLOSE) {
      const line = ruleBetween(here, next);
      if (line !== undefined) yield line;
    }
    here = next;
  }
}

function place(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

function ruleBetween(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): { kind: 'level' | 'upright'; rule: Rule } | undefined {
  if (Math.abs(y1 - y2) < 0.5 && Math.abs(x1 - x2) >= SHORTEST) {
    return { kind: 'level', rule: { at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) } };
  }
  if (Math.abs(x1 - x2) < 0.5 && Math.abs(y1 - y2) >= SHORTEST) {
    return { kind: 'upright', rule: { at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) } };
  }
  return undefined;
}
