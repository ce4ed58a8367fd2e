import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDayOrMonth,
  parsePlainDay,
  parsePlainMonth,
  plainDay,
} from '../../../platform/time/plain-day.ts';
import { typedDayOrMonth } from './typed-day-or-month.rule.ts';

describe('a day or a month that somebody types', () => {
  it.each([
    ['31 March 2011', '2011-03-31'],
    [' 2011-03-31 ', '2011-03-31'],
    ['31/3/2011', '2011-03-31'],
    ['March 2011', '2011-03'],
    ['march 2011', '2011-03'],
    ['Mar 2011', '2011-03'],
    ['2011-03', '2011-03'],
    ['3/2011', '2011-03'],
  ])('%s is %s', (typed, read) => {
    expect(typedDayOrMonth(typed)).toBe(read);
  });

  it.each(['31 June 2011', '2011-13', '2011', 'March', 'monthly', 'Marchember 2011', '13/2011', ''])(
    '%s is neither',
    (typed) => {
      expect(typedDayOrMonth(typed)).toBeNull();
    },
  );

  it('is read back from what a form shows of it', () => {
    const days = fc.record({
      year: fc.integer({ min: 1900, max: 2199 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const whole = plainDay(year, month, day);
        expect(typedDayOrMonth(formatDayOrMonth(whole))).toBe(whole);
        expect(typedDayOrMonth(formatDayOrMonth(whole.slice(0, 7)))).toBe(whole.slice(0, 7));
      }),
    );
  });

  it('whatever is typed is a real day, a real month, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = typedDayOrMonth(typed);
        expect(read === null || parsePlainDay(read) !== null || parsePlainMonth(read) !== null).toBe(true);
      }),
    );
  });
});
