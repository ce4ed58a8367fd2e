import type { MilestoneRow } from './milestone-row.shape.ts';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { milestoneStateSql } from '../states/calendar-state.read.ts';
import { all, milestoneListConditions } from './list-conditions.read.ts';
import type { Listed, ListFilter, Page } from './list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

/** In what order milestones are listed: as the plan has them, or the one due soonest first. */
export type MilestoneOrder = 'plan' | 'due';

/** What is asked for by its date is wanted in the order of its dates. */
export function milestoneOrder(filter: ListFilter): MilestoneOrder {
  return filter.due === undefined && filter.status === undefined ? 'plan' : 'due';
}

/** Milestones of a plan, narrowed by a filter, a page at a time. */
export async function listMilestones(
  db: Db,
  plan: PlanInForce,
  filter: ListFilter,
  page: Page,
  order: MilestoneOrder = 'plan',
): Promise<Listed<MilestoneRow>> {
  const from = sql`improvement.milestone
    join improvement.action on action.version_id = milestone.version_id and action.ref = milestone.action_ref
    join improvement.outcome on outcome.version_id = action.version_id and outcome.ref = action.outcome_ref
    where milestone.version_id = ${plan.versionId} and ${all(milestoneListConditions(filter, plan.on))}`;
  const sorted =
    order === 'plan'
      ? sql`milestone.position`
      : sql`milestone.ends_on nulls last, milestone.starts_on nulls last, milestone.position`;
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*) as total from ${from}`.execute(db),
    sql<MilestoneRow>`
      select milestone.action_ref as "actionRef", action.text as "actionText", milestone.ordinal,
        outcome.priority_number as priority, milestone.timescale_as_printed as "timescaleAsPrinted",
        milestone.start_as_read as start, milestone.end_as_read as "end",
        milestone.starts_on as "startsOn", milestone.ends_on as "endsOn", milestone.review, milestone.recurrence,
        milestone.how_read as "howRead", ${milestoneStateSql(plan.on)} as state,
        coalesce((select json_agg(json_build_object('slug', lead.slug, 'name', lead.name) order by milestone_lead.position)
          from improvement.milestone_lead
          join improvement.lead on lead.version_id = milestone_lead.version_id and lead.slug = milestone_lead.lead_slug
          where milestone_lead.version_id = milestone.version_id and milestone_lead.action_ref = milestone.action_ref
            and milestone_lead.milestone_ordinal = milestone.ordinal), '[]') as leads,
        coalesce((select array_agg(measure.text order by measure.ordinal) from improvement.measure
          where measure.version_id = milestone.version_id and measure.action_ref = milestone.action_ref
            and measure.milestone_ordinal = milestone.ordinal), '{}') as measures
      from ${from}
      order by ${sorted} limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows };
}
