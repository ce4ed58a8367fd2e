import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidayOn, bankHolidays, bankHolidaysKnown, whyWorkingDaysNotKnown } from './bank-holidays.ts';
import { addDays, daysBetween, partsOf, plainDay, weekdayOf, type PlainDay } from './calendar-day.ts';
import {
  addWorkingDays,
  englandAndWales,
  isWorkingDay,
  workingCalendar,
  workingDayNumber,
  workingDaysBetween,
} from './working-days.ts';

const day = (text: string): PlainDay =>
  plainDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
const knownDay = fc
  .integer({ min: 0, max: daysBetween(bankHolidaysKnown.from, bankHolidaysKnown.to) })
  .map((offset) => addDays(bankHolidaysKnown.from, offset));

describe('bank holidays of England and Wales', () => {
  it.each([
    ['2011-01-03', "New Year's Day (substitute day)"],
    ['2011-04-29', 'Wedding of Prince William and Catherine Middleton'],
    ['2011-12-27', 'Christmas Day (substitute day)'],
    ['2012-06-04', 'Spring bank holiday (moved for the Diamond Jubilee)'],
    ['2012-06-05', 'Diamond Jubilee of Queen Elizabeth II'],
    ['2020-05-08', 'Early May bank holiday (moved for the 75th anniversary of VE Day)'],
    ['2022-06-02', 'Spring bank holiday (moved for the Platinum Jubilee)'],
    ['2022-06-03', 'Platinum Jubilee of Queen Elizabeth II'],
    ['2022-09-19', 'State funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Coronation of King Charles III'],
  ])('%s is %s', (text, name) => {
    expect(bankHolidayOn(day(text))).toEqual({ day: text, name });
  });
  it.each(['2011-01-01', '2012-05-28', '2020-05-04', '2022-05-30'])('%s is none', (text) => {
    expect(bankHolidayOn(day(text))).toBeNull();
  });
  it('holds the nine of 2011 that the rules name, and eight to ten in every year', () => {
    const in2011 = bankHolidays.filter(({ day }) => day.startsWith('2011')).map(({ day }) => day.slice(5));
    expect(in2011).toEqual(['01-03', '04-22', '04-25', '04-29', '05-02', '05-30', '08-29', '12-26', '12-27']);
    for (let year = 2007; year <= 2031; year += 1) {
      const held = bankHolidays.filter(({ day }) => partsOf(day).year === year);
      expect([8, 9, 10]).toContain(held.length);
    }
  });
  it('are in order, once each, and on working weekdays', () => {
    const days = bankHolidays.map(({ day }) => day);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.filter((holiday) => weekdayOf(holiday) > 5)).toEqual([]);
  });
  it('says so beyond the years that are known', () => {
    expect(bankHolidayOn(day('2006-12-31'))).toBe('not-known');
    expect(bankHolidayOn(day('2032-01-01'))).toBe('not-known');
    expect(whyWorkingDaysNotKnown()).toBe(
      'Working days can be counted from 1 January 2007 to 31 December 2031, the years whose bank holidays are held.',
    );
  });
});

describe('addWorkingDays', () => {
  it.each([
    [
      '2011-03-31',
      ['2011-04-01', '2011-04-11', '2011-04-14', '2011-04-21', '2011-05-25', '2011-06-06', '2011-06-09'],
    ],
    [
      '2011-04-18',
      ['2011-04-19', '2011-05-03', '2011-05-06', '2011-05-13', '2011-06-13', '2011-06-22', '2011-06-27'],
    ],
    [
      '2011-04-20',
      ['2011-04-21', '2011-05-05', '2011-05-10', '2011-05-17', '2011-06-15', '2011-06-24', '2011-06-29'],
    ],
    [
      '2011-04-30',
      ['2011-05-03', '2011-05-11', '2011-05-16', '2011-05-23', '2011-06-21', '2011-06-30', '2011-07-05'],
    ],
  ])('counts 1, 7, 10, 15, 35, 42 and 45 from a referral of %s', (referral, reached) => {
    const from = day(referral);
    expect([1, 7, 10, 15, 35, 42, 45].map((days) => addWorkingDays(from, days))).toEqual(reached);
    expect(reached.map((to) => workingDaysBetween(from, day(to)))).toEqual([1, 7, 10, 15, 35, 42, 45]);
  });
  it('can call the starting day day 1, as validators of national returns do', () => {
    const rule = 'start-day-is-one';
    expect(addWorkingDays(day('2011-04-18'), 1, englandAndWales, rule)).toBe('2011-04-18');
    expect(addWorkingDays(day('2011-04-18'), 7, englandAndWales, rule)).toBe('2011-04-28');
    expect(addWorkingDays(day('2011-04-30'), 1, englandAndWales, rule)).toBe('2011-05-03');
  });
  it('gives the day itself for none, and counts back', () => {
    expect(addWorkingDays(day('2011-04-30'), 0)).toBe('2011-04-30');
    expect(addWorkingDays(day('2011-05-03'), -1)).toBe('2011-04-28');
    expect(addWorkingDays(day('2011-04-30'), -1)).toBe('2011-04-28');
  });
  it('leaves out the days a council closes', () => {
    const closed = workingCalendar([day('2011-12-28'), day('2011-12-29'), day('2011-12-30')]);
    expect(addWorkingDays(day('2011-12-23'), 1, closed)).toBe('2012-01-03');
    expect(addWorkingDays(day('2011-12-23'), 1)).toBe('2011-12-28');
  });
  it('does not guess beyond the known years', () => {
    expect(addWorkingDays(day('2031-12-31'), 1)).toBeNull();
    expect(addWorkingDays(day('2007-01-02'), -1)).toBeNull();
    expect(addWorkingDays(day('2032-01-05'), 1)).toBeNull();
    expect(workingDaysBetween(day('2031-12-01'), day('2032-01-01'))).toBeNull();
    expect(isWorkingDay(day('2032-01-05'))).toBeNull();
    expect(workingDayNumber(day('2006-12-31'))).toBeNull();
  });
});

describe('properties of working days', () => {
  const steps = fc.integer({ min: -400, max: 400 });
  it('the day reached is a working day, and counting to it gives the number back', () => {
    fc.assert(
      fc.property(knownDay, steps, (from, days) => {
        const reached = addWorkingDays(from, days);
        if (reached === null || days === 0) return;
        expect(isWorkingDay(reached)).toBe(true);
        expect(workingDaysBetween(from, reached)).toBe(days);
      }),
    );
  });
  it('agrees with counting one day at a time', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 0, max: 60 }), (from, span) => {
        const to = addDays(from, span);
        if (to > bankHolidaysKnown.to) return;
        let count = 0;
        for (let at = from; at < to;) {
          at = addDays(at, 1);
          if (weekdayOf(at) <= 5 && bankHolidayOn(at) === null) count += 1;
        }
        expect(workingDaysBetween(from, to)).toBe(count);
        expect((workingDayNumber(to) ?? 0) - (workingDayNumber(from) ?? 0)).toBe(count);
      }),
    );
  });
  it('is added up over a day in between', () => {
    fc.assert(
      fc.property(fc.tuple(knownDay, knownDay, knownDay), (days) => {
        const [a, b, c] = [...days].sort() as [PlainDay, PlainDay, PlainDay];
        expect((workingDaysBetween(a, b) ?? 0) + (workingDaysBetween(b, c) ?? 0)).toBe(
          workingDaysBetween(a, c),
        );
      }),
    );
  });
});
