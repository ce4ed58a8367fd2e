import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from './calendar-day.rule.ts';
import { readTimescale } from './timescale.rule.ts';

type Expected = readonly [
  start: string | null,
  end: string | null,
  reading?: 'stated' | 'inferred' | 'corrected',
];

const CELLS: readonly (readonly [printed: string, expected: Expected])[] = [
  // Ranges, with any dash and any spacing.
  ['31 March 2030 - 31 March 2031', ['2030-03-31', '2031-03-31']],
  ['1 July 2030 – 1 March 2031', ['2030-07-01', '2031-03-01']],
  ['31 July 2030- 15 August 2030', ['2030-07-31', '2030-08-15']],
  ['1st April 2030 to 30th April 2030', ['2030-04-01', '2030-04-30']],
  ['01/04/2030 – 30/06/2030', ['2030-04-01', '2030-06-30']],
  ['1-Apr-30 - 30-Jun-30', ['2030-04-01', '2030-06-30', 'inferred']],
  ['between January 2030 and March 2031', ['2030-01', '2031-03']],
  // A month alone stays a month.
  ['27 Jan 2030 - April 2030', ['2030-01-27', '2030-04']],
  ['Jan 2030 – Sept 2030 (review)', ['2030-01', '2030-09']],
  // A lone date is an end, unless it says review, rolling, from or start.
  ['30 April 2031', [null, '2031-04-30']],
  ['March 2031', [null, '2031-03']],
  ['By 31 May 2031', [null, '2031-05-31']],
  ['31/03/2031', [null, '2031-03-31']],
  ['2031-03-31', [null, '2031-03-31']],
  ['Monthly until 1 March 2031', [null, '2031-03-01']],
  ['From 1 April 2030', ['2030-04-01', null]],
  ['1 June 2030 (rolling programme)', ['2030-06-01', null]],
  ['1 March 2030 (monthly review)', ['2030-03-01', null]],
  ['1 February 2030, Review weekly', ['2030-02-01', null]],
  ['Start June 2030 - as per audit schedule', ['2030-06', null]],
  ['1 June 2030 onwards', ['2030-06-01', null]],
  // A start without a year takes it from the end, unless that would turn the range round.
  ['1 March – 1 October 2030', ['2030-03-01', '2030-10-01', 'inferred']],
  ['1 November – 31 January 2031', ['2030-11-01', '2031-01-31', 'inferred']],
  ['31 March - 31 March 2031', ['2031-03-31', '2031-03-31', 'inferred']],
  ['1 April - 31 March 2031', ['2030-04-01', '2031-03-31', 'inferred']],
  ['30 June - July 2030', ['2030-06-30', '2030-07', 'inferred']],
  ['1- 31 Dec 2030', ['2030-12-01', '2030-12-31', 'inferred']],
  ['1 March-30 June 2030', ['2030-03-01', '2030-06-30', 'inferred']],
  ['December 2030 - January', ['2030-12', '2031-01', 'inferred']],
  // A day that does not exist is the month's last.
  ['1 July 2030 - 31 Sept 2030', ['2030-07-01', '2030-09-30', 'corrected']],
  ['31 June 2030', [null, '2030-06-30', 'corrected']],
  ['29 February 2031', [null, '2031-02-28', 'corrected']],
  ['29 February 2032', [null, '2032-02-29']],
  ['30 February 2032', [null, '2032-02-29', 'corrected']],
  ['1 March April 2030 - 31 May 2030', ['2030-03-01', '2030-05-31', 'corrected']],
  ['31 March 2031 - 1 March 2030', ['2030-03-01', '2031-03-31', 'corrected']],
  // Years, quarters and seasons.
  ['2030-31', ['2030-04-01', '2031-03-31']],
  ['2030/2031', ['2030-04-01', '2031-03-31']],
  ['Q1 2030/31', ['2030-04-01', '2030-06-30']],
  ['Q4 2030/31', ['2031-01-01', '2031-03-31']],
  ['Autumn term 2030', ['2030-09-01', '2030-12-31', 'inferred']],
  ['by 2031', [null, '2031-12', 'inferred']],
  // Words.
  ['Completed', [null, null]],
  ['Review monthly', [null, null]],
  ['TBC', [null, null]],
  ['', [null, null]],
  ['30 April', [null, null]],
  ['as the law may require', [null, null]],
];

