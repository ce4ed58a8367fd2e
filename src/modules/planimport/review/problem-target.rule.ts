import type { Action, PlanReading, Problem, Source } from '../../improvement/index.ts';

/** Where a person goes to put right what a problem is about. */
export type ProblemTarget =
  | { readonly kind: 'action'; readonly ref: string; readonly priority: number }
  | { readonly kind: 'milestone'; readonly ref: string; readonly ordinal: number; readonly priority: number };

/** Kinds of problem that lie in a row's dates, leads or measures; the others lie in the action itself. */
const OF_A_ROW = /date|year|month|period|timescale|range|^lead-|^no-lead|measure|status|^row-(cut|shifted)/;

/** An action with the number of the priority it stands under. */
export interface PlacedAction {
  readonly action: Action;
  readonly priority: number;
}

/** Every action of a reading by its reference. */
export function actionsByRef(reading: PlanReading): ReadonlyMap<string, PlacedAction> {
  return new Map(
    reading.priorities.flatMap(({ number, outcomes }) =>
      outcomes.flatMap(({ actions }) =>
        actions.map((action): [string, PlacedAction] => [action.ref, { action, priority: number }]),
      ),
    ),
  );
}

/** The action or row that a problem can be put right in; null where it concerns neither, such as an outcome. */
export function targetOf(problem: Problem, actions: ReadonlyMap<string, PlacedAction>): ProblemTarget | null {
  const found = problem.ref === null ? undefined : actions.get(problem.ref);
  if (found === undefined) return null;
  const { action, priority } = found;
  const ordinal = OF_A_ROW.test(problem.kind) ? rowOf(action, problem.source) : null;
  return ordinal === null
    ? { kind: 'action', ref: action.ref, priority }
    : { kind: 'milestone', ref: action.ref, ordinal, priority };
}

/** The row (from 1) that stands where a problem was found, or the only one there is. */
function rowOf(action: Action, source: Source): number | null {
  const index = action.milestones.findIndex(
    (milestone) =>
      samePlace(milestone.source, source) ||
      (source.line !== undefined && covers(milestone.source, source.line)),
  );
  if (index >= 0) return index + 1;
  return action.milestones.length === 1 ? 1 : null;
}

function samePlace(a: Source, b: Source): boolean {
  return (
    a.line === undefined &&
    a.row !== undefined &&
    a.row === b.row &&
    a.table === b.table &&
    a.sheet === b.sheet
  );
}

function covers(source: Source, line: number): boolean {
  return source.line !== undefined && source.line <= line && line <= (source.endLine ?? source.line);
}
