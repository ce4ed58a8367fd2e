import { describe, expect, it } from 'vitest';
import { plainDay } from '../../../platform/time/plain-day.ts';
import { dueSoonestFirst, workPartOf } from './my-work.rule.ts';

const on = plainDay(2026, 5, 12);

describe('where a milestone stands on My work', () => {
  it.each([
    ['past-its-date', '2026-05-11', 'past'],
    ['running', '2026-05-12', 'this-month'],
    ['to-come', '2026-05-31', 'this-month'],
    ['running', '2026-06-01', 'later'],
    // The same month of another year is another month.
    ['running', '2027-05-12', 'later'],
    ['running', null, 'later'],
    ['no-date', null, 'no-date'],
    ['completed', '2026-05-01', 'completed'],
    ['completed', null, 'completed'],
  ] as const)('%s, ending %s: %s', (state, endsOn, part) => {
    expect(workPartOf({ state, endsOn, on })).toBe(part);
  });

  it('is in the order of last days, with those that have none at the end', () => {
    const ends = [null, '2026-06-01', '2011-05-01', '2026-05-31'].map((endsOn) => ({ endsOn }));
    expect(ends.toSorted(dueSoonestFirst).map(({ endsOn }) => endsOn)).toEqual([
      '2011-05-01',
      '2026-05-31',
      '2026-06-01',
      null,
    ]);
  });
});
