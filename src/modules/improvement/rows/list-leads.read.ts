import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { LeadKind } from '../plan/lead-kind.rule.ts';
import { milestoneStateSql } from '../states/calendar-state.read.ts';
import type { ListFilter } from './list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface LeadRow {
  readonly slug: string;
  readonly name: string;
  readonly kind: LeadKind;
  readonly jobTitle: string | null;
  /** Whether the plan's list of leads says who this is. */
  readonly introduced: boolean;
  readonly actions: number;
  readonly milestones: number;
  readonly pastTheirDate: number;
  /** Milestones that end in the month of the day. */
  readonly dueThisMonth: number;
  readonly nextDay: string | null;
}

/** Everybody the plan names, with how much they answer for on the day; those with most first. */
export async function listLeads(
  db: Db,
  plan: PlanInForce,
  filter: Pick<ListFilter, 'text' | 'requirement'> = {},
): Promise<readonly LeadRow[]> {
  const words = `%${(filter.text ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const carrying =
    filter.requirement === undefined
      ? sql`true`
      : sql`exists (select from improvement.carries where carries.version_id = milestone.version_id
          and carries.action_ref = milestone.action_ref and carries.requirement_ref = ${filter.requirement})`;
  const state = milestoneStateSql(plan.on);
  const { rows } = await sql<LeadRow>`
    select lead.slug, lead.name, lead.kind, lead.job_title as "jobTitle", lead.introduced,
      count(distinct milestone.action_ref) as actions, count(milestone.ordinal) as milestones,
      count(*) filter (where ${state} = 'past-its-date') as "pastTheirDate",
      count(*) filter (where date_trunc('month', milestone.ends_on) = date_trunc('month', ${plan.on}::date)
        and milestone.status is null) as "dueThisMonth",
      min(milestone.ends_on) filter (where milestone.ends_on >= ${plan.on}::date and milestone.status is null) as "nextDay"
    from improvement.lead
    left join improvement.milestone_lead
      on milestone_lead.version_id = lead.version_id and milestone_lead.lead_slug = lead.slug
    left join improvement.milestone on milestone.version_id = milestone_lead.version_id
      and milestone.action_ref = milestone_lead.action_ref and milestone.ordinal = milestone_lead.milestone_ordinal
    where lead.version_id = ${plan.versionId} and ${carrying}
      and (lead.name ilike ${words} or lead.job_title ilike ${words})
    group by lead.slug, lead.name, lead.kind, lead.job_title, lead.introduced
    order by count(distinct milestone.action_ref) desc, lead.name`.execute(db);
  return rows;
}
