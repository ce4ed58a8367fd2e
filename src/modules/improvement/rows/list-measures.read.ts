import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { CalendarState } from '../states/calendar-state.rule.ts';
import { milestoneStateSql } from '../states/calendar-state.read.ts';
import { all, milestoneListConditions } from './list-conditions.read.ts';
import type { Listed, ListFilter, Page } from './list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface MeasureRow {
  readonly actionRef: string;
  readonly milestone: number;
  readonly ordinal: number;
  readonly text: string;
  readonly timescaleAsPrinted: string;
  readonly endsOn: string | null;
  readonly state: CalendarState;
}

/** Measures of a plan in its own order: what would show that each milestone did what it was for. */
export async function listMeasures(
  db: Db,
  plan: PlanInForce,
  filter: ListFilter,
  page: Page,
): Promise<Listed<MeasureRow>> {
  const from = sql`improvement.measure
    join improvement.milestone on milestone.version_id = measure.version_id
      and milestone.action_ref = measure.action_ref and milestone.ordinal = measure.milestone_ordinal
    join improvement.action on action.version_id = milestone.version_id and action.ref = milestone.action_ref
    join improvement.outcome on outcome.version_id = action.version_id and outcome.ref = action.outcome_ref
    where measure.version_id = ${plan.versionId} and ${all(milestoneListConditions(filter, plan.on))}`;
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*) as total from ${from}`.execute(db),
    sql<MeasureRow>`
      select measure.action_ref as "actionRef", measure.milestone_ordinal as milestone, measure.ordinal, measure.text,
        milestone.timescale_as_printed as "timescaleAsPrinted", milestone.ends_on as "endsOn",
        ${milestoneStateSql(plan.on)} as state
      from ${from}
      order by milestone.position, measure.ordinal
      limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows };
}
