import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../time/plain-day.ts';
import { addressWithOneDay, asAtInWords, linkAsAt, readAsAt } from './as-at.ts';

const today = plainDay(2026, 11, 21);
const read = (query: string) => readAsAt(new URLSearchParams(query), today);

describe('the day of a page', () => {
  it.each([
    ['', '2026-11-21'],
    ['on=', '2026-11-21'],
    ['on=2011-05-12', '2011-05-12'],
    ['on=12 May 2011', '2011-05-12'],
    ['on-day=12&on-month=5&on-year=2011', '2011-05-12'],
    ['on-day=12&on-month=May&on-year=2011', '2011-05-12'],
    ['on-day= 1 &on-month=02&on-year=2012', '2012-02-01'],
    ['on-day=29&on-month=2&on-year=2012', '2012-02-29'],
  ])('%j is %s', (query, day) => {
    expect(read(query)).toEqual({ day, isToday: day === today });
  });

  it.each([
    ['on=2011-02-30', { day: '30', month: '02', year: '2011' }],
    ['on=yesterday', { day: 'yesterday', month: '', year: '' }],
    ['on-day=31&on-month=6&on-year=2011', { day: '31', month: '6', year: '2011' }],
    ['on-day=12&on-month=5&on-year=11', { day: '12', month: '5', year: '11' }],
    ['on-day=12&on-month=&on-year=', { day: '12', month: '', year: '' }],
  ])('%j is none: today, and what was typed', (query, typed) => {
    expect(read(query)).toEqual({
      day: today,
      isToday: true,
      problem: { message: 'Enter a real day, like 12 May 2011', typed },
    });
  });

  it('is always a real day, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (on, day, month, year) => {
        const asAt = readAsAt(
          new URLSearchParams({ on, 'on-day': day, 'on-month': month, 'on-year': year }),
          today,
        );
        expect(asAt.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(asAt.problem === undefined || asAt.isToday).toBe(true);
      }),
    );
  });
});

describe('an address with the day', () => {
  it.each([
    ['on-day=12&on-month=5&on-year=2011&lead=Ann', '/plan?lead=Ann&on=2011-05-12'],
    ['on-day=&on-month=&on-year=', '/plan'],
    ['on-day=31&on-month=2&on-year=2011', undefined],
    ['on=2011-05-12', undefined],
    ['lead=Ann', undefined],
  ])('%j becomes %s', (query, address) => {
    const params = new URLSearchParams(query);
    expect(addressWithOneDay('/plan', params, readAsAt(params, today))).toBe(address);
  });

  it.each([
    ['/plan', '', '/plan'],
    ['/plan', 'on=2011-05-12', '/plan?on=2011-05-12'],
    ['/plan?lead=Ann', 'on=2011-05-12', '/plan?lead=Ann&on=2011-05-12'],
    ['/plan#breaks', 'on=2011-05-12', '/plan?on=2011-05-12#breaks'],
  ])('%s linked from a page with %j is %s', (path, query, link) => {
    expect(linkAsAt(path, read(query))).toBe(link);
  });
});

it('is said in words', () => {
  expect(asAtInWords(read(''))).toBe('today, 21 November 2026');
  expect(asAtInWords(read('on=2011-05-12'))).toBe('12 May 2011');
});
