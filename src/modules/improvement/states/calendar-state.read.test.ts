import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { addDays, plainDay } from '../../../platform/time/plain-day.ts';
import { type CalendarState, stateOfAction, stateOfMilestone } from './calendar-state.rule.ts';
import { actionStateSql, milestoneStateSql } from './calendar-state.read.ts';

const on = plainDay(2011, 5, 12);
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Every way a milestone can lie about the day, and every status. */
const days = [null, addDays(on, -30), addDays(on, -1), on, addDays(on, 1), addDays(on, 30)];
const rows = days.flatMap((startsOn) =>
  days.flatMap((endsOn) => ([null, 'completed'] as const).map((status) => ({ startsOn, endsOn, status }))),
);

it('says in SQL what the rule says, for every way a milestone can lie about the day', async () => {
  const named = rows.map((row) => ({ starts_on: row.startsOn, ends_on: row.endsOn, status: row.status }));
  const { rows: answers } = await sql<{ state: CalendarState }>`
    select ${milestoneStateSql(on)} as state
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as milestone(starts_on date, ends_on date, status text)
  `.execute(database.db);
  expect(answers.map(({ state }) => state)).toEqual(rows.map((row) => stateOfMilestone(row, on)));
});

it('says the same of an action over every pair of milestones', async () => {
  const pairs = rows.flatMap((a) => rows.map((b) => [a, b] as const));
  const named = pairs.flatMap((pair, action) =>
    pair.map((row) => ({ action, starts_on: row.startsOn, ends_on: row.endsOn, status: row.status })),
  );
  const { rows: answers } = await sql<{ state: CalendarState }>`
    select ${actionStateSql(on)} as state
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
      as milestone(action int, starts_on date, ends_on date, status text)
    group by action order by action`.execute(database.db);
  expect(answers.map(({ state }) => state)).toEqual(
    pairs.map((pair) => stateOfAction(pair.map((row) => stateOfMilestone(row, on)))),
  );
});
