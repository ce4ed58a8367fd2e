import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  dayInLondon,
  daysBetween,
  earliestDayOf,
  firstOfMonth,
  formatDay,
  formatDayOrMonth,
  formatDayShort,
  formatDayWithWeekday,
  formatMonth,
  lastOfMonth,
  latestDayOf,
  monthOf,
  parsePlainDay,
  parsePlainMonth,
  parseTypedDay,
  plainDay,
  todayInLondon,
  weekdayOf,
  type PlainDay,
} from './plain-day.ts';

const anyDay = fc
  .integer({ min: -354_285, max: 2_932_896 })
  .map((offset) => addDays(plainDay(1970, 1, 1), offset));

describe('parsePlainDay', () => {
  it.each(['2011-05-12', '2012-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(parsePlainDay(text)).toBe(text);
  });
  it.each([
    '2011-06-31',
    '2011-02-29',
    '1900-02-29',
    '2011-13-01',
    '2011-00-10',
    '2011-01-00',
    '0999-01-01',
    '2011-5-12',
    '2011-05-12 ',
    '2011-05-12T00:00:00Z',
    '12/05/2011',
    '２０１１-05-12',
    '',
  ])('refuses %j', (text) => {
    expect(parsePlainDay(text)).toBeNull();
  });
  it('never throws, and gives back only the text it was given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([null, text]).toContain(parsePlainDay(text));
      }),
    );
  });
});

describe('parsePlainMonth', () => {
  it.each(['2011-05', '2012-12'])('accepts %s', (text) => expect(parsePlainMonth(text)).toBe(text));
  it.each(['2011-13', '2011-00', '2011', '2011-5', '2011-05-12'])('refuses %s', (text) => {
    expect(parsePlainMonth(text)).toBeNull();
  });
});

describe('arithmetic', () => {
  it('goes over the ends of months, years and leap days', () => {
    expect(addDays(plainDay(2011, 12, 31), 1)).toBe('2012-01-01');
    expect(addDays(plainDay(2012, 2, 28), 1)).toBe('2012-02-29');
    expect(addDays(plainDay(2011, 3, 1), -1)).toBe('2011-02-28');
    expect(addDays(plainDay(2011, 3, 26), 1)).toBe('2011-03-27');
  });
  it('counts 730 days from 1 April 2009 to 1 April 2011', () => {
    expect(daysBetween(plainDay(2009, 4, 1), plainDay(2011, 4, 1))).toBe(730);
  });
  it('undoes itself', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(daysBetween(b, a)));
      }),
    );
  });
  it('keeps to the end of a shorter month', () => {
    expect(addMonths(plainDay(2011, 10, 31), 4)).toBe('2012-02-29');
    expect(addMonths(plainDay(2012, 1, 12), 4)).toBe('2012-05-12');
    expect(addMonths(plainDay(2012, 1, 31), -2)).toBe('2011-11-30');
  });
  it('knows the weekday', () => {
    expect(weekdayOf(plainDay(2011, 5, 12))).toBe(4);
    expect(weekdayOf(plainDay(1969, 12, 28))).toBe(7);
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(day)).toBe(new Date(`${day}T12:00:00Z`).getUTCDay() || 7);
      }),
    );
  });
  it('refuses a day beyond the calendar it keeps', () => {
    expect(() => addDays(plainDay(9999, 12, 31), 1)).toThrow(RangeError);
    expect(() => plainDay(2011, 6, 31)).toThrow(RangeError);
  });
});

describe('months', () => {
  const day = plainDay(2011, 5, 12);
  it('finds the month and its ends', () => {
    expect([monthOf(day), firstOfMonth(day), lastOfMonth(day)]).toEqual([
      '2011-05',
      '2011-05-01',
      '2011-05-31',
    ]);
    expect(lastOfMonth(plainDay(2012, 2, 1))).toBe('2012-02-29');
  });
  it('says the earliest and latest day that a day or month can mean', () => {
    expect([earliestDayOf('2011-06'), latestDayOf('2011-06')]).toEqual(['2011-06-01', '2011-06-30']);
    expect([earliestDayOf('2011-06-09'), latestDayOf('2011-06-09')]).toEqual(['2011-06-09', '2011-06-09']);
    expect(() => latestDayOf('June')).toThrow(RangeError);
    expect(() => latestDayOf('2011-06-31')).toThrow(RangeError);
  });
});

describe('words', () => {
  it('writes days and months in GOV.UK style', () => {
    const day = plainDay(2011, 9, 5);
    expect(formatDay(day)).toBe('5 September 2011');
    expect(formatDayShort(day)).toBe('5 Sep 2011');
    expect(formatDayWithWeekday(day)).toBe('Monday 5 September 2011');
    expect(formatMonth('2011-05')).toBe('May 2011');
    expect(formatDayOrMonth('2011-05')).toBe('May 2011');
    expect(formatDayOrMonth('2011-05-12')).toBe('12 May 2011');
    expect(() => formatMonth('2011-13')).toThrow(RangeError);
  });
});

describe('parseTypedDay', () => {
  it.each([
    ['12 May 2011', '2011-05-12'],
    ['  12  may, 2011 ', '2011-05-12'],
    ['12th May 2011', '2011-05-12'],
    ['31st Sept 2011', null],
    ['30 Sept 2011', '2011-09-30'],
    ['30 Sept. 2011', '2011-09-30'],
    ['12/5/2011', '2011-05-12'],
    ['12/05/2011', '2011-05-12'],
    ['5/13/2011', null],
    ['12.5.2011', '2011-05-12'],
    ['12-05-2011', '2011-05-12'],
    ['12 05 2011', '2011-05-12'],
    ['12-May-2011', '2011-05-12'],
    ['2011-05-12', '2011-05-12'],
    ['2011-5-2', '2011-05-02'],
    ['May 12, 2011', '2011-05-12'],
    ['Thursday 12 May 2011', '2011-05-12'],
    ['Thurs 12 May 2011', '2011-05-12'],
    ['Friday 12 May 2011', null],
    ['29 February 2012', '2012-02-29'],
    ['29 February 2011', null],
    ['31 June 2011', null],
    ['12/5/11', null],
    ['12 Ma 2011', null],
    ['May 2011', null],
    ['tomorrow', null],
    ['12 May 0011', null],
    ['', null],
  ])('reads %j as %s', (typed, day) => {
    expect(parseTypedDay(typed)).toBe(day);
  });
  it('reads back every day in every way it is written', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(formatDay, formatDayShort, formatDayWithWeekday, String),
        (day, write) => {
          expect(parseTypedDay(write(day))).toBe(day);
        },
      ),
    );
  });
  it('gives null or a real day for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = parseTypedDay(text);
        expect(day === null || parsePlainDay(day) !== null).toBe(true);
      }),
    );
  });
});

describe('today in London', () => {
  it.each<[string, string]>([
    ['2011-05-12T22:59:59Z', '2011-05-12'],
    ['2011-05-12T23:00:00Z', '2011-05-13'],
    ['2011-12-12T23:59:59Z', '2011-12-12'],
    ['2011-12-13T00:00:00Z', '2011-12-13'],
  ])('at %s is %s', (instant, day) => {
    expect(todayInLondon(() => new Date(instant))).toBe(day as PlainDay);
  });
  it('refuses a clock that shows nothing', () => {
    expect(() => dayInLondon(new Date(Number.NaN))).toThrow(RangeError);
  });
});
