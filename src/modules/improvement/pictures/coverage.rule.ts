import type { LineAction, LineRequirement, PlanLine } from '../plan/plan-line.shape.ts';

export interface CoverageRow {
  readonly requirement: LineRequirement;
  readonly actions: readonly {
    readonly ref: string;
    readonly outcomeRef: string;
    readonly through: 'action' | 'outcome';
  }[];
  /** Different leads over those actions. */
  readonly leads: number;
  readonly grade: 'gap' | 'single-thread' | 'carried';
}

export interface Coverage {
  /** Gaps first, then requirements resting on a single action, then the rest; in the plan's order within each. */
  readonly rows: readonly CoverageRow[];
  readonly gaps: number;
  readonly singleThreads: number;
  /** Actions that carry no requirement at all. */
  readonly untied: readonly LineAction[];
}

const GRADES = ['gap', 'single-thread', 'carried'] as const;

/** An action that carries a requirement, and whether it is tagged itself or its outcome is. */
export interface Carrier {
  readonly action: LineAction;
  readonly through: 'action' | 'outcome';
}

/** Which actions carry each requirement, by its reference and in the plan's order; one that none carries is not in it. */
export function carriersOf(line: Pick<PlanLine, 'actions'>): ReadonlyMap<string, readonly Carrier[]> {
  const carriers = new Map<string, Carrier[]>();
  for (const action of line.actions)
    for (const { ref, through } of action.requirements) {
      const carrier = { action, through };
      const known = carriers.get(ref);
      if (known === undefined) carriers.set(ref, [carrier]);
      else known.push(carrier);
    }
  return carriers;
}

/** Which requirement is carried by which actions, weakest first. */
export function coverageOf(line: PlanLine): Coverage {
  const carriers = carriersOf(line);
  const rows = line.requirements
    .map((requirement): CoverageRow => {
      const carried = carriers.get(requirement.ref) ?? [];
      return {
        requirement,
        actions: carried.map(({ action, through }) => ({
          ref: action.ref,
          outcomeRef: action.outcomeRef,
          through,
        })),
        leads: new Set(carried.flatMap(({ action }) => action.milestones.flatMap(({ leads }) => leads))).size,
        grade: carried.length === 0 ? 'gap' : carried.length === 1 ? 'single-thread' : 'carried',
      };
    })
    .toSorted((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade));
  return {
    rows,
    gaps: rows.filter((row) => row.grade === 'gap').length,
    singleThreads: rows.filter((row) => row.grade === 'single-thread').length,
    untied: line.actions.filter((action) => action.requirements.length === 0),
  };
}
