import type { LineAction, LineRequirement, PlanLine } from '../queries/plan-line.ts';

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

/** Which requirement is carried by which actions, weakest first. */
export function coverageOf(line: PlanLine): Coverage {
  const carriers = new Map<string, { action: LineAction; through: 'action' | 'outcome' }[]>();
  for (const action of line.actions)
    for (const { ref, through } of action.requirements) {
      const held = carriers.get(ref) ?? [];
      held.push({ action, through });
      carriers.set(ref, held);
    }
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
