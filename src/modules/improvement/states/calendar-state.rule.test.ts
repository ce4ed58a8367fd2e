import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../../platform/time/plain-day.ts';
import {
  CALENDAR_STATES,
  type CalendarState,
  type DatedMilestone,
  stateOfAction,
  stateOfMilestone,
} from './calendar-state.rule.ts';

const on = plainDay(2011, 5, 12);

function dated(
  startsOn: string | null,
  endsOn: string | null,
  status: DatedMilestone['status'] = null,
): DatedMilestone {
  return { startsOn, endsOn, status };
}

describe('the state of a milestone on 12 May 2011', () => {
  it.each<[string, DatedMilestone, CalendarState]>([
    [
      'the plan says completed, whatever its days',
      dated('2011-06-01', '2011-07-01', 'completed'),
      'completed',
    ],
    ['its last day was yesterday', dated(null, '2011-05-11'), 'past-its-date'],
    ['its last day is today', dated('2011-03-01', '2011-05-12'), 'running'],
    ['its last day is tomorrow', dated('2011-03-01', '2011-05-13'), 'running'],
    ['its first day is today', dated('2011-05-12', '2011-06-01'), 'running'],
    ['its first day is tomorrow', dated('2011-05-13', '2011-06-01'), 'to-come'],
    ['a lone end ahead has begun', dated(null, '2011-06-01'), 'running'],
    ['a lone start behind goes on', dated('2011-03-01', null), 'running'],
    ['a lone start ahead', dated('2011-06-01', null), 'to-come'],
    ['no day at all', dated(null, null), 'no-date'],
  ])('%s', (_, milestone, state) => {
    expect(stateOfMilestone(milestone, on)).toBe(state);
  });
});

it('states are listed from the most serious to the least', () => {
  expect(CALENDAR_STATES).toEqual(['past-its-date', 'running', 'to-come', 'no-date', 'completed']);
});

describe('the state of an action', () => {
  it.each<[readonly CalendarState[], CalendarState]>([
    [[], 'no-date'],
    [['completed'], 'completed'],
    [['completed', 'past-its-date', 'running'], 'past-its-date'],
    [['completed', 'running'], 'running'],
    [['completed', 'to-come'], 'running'],
    [['to-come', 'to-come'], 'to-come'],
    [['completed', 'no-date'], 'completed'],
    [['to-come', 'no-date'], 'to-come'],
    [['no-date'], 'no-date'],
  ])('%j is %s', (milestones, state) => {
    expect(stateOfAction(milestones)).toBe(state);
  });

  it('does not depend on the order of its milestones', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CALENDAR_STATES)), (states) => {
        expect(stateOfAction(states.toReversed())).toBe(stateOfAction(states));
      }),
    );
  });
});
