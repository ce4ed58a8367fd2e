import type {
  Coverage,
  KnownReferences,
  MilestoneRow,
  OddityRow,
  PlanInForce,
  PlanLine,
  PlanPaths,
} from '../../../improvement/index.ts';
import type { Break } from '../../breaks/breaks.rule.ts';

/** Everything a progress report is written from. Nothing more is asked of the database once this is gathered. */
export interface ReportMaterial {
  /** As it stands at the head of a paper: "Kent County Council". */
  readonly council: string;
  readonly plan: PlanInForce;
  readonly line: PlanLine;
  readonly coverage: Coverage;
  /** Every break in the line on the day. */
  readonly breaks: readonly Break[];
  /** Each milestone with its measures, in the plan's order; null where there are too many to print one by one. */
  readonly milestones: readonly MilestoneRow[] | null;
  readonly oddities: readonly OddityRow[];
  readonly refs: KnownReferences;
  readonly paths: PlanPaths;
}

/**
 * Rows of one table that a paper prints. A board cannot read more; the spreadsheet of the same list holds them all,
 * and the paper says where it is.
 */
export const ROWS_PRINTED = 200;

/**
 * Milestones that a paper prints one by one: four times a large county's plan. A plan of more is shown in brief, set by
 * set and priority by priority, because setting thousands of pages would take more memory than a council's server has.
 */
export const MILESTONES_PRINTED = 600;
