import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDay } from './calendar-day.ts';
import {
  academicYearOf,
  financialYearOf,
  formatYearSpan,
  municipalYearOf,
  parseYearSpan,
  quarterOf,
  quartersBetween,
} from './years.ts';

describe('names of years', () => {
  it.each([
    ['2012-13', 2012],
    ['2012/13', 2012],
    ['2012/2013', 2012],
    ['2012–13', 2012],
    ['2012 to 2013', 2012],
    ['1999-00', 1999],
    ['2012-14', null],
    ['2012-12', null],
    ['2012', null],
    ['12-13', null],
    ['', null],
  ])('reads %j as %s', (text, year) => {
    expect(parseYearSpan(text)).toBe(year);
  });
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9998 }), (year) => {
        expect(parseYearSpan(formatYearSpan(year))).toBe(year);
      }),
    );
  });
});

describe('years a day lies in', () => {
  it.each([
    [plainDay(2012, 3, 31), '2011-12', '2011-12'],
    [plainDay(2012, 4, 1), '2012-13', '2011-12'],
    [plainDay(2012, 8, 31), '2012-13', '2011-12'],
    [plainDay(2012, 9, 1), '2012-13', '2012-13'],
  ])('%s is in financial %s and academic %s', (day, financial, academic) => {
    expect(financialYearOf(day).label).toBe(financial);
    expect(academicYearOf(day).label).toBe(academic);
  });
  it('gives the ends of a year', () => {
    expect(financialYearOf(plainDay(2012, 2, 29))).toEqual({
      label: '2011-12',
      from: '2011-04-01',
      to: '2012-03-31',
    });
    expect(academicYearOf(plainDay(2012, 2, 29))).toMatchObject({ from: '2011-09-01', to: '2012-08-31' });
  });
  it('begins the municipal year at the annual meeting, where that is known', () => {
    const meetings = [plainDay(2011, 5, 12)];
    expect(municipalYearOf(plainDay(2011, 5, 11), meetings).label).toBe('2010-11');
    expect(municipalYearOf(plainDay(2011, 5, 12), meetings)).toEqual({
      label: '2011-12',
      from: '2011-05-12',
      to: '2012-05-06',
    });
  });
  it('begins it otherwise on the fourth day after the ordinary day of election', () => {
    // Elections on Thursday 2 May 2013 and Thursday 1 May 2014.
    expect(municipalYearOf(plainDay(2013, 12, 1))).toEqual({
      label: '2013-14',
      from: '2013-05-06',
      to: '2014-05-04',
    });
  });
});

describe('quarters', () => {
  it.each([
    [plainDay(2012, 1, 1), 'January to March 2012 (Q4)', '2011-12'],
    [plainDay(2012, 3, 31), 'January to March 2012 (Q4)', '2011-12'],
    [plainDay(2012, 4, 1), 'April to June 2012 (Q1)', '2012-13'],
    [plainDay(2012, 9, 30), 'July to September 2012 (Q2)', '2012-13'],
    [plainDay(2012, 12, 31), 'October to December 2012 (Q3)', '2012-13'],
  ])('%s is in %s of %s', (day, label, year) => {
    expect(quarterOf(day)).toMatchObject({ label, financialYear: year });
  });
  it('follow one another without a gap', () => {
    const quarters = quartersBetween(plainDay(2011, 2, 14), plainDay(2013, 3, 31));
    expect(quarters).toHaveLength(9);
    expect(quarters[0]?.from).toBe('2011-01-01');
    for (const [index, quarter] of quarters.slice(1).entries()) {
      expect(quarter.from).toBe(addDays(quarters[index]?.to ?? quarter.from, 1));
    }
  });
});
