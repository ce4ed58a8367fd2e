import { type RawBuilder, sql } from 'kysely';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { CalendarState } from './calendar-state.rule.ts';

/**
 * The rule of `states/calendar-state.rule.ts` for a milestone row called `milestone`, in SQL, so that a list can be filtered and
 * counted in the database. `calendar-state.read.test.ts` holds the two to the same answers: change them together.
 */
export function milestoneStateSql(on: PlainDay): RawBuilder<CalendarState> {
  return sql<CalendarState>`case
    when milestone.status = 'completed' then 'completed'
    when milestone.ends_on < ${on}::date then 'past-its-date'
    when milestone.starts_on is null and milestone.ends_on is null then 'no-date'
    when milestone.starts_on > ${on}::date then 'to-come'
    else 'running' end`;
}

/** The rule for an action over its milestones' states, for use where rows are grouped by action. */
export function actionStateSql(on: PlainDay): RawBuilder<CalendarState> {
  const state = milestoneStateSql(on);
  return sql<CalendarState>`case
    when coalesce(bool_or(${state} = 'past-its-date'), false) then 'past-its-date'
    when bool_or(${state} = 'running')
      or (bool_or(${state} = 'completed') and bool_or(${state} = 'to-come')) then 'running'
    when bool_or(${state} = 'to-come') then 'to-come'
    when bool_or(${state} = 'completed') then 'completed'
    else 'no-date' end`;
}