describe('a timescale cell', () => {
  it.each(CELLS)('%s', (printed, [start, end, reading = 'stated']) => {
    const read = readTimescale(printed);
    expect({ start: read.start, end: read.end, reading: read.reading }).toEqual({ start, end, reading });
    expect(read.periods).toEqual([]);
  });

  it.each([
    [
      '1 March 2030– 1 March 2031 1 April 2031- 1 April 2032',
      '2030-03-01',
      '2032-04-01',
      ['2030-03-01/2031-03-01', '2031-04-01/2032-04-01'],
    ],
    [
      '1 March 2030 – 31 May 2030 30 June 2030',
      '2030-03-01',
      '2030-06-30',
      ['2030-03-01/2030-05-31', '/2030-06-30'],
    ],
    ['Reports in 31 March 2030 & 31 July 2030', '2030-03-31', '2030-07-31', ['/2030-03-31', '/2030-07-31']],
    ['Review in November 2030; final review in May 2031', '2030-11', '2031-05', ['2030-11/', '2031-05/']],
    [
      '1 Feb 2030 - 31 March 2030 30 April 2030 30 September 2030 (review)',
      '2030-02-01',
      '2030-09-30',
      ['2030-02-01/2030-03-31', '/2030-04-30', '2030-09-30/'],
    ],
    [
      '1 March 2030 – 31 March 2030 1 May– 1 March 2032 (year on year)',
      '2030-03-01',
      '2032-03-01',
      ['2030-03-01/2030-03-31', '2031-05-01/2032-03-01'],
    ],
  ])('%s holds several periods', (printed, start, end, periods) => {
    const read = readTimescale(printed);
    expect([read.start, read.end]).toEqual([start, end]);
    expect(read.periods.map((period) => `${period.start ?? ''}/${period.end ?? ''}`)).toEqual(periods);
    expect(read.oddities.map(({ kind }) => kind)).toContain('several-periods');
  });

  it.each([
    ['Completed', 'completed'],
    ['Complete', 'completed'],
    ['Completed March 2030', 'completed'],
    ['to be completed by 30 June 2030', null],
    ['Not completed', null],
    ['Completion of the review', null],
  ])('%s has the status %s', (printed, status) => {
    expect(readTimescale(printed).status).toBe(status);
  });

  it.each([
    ['Review monthly', true, 'monthly'],
    ['1 March 2030 (Review at weekly and monthly intervals)', true, 'weekly and monthly'],
    ['After each audit Quarterly', false, 'after each audit; quarterly'],
    ['1 March 2030 – 1 March 2032 (year on year)', false, 'year on year'],
    ['1 June 2030 (rolling programme)', false, 'rolling programme'],
    ['Every two weeks', false, 'every two weeks'],
    ['Ongoing', false, 'ongoing'],
    ['1 March 2030', false, null],
  ])('%s: review %s, comes back %s', (printed, review, recurrence) => {
    const read = readTimescale(printed);
    expect([read.review, read.recurrence]).toEqual([review, recurrence]);
  });

  it.each([
    ['1 July 2030 - 31 Sept 2030', ['impossible-date']],
    ['1 March April 2030 - 31 May 2030', ['ambiguous-date']],
    ['1 March – 1 October 2030', ['year-inferred']],
    ['1- 31 Dec 2030', ['month-inferred']],
    ['30 April', ['year-missing']],
    ['31 March 2031 - 1 March 2030', ['range-turned-round']],
    ['1 March 2031 (review) – 1 March 2032', ['review-beside-start']],
    ['Dec 31', ['ambiguous-date']],
    ['Dec-31', []],
    ['TBC', ['timescale-in-words']],
    ['31 March 2030 - 31 March 2031', []],
    ['1 March 2030 - 1 May 2030 (review)', []],
    ['Completed', []],
    ['', []],
  ])('%s is odd in this: %j', (printed, kinds) => {
    expect(readTimescale(printed).oddities.map(({ kind }) => kind)).toEqual(kinds);
  });
});

const MONTHS = [
  'Jan',
  'February',
  'March',
  'Apr',
  'May',
  'June',
  'July',
  'Aug',
  'Sept',
  'October',
  'Nov',
  'December',
];
const day = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2060-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const inWords = (date: Date): string =>
  `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
const iso = (date: Date): string => date.toISOString().slice(0, 10);

describe('every timescale', () => {
  it('reads back any range of days, with any dash', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom('-', ' - ', '– ', ' —', ' to ', '-'), (a, b, dash) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const read = readTimescale(`${inWords(from)}${dash}${inWords(to)}`);
        expect([read.start, read.end, read.reading]).toEqual([iso(from), iso(to), 'stated']);
      }),
    );
  });

  it('takes the year of a start from its end, or the year before', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        fc.pre(!(a.getUTCMonth() === 1 && a.getUTCDate() === 29));
        const read = readTimescale(`${a.getUTCDate()} ${MONTHS[a.getUTCMonth()] ?? ''} – ${inWords(b)}`);
        expect(read.end).toBe(iso(b));
        expect(firstDay(read.start ?? '') <= iso(b)).toBe(true);
        expect(read.start?.slice(5)).toBe(iso(a).slice(5));
        expect(b.getUTCFullYear() - Number(read.start?.slice(0, 4))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never fails, and never ends before it starts', () => {
    const scrap = fc.constantFrom(
      '1',
      '31',
      'March',
      'may',
      '2030',
      '2030-31',
      '-',
      '–',
      '(review)',
      'From',
      'Completed',
      'Q3',
      '29 Feb 2031',
      '&',
      ';',
      '31/13/2030',
      '00',
      'monthly',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scrap, { maxLength: 10 }).map((words) => words.join(' ')),
        ),
        (text) => {
          const read = readTimescale(text);
          const ranges = [read, ...read.periods];
          const turned = ranges.filter(
            ({ start, end }) => start !== null && end !== null && firstDay(start) > lastDay(end),
          );
          const dates = ranges.flatMap(({ start, end }) => [start, end]).filter((date) => date !== null);
          expect(turned).toEqual([]);
          expect(dates.filter((date) => Number.isNaN(Date.parse(firstDay(date))))).toEqual([]);
        },
      ),
    );
  });
});
