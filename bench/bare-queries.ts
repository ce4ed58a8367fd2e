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

/** The bare queries of one plan, as at one day. */
export function bareQueries(versionId: number, on: string): BareQueries {
  return {
    home: async (db) => {
      const { rows } = await sql`
        select priority.number, priority.title, action.ref,
          count(*) filter (where milestone.ends_on < ${on}::date and milestone.status is null) as past,
          count(*) filter (where milestone.status is null) as open, min(milestone.starts_on) as starts_on
        from improvement.priority
        join improvement.outcome on outcome.version_id = priority.version_id
          and outcome.priority_number = priority.number
        join improvement.action on action.version_id = outcome.version_id and action.outcome_ref = outcome.ref
        join improvement.milestone on milestone.version_id = action.version_id and milestone.action_ref = action.ref
        where priority.version_id = ${versionId}
        group by priority.number, priority.title, action.ref, action.position
        order by action.position`.execute(db);
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
