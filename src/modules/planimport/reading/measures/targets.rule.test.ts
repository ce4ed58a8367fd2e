import { describe, expect, it } from 'vitest';
import type { Target } from '../../../improvement/index.ts';
import { readTargets } from './targets.rule.ts';

/** measure | comparator value unit | against | by or period | thereafter | baseline */
function line(target: Target): string {
  const { measure, comparator, value, unit, against, by, period, thereafter, baseline } = target;
  const when = by ?? (period === null ? '' : `${period.start ?? ''}/${period.end ?? ''}`);
  const base =
    baseline === null
      ? ''
      : `from ${baseline.value ?? ''} ${baseline.unit ?? ''} ${baseline.when ?? ''}`.trim();
  return [
    measure,
    `${comparator} ${value ?? '-'} ${unit ?? '-'}`,
    against ?? '',
    when,
    thereafter ?? '',
    base,
  ].join(' | ');
}

const read = (text: string, ...subItems: readonly string[]) => readTargets(text, subItems).map(line);

describe('the quantities of a requirement', () => {
  it('in a list share the day at its end, and what holds afterwards', () => {
    expect(
      read(
        'Reducing the number of open cases over 28 days to 200 or less, the number of initial reviews out of time to 200, and the number of full reviews out of time to 100 by August 2030 and thereafter minimising the number of each;',
      ),
    ).toEqual([
      'number of open cases over 28 days | at-most 200 count |  | 2030-08 | minimise | ',
      'number of initial reviews out of time | at-most 200 count |  | 2030-08 | minimise | ',
      'number of full reviews out of time | at-most 100 count |  | 2030-08 | minimise | ',
    ]);
  });

  it('rise from a baseline to a value over a period, and to an average over the next', () => {
    expect(
      read(
        'increase the number of visits per 10,000 population to be in line with statistical neighbour averages such that the percentage of referrals going on to a visit increases from the 2028-29 baseline of 46% to 65% over the period January to March 2031 and an average of at least 65% over the period 2031-32;',
      ),
    ).toEqual([
      'number of visits per 10,000 population | in-line-with - per-10000 | statistical neighbour averages |  |  | ',
      'percentage of referrals going on to a visit | at-least 65 per-cent |  | 2031-01/2031-03 |  | from 46 per-cent 2028-29',
      'percentage of referrals going on to a visit | at-least 65 per-cent |  | 2031-04-01/2032-03-31 |  | from 46 per-cent 2028-29',
    ]);
  });

  it.each([
    [
      'by at least maintaining the percentage of reviews done on time at the levels prevailing when this Notice was issued;',
      [
        'percentage of reviews done on time | maintain - per-cent | the levels prevailing when this Notice was issued |  |  | from  per-cent when this Notice was issued',
      ],
    ],
    [
      'reduce the percentage of plans lasting two years or more to 6% over the period 2031-32 whilst ensuring that the percentage of those who return reduces to the statistical neighbour average;',
      [
        'percentage of plans lasting two years or more | at-most 6 per-cent |  | 2031-04-01/2032-03-31 |  | ',
        'percentage of those who return | at-most - per-cent | statistical neighbour average |  |  | ',
      ],
    ],
    [
      'in particular by reducing the vacancy rate of social workers to 10%;',
      ['vacancy rate of social workers | at-most 10 per-cent |  |  |  | '],
    ],
    [
      'Improving the percentage of children adopted to 11% by March 2031 and to 13% over the period 2031-32;',
      [
        'percentage of children adopted | at-least 11 per-cent |  | 2031-03 |  | ',
        'percentage of children adopted | at-least 13 per-cent |  | 2031-04-01/2032-03-31 |  | ',
      ],
    ],
    [
      'ensure that the percentage of children having checks increases to at least the England average of 85% by March 2031 and to at least maintain that over the period 2031-32.',
      [
        'percentage of children having checks | at-least 85 per-cent | England average | 2031-03 |  | ',
        'percentage of children having checks | maintain 85 per-cent | England average | 2031-04-01/2032-03-31 |  | ',
      ],
    ],
    [
      'Narrow the gap in attainment (as measured by the percentage at level 4 in English) between children in care and their peers such that it is no more than 34 percentage points by the end of the academic year 2030/31',
      [
        'gap in attainment (as measured by the percentage at level 4 in English) between children in care and their peers | at-most 34 percentage-points |  | 2031-08-31 |  | ',
      ],
    ],
    [
      'Reduce the percentage of children who miss 25 days or more days of schooling to no more than 11%',
      ['percentage of children who miss 25 days or more days of schooling | at-most 11 per-cent |  |  |  | '],
    ],
  ])('%s', (text, lines) => {
    expect(read(text)).toEqual(lines);
  });

  it('are read from each bullet of a requirement', () => {
    expect(
      read(
        'Set up a strategy such that:',
        'Reduce the number of moves to 3 by March 2031',
        'Increase the percentage of good plans to at least 90%',
      ),
    ).toEqual([
      'number of moves | at-most 3 count |  | 2031-03 |  | ',
      'percentage of good plans | at-least 90 per-cent |  |  |  | ',
    ]);
  });

  it.each([
    'Working with partners to develop services',
    'Ensure that young people aged 16-18 can use the service',
    'Review the 2031 plan and 3 others',
    '',
  ])('are none in “%s”', (text) => {
    expect(read(text)).toEqual([]);
  });
});
