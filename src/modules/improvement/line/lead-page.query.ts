import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { howHeld, type HowHeld } from '../../identity/index.ts';
import type { LeadKind } from '../plan/lead-kind.rule.ts';
import { EVERYTHING } from '../rows/list-filter.shape.ts';
import type { NamedLead } from '../rows/named-lead.shape.ts';
import { listMilestones } from '../rows/list-milestones.read.ts';
import type { MilestoneRow } from '../rows/milestone-row.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface LeadPage {
  readonly slug: string;
  readonly name: string;
  readonly kind: LeadKind;
  readonly jobTitle: string | null;
  /** Whether the plan's list of leads says who this is. */
  readonly introduced: boolean;
  /** How the post is held, where the plan's list of leads says. */
  readonly held: HowHeld | null;
  /** For a post: who holds it, where the plan's list of leads says. */
  readonly holders: readonly NamedLead[];
  /** For a person: posts of several holders that they hold. */
  readonly holds: readonly NamedLead[];
  readonly accountableFor: readonly { readonly number: number; readonly title: string }[];
  readonly requirements: readonly { readonly ref: string; readonly text: string }[];
  readonly milestones: readonly MilestoneRow[];
}

/** A person or post with all they answer for, due soonest first. */
export async function leadPage(db: Db, plan: PlanInForce, slug: string): Promise<LeadPage | null> {
  const { rows } = await sql<
    Omit<LeadPage, 'milestones' | 'held'> & { personId: number | null; postId: number | null }
  >`
    select lead.slug, lead.name, lead.kind, lead.job_title as "jobTitle", lead.introduced,
      lead.person_id as "personId", lead.post_id as "postId",
      coalesce((select json_agg(json_build_object('slug', holder.slug, 'name', holder.name) order by holder.name)
        from improvement.lead as holder
        where holder.version_id = lead.version_id and (lead.name = any(holder.holds) or lead.name = holder.job_title)), '[]') as holders,
      coalesce((select json_agg(json_build_object('slug', post.slug, 'name', post.name) order by post.name)
        from improvement.lead as post
        where post.version_id = lead.version_id and post.name = any(lead.holds)), '[]') as holds,
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
    where lead.version_id = ${plan.versionId} and lead.slug = ${slug}`.execute(db);
  const [lead] = rows;
  if (lead === undefined) return null;
  const { personId, postId, ...shown } = lead;
  const [milestones, held] = await Promise.all([
    listMilestones(db, plan, { lead: slug }, EVERYTHING, 'due'),
    personId === null || postId === null ? null : howHeld(db, personId, postId, plan.on),
  ]);
  return { ...shown, held, milestones: milestones.rows };
}
