import type { NamedLead } from './named-lead.shape.ts';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { CalendarState } from '../states/calendar-state.rule.ts';
import { actionStateSql } from '../states/calendar-state.read.ts';
import { actionListConditions, all } from './list-conditions.read.ts';
import type { Listed, ListFilter, Page } from './list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface ActionRow {
  readonly ref: string;
  readonly text: string;
  readonly outcomeRef: string;
  readonly priority: number;
  readonly jointWith: readonly string[];
  readonly requirements: readonly string[];
  readonly leads: readonly NamedLead[];
  readonly milestones: number;
  readonly measures: number;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly state: CalendarState;
}

/** Actions of a plan in its own order, narrowed by a filter, a page at a time. */
export async function listActions(
  db: Db,
  plan: PlanInForce,
  filter: ListFilter,
  page: Page,
): Promise<Listed<ActionRow>> {
  const conditions = all(actionListConditions(filter, plan.on));
  const from = sql`improvement.action
    join improvement.outcome on outcome.version_id = action.version_id and outcome.ref = action.outcome_ref
    where action.version_id = ${plan.versionId} and ${conditions}`;
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*) as total from ${from}`.execute(db),
    sql<ActionRow>`
      with wanted as (
        select action.version_id, action.ref, action.position, action.text, action.outcome_ref as "outcomeRef",
          outcome.priority_number as priority, action.joint_with || outcome.joint_with as "jointWith"
        from ${from}
        order by action.position limit ${page.size} offset ${(page.number - 1) * page.size}
      )
      select wanted.ref, wanted.text, wanted."outcomeRef", wanted.priority, wanted."jointWith", dated.*,
        (select count(*) from improvement.measure
          where measure.version_id = wanted.version_id and measure.action_ref = wanted.ref) as measures,
        coalesce((select array_agg(carries.requirement_ref order by requirement.position) from improvement.carries
          join improvement.requirement on requirement.version_id = carries.version_id
            and requirement.ref = carries.requirement_ref
          where carries.version_id = wanted.version_id and carries.action_ref = wanted.ref), '{}') as requirements,
        coalesce((select json_agg(json_build_object('slug', named.slug, 'name', named.name) order by named.first)
          from (select lead.slug, lead.name, min(milestone_lead.milestone_ordinal * 1000 + milestone_lead.position) as first
            from improvement.milestone_lead
            join improvement.lead on lead.version_id = milestone_lead.version_id and lead.slug = milestone_lead.lead_slug
            where milestone_lead.version_id = wanted.version_id and milestone_lead.action_ref = wanted.ref
            group by lead.slug, lead.name) as named), '[]') as leads
      from wanted
      cross join lateral (
        select ${actionStateSql(plan.on)} as state, count(*) as milestones,
          min(milestone.starts_on) as "startsOn", max(milestone.ends_on) as "endsOn"
        from improvement.milestone
        where milestone.version_id = wanted.version_id and milestone.action_ref = wanted.ref
      ) as dated
      order by wanted.position`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows };
}
