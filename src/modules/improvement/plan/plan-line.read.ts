import type { LineAction, LineRequirement, LineLead, PlanLine } from './plan-line.shape.ts';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { keepPerVersion } from './keep-per-version.read.ts';

/** The joined version. Asked once and kept, since a version is never changed. */
export const planLine = keepPerVersion(async (db: Db, versionId: number): Promise<PlanLine> => {
  const [requirementSets, requirements, priorities, outcomes, actions, leads] = await Promise.all([
    sql<PlanLine['requirementSets'][number]>`select code, title from improvement.requirement_set
      where version_id = ${versionId} order by position`.execute(db),
    sql<LineRequirement>`select ref, set_code as "setCode", text, section, deadline from improvement.requirement
      where version_id = ${versionId} order by position`.execute(db),
    sql<PlanLine['priorities'][number]>`select number, title,
        array(select lead_slug from improvement.priority_lead where priority_lead.version_id = priority.version_id
          and priority_lead.priority_number = priority.number order by position) as accountable
      from improvement.priority where version_id = ${versionId} order by number`.execute(db),
    sql<PlanLine['outcomes'][number]>`select ref, priority_number as priority, text from improvement.outcome
      where version_id = ${versionId} order by position`.execute(db),
    lineActions(db, versionId),
    sql<LineLead>`select slug, name, kind, job_title as "jobTitle", introduced from improvement.lead
      where version_id = ${versionId} order by name`.execute(db),
  ]);
  return {
    requirementSets: requirementSets.rows,
    requirements: requirements.rows,
    priorities: priorities.rows,
    outcomes: outcomes.rows,
    actions,
    leads: leads.rows,
    measures: actions.reduce(
      (all, action) => all + action.milestones.reduce((some, milestone) => some + milestone.measures, 0),
      0,
    ),
  };
});

async function lineActions(db: Db, versionId: number): Promise<readonly LineAction[]> {
  const { rows } = await sql<LineAction>`
    with leads as (
      select action_ref, milestone_ordinal, array_agg(lead_slug order by position) as slugs
      from improvement.milestone_lead where version_id = ${versionId} group by action_ref, milestone_ordinal
    ), measures as (
      select action_ref, milestone_ordinal, count(*) as number
      from improvement.measure where version_id = ${versionId} group by action_ref, milestone_ordinal
    ), milestones as (
      select milestone.action_ref, json_agg(json_build_object('ordinal', ordinal,
        'timescaleAsPrinted', timescale_as_printed, 'startsOn', starts_on, 'endsOn', ends_on, 'status', status,
        'review', review, 'recurrence', recurrence, 'leads', coalesce(leads.slugs, '{}'),
        'measures', coalesce(measures.number, 0)) order by ordinal) as rows
      from improvement.milestone
      left join leads on leads.action_ref = milestone.action_ref and leads.milestone_ordinal = milestone.ordinal
      left join measures on measures.action_ref = milestone.action_ref and measures.milestone_ordinal = milestone.ordinal
      where milestone.version_id = ${versionId} group by milestone.action_ref
    ), carried as (
      select carries.action_ref, json_agg(json_build_object('ref', carries.requirement_ref, 'through', carries.through)
        order by requirement.position) as rows
      from improvement.carries
      join improvement.requirement on requirement.version_id = carries.version_id
        and requirement.ref = carries.requirement_ref
      where carries.version_id = ${versionId} group by carries.action_ref
    ), links as (
      select from_ref, array_agg(to_ref order by to_ref) as refs from improvement.cross_reference
      where version_id = ${versionId} group by from_ref
    )
    select action.ref, action.text, action.outcome_ref as "outcomeRef", outcome.priority_number as priority,
      action.joint_with || outcome.joint_with as "jointWith", coalesce(carried.rows, '[]') as requirements,
      action.unlisted_tags as "unlistedTags",
      coalesce(links.refs, '{}') as "crossReferences", coalesce(milestones.rows, '[]') as milestones
    from improvement.action
    join improvement.outcome on outcome.version_id = action.version_id and outcome.ref = action.outcome_ref
    left join milestones on milestones.action_ref = action.ref
    left join carried on carried.action_ref = action.ref
    left join links on links.from_ref = action.ref
    where action.version_id = ${versionId}
    order by action.position`.execute(db);
  return rows;
}
