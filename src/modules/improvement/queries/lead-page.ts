import { sql } from 'kysely';
import type { Db } from '../../../platform/db/tables.ts';
import type { LeadKind } from '../domain/lead-kind.ts';
import { EVERYTHING } from './list-filter.ts';
import { listMilestones, type MilestoneRow } from './list-milestones.ts';
import type { PlanInForce } from './plan-in-force.ts';

export interface LeadPage {
  readonly slug: string;
  readonly name: string;
  readonly kind: LeadKind;
  readonly jobTitle: string | null;
  readonly interim: boolean;
  readonly jobShare: boolean;
  /** Others the papers name in the same post. */
  readonly shareWith: readonly string[];
  readonly accountableFor: readonly { readonly number: number; readonly title: string }[];
  readonly requirements: readonly { readonly ref: string; readonly text: string }[];
  readonly milestones: readonly MilestoneRow[];
}

/** A person or post with all they answer for, due soonest first. */
export async function leadPage(db: Db, plan: PlanInForce, slug: string): Promise<LeadPage | null> {
  const { rows } = await sql<Omit<LeadPage, 'milestones'>>`
    select lead.slug, lead.name, lead.kind, lead.job_title as "jobTitle",
      coalesce(holding.interim, false) as interim, coalesce(holding.job_share, false) as "jobShare",
      coalesce((select array_agg(distinct person.name order by person.name) from identity.holding as other
        join identity.person on person.id = other.person_id
        where other.post_id = lead.post_id and other.person_id <> lead.person_id), '{}') as "shareWith",
      coalesce((select json_agg(json_build_object('number', priority.number, 'title', priority.title) order by priority.number)
        from improvement.priority_lead
        join improvement.priority on priority.version_id = priority_lead.version_id
          and priority.number = priority_lead.priority_number
        where priority_lead.version_id = lead.version_id and priority_lead.lead_slug = lead.slug), '[]') as "accountableFor",
      coalesce((select json_agg(json_build_object('ref', requirement.ref, 'text', requirement.text) order by requirement.position)
        from improvement.requirement
        where requirement.version_id = lead.version_id and exists (
          select from improvement.carries
          join improvement.milestone_lead on milestone_lead.version_id = carries.version_id
            and milestone_lead.action_ref = carries.action_ref
          where carries.version_id = requirement.version_id and carries.requirement_ref = requirement.ref
            and milestone_lead.lead_slug = lead.slug)), '[]') as requirements
    from improvement.lead
    left join lateral (select * from identity.holding
      where holding.post_id = lead.post_id and holding.person_id = lead.person_id
      order by holding.stated_on desc limit 1) as holding on true
    where lead.version_id = ${plan.versionId} and lead.slug = ${slug}`.execute(db);
  const [lead] = rows;
  if (lead === undefined) return null;
  const milestones = await listMilestones(db, plan, { lead: slug }, EVERYTHING, 'due');
  return { ...lead, milestones: milestones.rows };
}
