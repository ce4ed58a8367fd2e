import { sql } from 'kysely';
import type { Db } from '../src/platform/db/index.ts';

/**
 * What the pages are held against: the least that any program would do to answer with the same rows. One query each,
 * of the kind a person writes by hand, and the rows as they come.
 */
export interface BareQueries {
  readonly home: (db: Db) => Promise<unknown>;
  readonly requirement: (db: Db, ref: string) => Promise<unknown>;
}

/**
 * The bare queries of one plan, as at one day. The home page shows each action with its state and counts what each
 * lacks, so its rows are the actions with their dates, leads, measures and requirements; the names of leads, the
 * requirements that nobody carries and what makes two actions the same are left out, to the query's advantage.
 */
export function bareQueries(versionId: number, on: string): BareQueries {
  return {
    home: async (db) => {
      const { rows } = await sql`
        with milestones as (
          select action_ref, count(*) as number, min(starts_on) as starts_on, max(ends_on) as ends_on,
            bool_or(ends_on < ${on}::date and status is null) as past, bool_and(status = 'completed') as completed,
            count(*) filter (where status is null and date_trunc('month', ends_on) = date_trunc('month', ${on}::date))
              as due_this_month
          from improvement.milestone where version_id = ${versionId} group by action_ref
        ), leads as (
          select action_ref, array_agg(distinct lead_slug) as slugs
          from improvement.milestone_lead where version_id = ${versionId} group by action_ref
        ), measures as (
          select action_ref, count(*) as number
          from improvement.measure where version_id = ${versionId} group by action_ref
        ), carried as (
          select action_ref, array_agg(requirement_ref) as refs
          from improvement.carries where version_id = ${versionId} group by action_ref
        )
        select priority.number, priority.title, action.ref, milestones.*, leads.slugs, measures.number as measures,
          carried.refs as requirements
        from improvement.action
        join improvement.outcome on outcome.version_id = action.version_id and outcome.ref = action.outcome_ref
        join improvement.priority on priority.version_id = action.version_id
          and priority.number = outcome.priority_number
        left join milestones on milestones.action_ref = action.ref
        left join leads on leads.action_ref = action.ref
        left join measures on measures.action_ref = action.ref
        left join carried on carried.action_ref = action.ref
        where action.version_id = ${versionId} order by action.position`.execute(db);
      return rows;
    },
    requirement: async (db, ref) => {
      const { rows } = await sql`
        select requirement.*, requirement_set.title as set_title,
          (select json_agg(requirement_target order by ordinal) from improvement.requirement_target
            where requirement_target.version_id = requirement.version_id and requirement_ref = requirement.ref) as targets,
          (select json_agg(json_build_object('ref', action.ref, 'text', action.text, 'outcome', action.outcome_ref,
              'through', carries.through, 'milestones', rows.number, 'measures', measures.number, 'leads', leads.names,
              'starts_on', rows.starts_on, 'ends_on', rows.ends_on, 'past', rows.past) order by action.position)
            from improvement.carries
            join improvement.action on action.version_id = carries.version_id and action.ref = carries.action_ref
            cross join lateral (select count(*) as number, min(starts_on) as starts_on, max(ends_on) as ends_on,
                bool_or(ends_on < ${on}::date and status is null) as past
              from improvement.milestone where milestone.version_id = action.version_id
                and milestone.action_ref = action.ref) as rows
            cross join lateral (select count(*) as number from improvement.measure
              where measure.version_id = action.version_id and measure.action_ref = action.ref) as measures
            cross join lateral (select array_agg(distinct lead.name) as names from improvement.milestone_lead
              join improvement.lead on lead.version_id = milestone_lead.version_id and lead.slug = milestone_lead.lead_slug
              where milestone_lead.version_id = action.version_id and milestone_lead.action_ref = action.ref) as leads
            where carries.version_id = requirement.version_id and carries.requirement_ref = requirement.ref) as actions
        from improvement.requirement
        join improvement.requirement_set on requirement_set.version_id = requirement.version_id
          and requirement_set.code = requirement.set_code
        where requirement.version_id = ${versionId} and requirement.ref = ${ref}`.execute(db);
      return rows;
    },
  };
}
