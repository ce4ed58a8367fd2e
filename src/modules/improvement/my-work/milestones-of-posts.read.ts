import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { NamedPost } from '../../identity/index.ts';
import type { CalendarState } from '../states/calendar-state.rule.ts';
import { milestoneStateSql } from '../states/calendar-state.read.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

/** Whose work is asked for: the posts they hold, and their own records. */
export interface WorkOf {
  readonly posts: readonly NamedPost[];
  readonly personIds: readonly number[];
}

/** A milestone that somebody answers for. */
export interface OwnMilestone {
  readonly actionRef: string;
  readonly actionText: string;
  readonly ordinal: number;
  /** Milestones of the same action. */
  readonly ofMilestones: number;
  readonly start: string | null;
  readonly end: string | null;
  readonly endsOn: string | null;
  readonly review: boolean;
  readonly recurrence: string | null;
  readonly state: CalendarState;
  readonly measures: number;
  /** Names by which the plan calls them: the post, or the person. */
  readonly as: readonly string[];
}

/**
 * Milestones that these posts answer for, the one due soonest first. A name of the plan goes
 * 1. with the post it is tied to, to whoever holds that post now: the person the plan lists in it, the post by the title the
 *    list gives it, and a post of several holders that the list says they hold;
 * 2. where it is the title of a post of the council and tied to none, with that post;
 * 3. where it is tied to a person alone, with the person.
 */
export async function milestonesOf(
  db: Db,
  plan: Pick<PlanInForce, 'versionId' | 'on'>,
  { posts, personIds }: WorkOf,
): Promise<readonly OwnMilestone[]> {
  if (posts.length + personIds.length === 0) return [];
  const postIds = sql`${posts.map(({ id }) => id)}::bigint[]`;
  const titles = sql`${posts.filter(({ ofCouncil }) => ofCouncil).map(({ title }) => title.toLowerCase())}::text[]`;
  const { rows } = await sql<OwnMilestone>`
    with holder as (
      select job_title, holds from improvement.lead where version_id = ${plan.versionId} and post_id = any(${postIds})
    ), own as (
      select milestone_lead.action_ref, milestone_lead.milestone_ordinal,
        array_agg(lead.name order by milestone_lead.position) as names
      from improvement.lead
      join improvement.milestone_lead on milestone_lead.version_id = lead.version_id
        and milestone_lead.lead_slug = lead.slug
      where lead.version_id = ${plan.versionId} and (lead.post_id = any(${postIds})
        or (lead.post_id is null and lead.person_id = any(${[...personIds]}::bigint[]))
        or (lead.post_id is null and lead.person_id is null and (lower(lead.name) = any(${titles})
          or exists (select from holder where lead.name = holder.job_title or lead.name = any(holder.holds)))))
      group by milestone_lead.action_ref, milestone_lead.milestone_ordinal
    )
    select milestone.action_ref as "actionRef", action.text as "actionText", milestone.ordinal,
      (select count(*) from improvement.milestone as of_action where of_action.version_id = milestone.version_id
        and of_action.action_ref = milestone.action_ref) as "ofMilestones",
      milestone.start_as_read as start, milestone.end_as_read as "end", milestone.ends_on as "endsOn",
      milestone.review, milestone.recurrence, ${milestoneStateSql(plan.on)} as state,
      (select count(*) from improvement.measure where measure.version_id = milestone.version_id
        and measure.action_ref = milestone.action_ref and measure.milestone_ordinal = milestone.ordinal) as measures, own.names as "as"
    from own
    join improvement.milestone on milestone.version_id = ${plan.versionId}
      and milestone.action_ref = own.action_ref and milestone.ordinal = own.milestone_ordinal
    join improvement.action on action.version_id = milestone.version_id and action.ref = milestone.action_ref
    order by milestone.ends_on nulls last, milestone.starts_on nulls last, milestone.position`.execute(db);
  return rows;
}
