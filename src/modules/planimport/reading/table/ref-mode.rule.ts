import type { PlanRow } from './plan-events.rule.ts';
import { depthOf, type LeadingRef, leadingRef, wholeRef } from '../marks/references.rule.ts';

/** Where a plan prints the references of its actions, and how many levels they have. */
export interface RefMode {
  readonly in: 'action' | 'ref' | 'none';
  readonly depth: number;
}

/** A share of rows below this carries numbers by chance. */
const ENOUGH = 0.4;

const TELLING = ['timescale', 'start', 'end', 'lead', 'measure', 'status'] as const;

/** Learns from all rows where the references stand: at the front of the action's words, in a column, or nowhere. */
export function findRefMode(rows: readonly PlanRow[]): RefMode {
  const inAction = new Map<number, number>();
  const inColumn = new Map<number, number>();
  let actions = 0;
  // A row that says neither when nor who nor how to know is likelier a heading.
  const telling = rows.filter((row) => TELLING.some((role) => row.cells.has(role)));
  for (const row of telling.length > 0 ? telling : rows) {
    const text = row.cells.get('action')?.text ?? '';
    if (text === '') continue;
    actions += 1;
    count(inAction, leadingRef(text));
    const margin = row.cells.get('ref')?.text ?? '';
    count(inColumn, wholeRef(margin) ?? leadingRef(margin));
  }
  const action = commonest(inAction);
  const column = commonest(inColumn);
  if (action.times >= ENOUGH * actions && action.times > 0 && action.times >= column.times / 2) {
    return { in: 'action', depth: action.depth };
  }
  if (column.times >= ENOUGH * actions && column.times > 0) return { in: 'ref', depth: column.depth };
  return { in: 'none', depth: 0 };
}

function count(depths: Map<number, number>, ref: LeadingRef | null): void {
  if (ref === null) return;
  const depth = depthOf(ref.ref);
  depths.set(depth, (depths.get(depth) ?? 0) + 1);
}

function commonest(depths: ReadonlyMap<number, number>): { depth: number; times: number } {
  let best = { depth: 0, times: 0 };
  for (const [depth, times] of depths) if (times > best.times) best = { depth, times };
  return best;
}

/** The action reference that a row prints, or null where it prints none of the plan's depth. */
export function refOfRow(actionText: string, margin: string, mode: RefMode): LeadingRef | null {
  if (mode.in === 'none') return null;
  const front = leadingRef(actionText);
  const numbered = front !== null && depthOf(front.ref) >= 2;
  if (front !== null && depthOf(front.ref) === mode.depth && (numbered || mode.in === 'action')) return front;
  const beside = wholeRef(margin) ?? (mode.in === 'ref' ? leadingRef(margin) : null);
  if (beside === null || (depthOf(beside.ref) !== mode.depth && mode.in !== 'ref')) return null;
  return { ...beside, rest: actionText };
}
