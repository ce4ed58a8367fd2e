import { type RawBuilder, sql } from 'kysely';
import { earliestDayOf, latestDayOf, type PlainDay } from '../../../platform/time/plain-day.ts';
import { actionStateSql, milestoneStateSql } from '../states/calendar-state.read.ts';
import type { ListFilter } from './list-filter.shape.ts';

type Condition = RawBuilder<boolean>;

/** Conditions joined by "and"; none is true. */
export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** What holds of an action (rows called `action` and `outcome`) whichever list it is for. */
export function actionConditions(filter: ListFilter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.priority !== undefined) conditions.push(sql`outcome.priority_number = ${filter.priority}`);
  if (filter.action !== undefined) conditions.push(sql`action.ref = ${filter.action}`);
  if (filter.outcome !== undefined) conditions.push(sql`action.outcome_ref = ${filter.outcome}`);
  if (filter.partner !== undefined)
    conditions.push(
      sql`(${filter.partner} = any(action.joint_with) or ${filter.partner} = any(outcome.joint_with))`,
    );
  if (filter.requirement !== undefined)
    conditions.push(sql`exists (select from improvement.carries
      where carries.version_id = action.version_id and carries.action_ref = action.ref
        and carries.requirement_ref = ${filter.requirement})`);
  if (filter.text !== undefined && filter.text !== '') conditions.push(mentions(filter.text));
  if (filter.lacking !== undefined) conditions.push(lacks(filter.lacking));
  return conditions;
}

/** For lists with a row an action: any of its milestones may meet the lead and the month. */
export function actionListConditions(filter: ListFilter, on: PlainDay): Condition[] {
  const conditions = actionConditions(filter);
  if (filter.lead !== undefined)
    conditions.push(sql`exists (select from improvement.milestone_lead
      where milestone_lead.version_id = action.version_id and milestone_lead.action_ref = action.ref
        and milestone_lead.lead_slug = ${filter.lead})`);
  if (filter.due !== undefined)
    conditions.push(sql`exists (select from improvement.milestone
      where milestone.version_id = action.version_id and milestone.action_ref = action.ref
        and milestone.ends_on between ${earliestDayOf(filter.due)} and ${latestDayOf(filter.due)})`);
  if (filter.status !== undefined)
    conditions.push(sql`(select ${actionStateSql(on)} from improvement.milestone
      where milestone.version_id = action.version_id and milestone.action_ref = action.ref) = ${filter.status}`);
  return conditions;
}

/** For lists with a row a milestone (rows called `milestone` too): the milestone itself must meet them. */
export function milestoneListConditions(filter: ListFilter, on: PlainDay): Condition[] {
  const conditions = actionConditions(filter);
  if (filter.lead !== undefined)
    conditions.push(sql`exists (select from improvement.milestone_lead
      where milestone_lead.version_id = milestone.version_id and milestone_lead.action_ref = milestone.action_ref
        and milestone_lead.milestone_ordinal = milestone.ordinal and milestone_lead.lead_slug = ${filter.lead})`);
  if (filter.due !== undefined)
    conditions.push(
      sql`milestone.ends_on between ${earliestDayOf(filter.due)} and ${latestDayOf(filter.due)}`,
    );
  if (filter.status !== undefined) conditions.push(sql`${milestoneStateSql(on)} = ${filter.status}`);
  if (filter.open !== undefined) conditions.push(sql`milestone.status is null`);
  return conditions;
}

function mentions(text: string): Condition {
  const like = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(action.ref ilike ${like} or action.text ilike ${like} or outcome.text ilike ${like}
    or exists (select from improvement.measure
      where measure.version_id = action.version_id and measure.action_ref = action.ref and measure.text ilike ${like})
    or exists (select from improvement.milestone_lead
      join improvement.lead on lead.version_id = milestone_lead.version_id and lead.slug = milestone_lead.lead_slug
      where milestone_lead.version_id = action.version_id and milestone_lead.action_ref = action.ref
        and lead.name ilike ${like}))`;
}

function lacks(what: NonNullable<ListFilter['lacking']>): Condition {
  switch (what) {
    case 'lead':
      return sql`not exists (select from improvement.milestone_lead
        where milestone_lead.version_id = action.version_id and milestone_lead.action_ref = action.ref)`;
    case 'measure':
      return sql`not exists (select from improvement.measure
        where measure.version_id = action.version_id and measure.action_ref = action.ref)`;
    case 'date':
      return sql`not exists (select from improvement.milestone
        where milestone.version_id = action.version_id and milestone.action_ref = action.ref
          and (milestone.starts_on is not null or milestone.ends_on is not null or milestone.status = 'completed'))`;
    case 'requirement':
      return sql`not exists (select from improvement.carries
        where carries.version_id = action.version_id and carries.action_ref = action.ref)`;
  }
}
