import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTextFile } from '../../../platform/intake/read-text-file.ts';
import type { PlanReading } from '../../improvement/index.ts';
import { readPlan } from './read-plan.rule.ts';

/**
 * The first real input. Every expectation was read off the paper by eye; none is a copy of what a program printed. The
 * paper is not part of a clone: where it is absent these tests are skipped, and the plan of Loamshire stands in.
 */
const PACK = fileURLToPath(
  new URL('../../../../../shared/sources/2011-05-12-county-council-agenda-pack.txt', import.meta.url),
);
const present = existsSync(PACK);

let reading: PlanReading;
const outcomesOf = () => reading.priorities.flatMap(({ outcomes }) => outcomes);
const actionsOf = () => outcomesOf().flatMap(({ actions }) => actions);
const action = (ref: string) => {
  const found = actionsOf().find((candidate) => candidate.ref === ref);
  if (found === undefined) throw new Error(`the plan has no action ${ref}`);
  return found;
};

/** start / end | status, review, recurrence | leads, ^ where inherited | number of measures | lines */
function row(ref: string, number = 1): string {
  const milestone = action(ref).milestones[number - 1];
  if (milestone === undefined) return 'no such row';
  const {
    start,
    end,
    status,
    review,
    recurrence,
    leads,
    leadsInherited,
    measures,
    source,
    reading: how,
  } = milestone;
  return [
    `${start ?? ''}/${end ?? ''}`,
    [status, review ? 'review' : null, recurrence].filter((word) => word !== null).join(', '),
    `${leads.join('; ')}${leadsInherited ? '^' : ''}`,
    measures.length,
    source.endLine === undefined ? source.line : `${source.line ?? ''}-${source.endLine}`,
    how,
  ].join(' | ');
}

describe.skipIf(!present)('the Kent improvement plan of 2011 (skipped where the paper is absent)', () => {
  beforeAll(() => {
    reading = readPlan(readTextFile('pack.txt', readFileSync(PACK, 'utf8')));
  });

  it('has six priorities with their leads, outcomes, actions and rows', () => {
    expect(reading.title).toBe('Kent Improvement Plan');
    expect(
      reading.priorities.map(({ number, title, accountableLeads, outcomes }) => [
        number,
        title,
        accountableLeads.join(', '),
        outcomes.length,
        outcomes.flatMap(({ actions }) => actions).length,
      ]),
    ).toEqual([
      [1, 'Leadership and management', 'Malcolm Newsam', 5, 28],
      [2, 'High quality front-line practice', 'Alastair Pettigrew', 4, 37],
      [3, 'An organisation fit for purpose', 'Alastair Pettigrew', 4, 18],
      [4, 'Strengthening partnership', 'Malcolm Newsam, Alastair Pettigrew', 5, 16],
      [5, 'Becoming the employer of choice', 'Alastair Pettigrew, Amanda Beer', 5, 17],
      [6, 'Managing Performance', 'Malcolm Newsam', 3, 13],
    ]);
    const rows = actionsOf().flatMap(({ milestones }) => milestones);
    expect(rows).toHaveLength(149);
    expect(rows.flatMap(({ measures }) => measures)).toHaveLength(283);
    expect(rows.filter(({ status }) => status === 'completed')).toHaveLength(13);
    expect(rows.filter(({ leadsInherited }) => leadsInherited)).toHaveLength(11);
    expect(rows.filter(({ periods }) => periods.length > 1)).toHaveLength(9);
    expect(rows.filter(({ reading: how }) => how === 'corrected')).toHaveLength(5);
  });

  it('numbers the actions of every outcome without a gap', () => {
    const counts = outcomesOf().map(({ ref, actions }) => [
      ref,
      actions.map((one) => one.ref.slice(ref.length + 1)).join(' '),
    ]);
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1).join(' ');
    const expected: readonly (readonly [string, number])[] = [
      ['1.1', 5],
      ['1.2', 6],
      ['1.3', 3],
      ['1.4', 4],
      ['1.5', 10],
      ['2.1', 10],
      ['2.2', 8],
      ['2.3', 8],
      ['2.4', 11],
      ['3.1', 5],
      ['3.2', 7],
      ['3.3', 4],
      ['3.4', 2],
      ['4.1', 3],
      ['4.2', 5],
      ['4.3', 3],
      ['4.4', 4],
      ['4.5', 1],
      ['5.1', 6],
      ['5.2', 3],
      ['5.3', 3],
      ['5.4', 4],
      ['5.5', 1],
      ['6.1', 3],
      ['6.2', 4],
      ['6.3', 6],
    ];
    expect(counts).toEqual(expected.map(([ref, count]) => [ref, numbers(count)]));
  });

  it.each([
    ['1.1.4', 1, '2011-06-01/2012-04-30 |  | Rob Semens | 1 | 881-883 | stated'],
    ['1.2.5', 1, '2011-04-01/ |  | Rob Semens | 1 | 891 | stated'],
    ['1.2.6', 1, '2011-07-01/2011-09-30 |  | Rob Semens | 1 | 892 | corrected'],
    ['1.3.1', 1, '2011-01-27/2011-04-30 |  | Jill Rawlins | 1 | 894 | stated'],
    ['1.3.1', 2, '2011-05-01/2011-05-31 |  | Jill Rawlins^ | 1 | 895 | stated'],
    ['1.3.3', 2, '2011-11/2012-05 | review | Ella Hughes^ | 2 | 899 | stated'],
    ['1.4.1', 2, '2011-06-30/2011-07 |  | Rob Semens^ | 1 | 902 | inferred'],
    ['1.4.1', 3, '2011-12-01/2011-12-31 |  | Rob Semens^ | 1 | 903 | inferred'],
    ['1.4.1', 5, '/2012-04-30 |  | Rob Semens^ | 1 | 906 | stated'],
    ['1.4.4', 1, '2011-03-01/2011-05-31 |  | Rob Semens | 1 | 909 | corrected'],
    ['1.5.1', 2, '2011-05-01/2011-09-30 |  | Liz Totman | 1 | 913 | stated'],
    ['1.5.1', 3, '2012-02-01/2012-02-29 |  | Liz Totman^ | 1 | 914 | stated'],
    ['1.5.2', 1, '2011-03-01/2011-05-31 |  | Donna Marriott | 1 | 915 | stated'],
    ['1.5.8', 1, '2011-03-01/2011-05-31 |  | Liz Totman | 3 | 924-926 | stated'],
    ['1.5.10', 2, '2011-08-01/2012-06-30 | review | Michelle Woodward^ | 2 | 929 | stated'],
    ['1.5.10', 3, '2011-04-01/2011-06-01 |  | Liz Totman | 2 | 930 | stated'],
    ['2.1.1', 1, '/ | completed | Alastair Pettigrew; Heads of Service | 3 | 945 | stated'],
    ['2.1.2', 1, '/ | completed | Independent consultants | 1 | 947 | stated'],
    ['2.1.3', 2, '2011-08-01/2011-08-30 |  | Heads of Service^ | 1 | 949 | stated'],
    ['2.1.4', 2, '2011-02-01/ | review, weekly | Alastair Pettigrew | 2 | 951 | stated'],
    ['2.1.4', 3, '2011-03-01/2011-04-30 |  | Eva Learner | 1 | 952 | stated'],
    ['2.1.5', 1, '2011-03-01/2011-10-01 |  | Alastair Pettigrew | 2 | 956 | inferred'],
    ['2.1.7', 1, '2011-03-01/ | review, monthly | Alastair Pettigrew | 5 | 959 | stated'],
    ['2.1.9', 1, '2011-03-01/ | review, weekly and monthly | Heads of Service | 3 | 961 | stated'],
    ['2.2.2', 1, '2011-03-01/2011-08-31 |  | Alastair Pettigrew | 6 | 967-971 | stated'],
    ['2.2.5', 1, '2011-03-01/2011-05-31 |  | Heads of Service | 5 | 974-976 | stated'],
    ['2.2.6', 1, '2011-03-01/2013-04-01 |  | Heads of Service | 3 | 977 | stated'],
    ['2.3.2', 1, '2011-03-01/2011-05-31 |  | Penny Davies | 3 | 983 | stated'],
    ['2.3.7', 1, '2011-06-01/2013-03-01 |  | Donna Marriott | 3 | 989-991 | stated'],
    ['2.4.1', 1, '2011-04-01/2011-06-30 |  | Heads of Service | 4 | 994-996 | corrected'],
    ['2.4.4', 1, '2011-04-01/2012-03-01 | review | Donna Marriott | 3 | 999-1001 | stated'],
    [
      '2.4.5',
      1,
      '2011-03-01/2011-06-30 |  | Lorraine Goodsell; Caroline Friday; Tony Doran | 3 | 1002 | stated',
    ],
    ['2.4.6', 1, '2011-02-01/2011-06-30 |  | Lorraine Goodsell | 4 | 1003-1005 | corrected'],
    ['2.4.7', 1, '2011-03-01/2013-03-01 | year on year | Lorraine Goodsell | 2 | 1006 | inferred'],
    ['3.1.1', 1, '2011-03-01/2011-06-30 |  | Amanda Honey | 2 | 1024 | stated'],
    ['3.2.2', 1, '/ | completed | Peter Bole; Price Waterhouse Cooper | 1 | 1036 | stated'],
    ['3.2.5', 1, '2011-04-01/2011-09-30 |  | Donna Shkalla | 3 | 1039-1041 | inferred'],
    ['3.4.1', 1, '2011-03-01/2011-05-31 |  | Cathi Sacco | 2 | 1051 | inferred'],
    ['4.1.1', 1, '2011-04-01/2011-06-01 |  | Amanda Honey | 1 | 1065 | inferred'],
    ['4.1.2', 1, '2011-03-01/2011-07-31 |  | Marisa White | 4 | 1066 | stated'],
    ['4.2.1', 1, '/ | completed | Maggie Blyth; Penny Davies | 1 | 1070 | stated'],
    ['4.2.1', 3, '2011-03-01/2011-04-30 |  | Penny Davies; partners | 2 | 1072 | corrected'],
    ['4.2.2', 1, '2011-04-01/2012-03-01 | review | Penny Davies; partners | 2 | 1075 | stated'],
    ['4.4.4', 1, '2012-03-01/2013-03-01 | review | Karen Graham; partner reps | 1 | 1092 | stated'],
    ['4.5.1', 1, '2011-04-30/2011-09-01 |  | Penny Davies; LSCB Board partners | 3 | 1097 | stated'],
    ['5.1.1', 1, '2011-03-31/2011-07-31 |  | Rob Semens | 1 | 1109 | stated'],
    ['5.1.2', 1, '/2012-03-01 | monthly | Ella Hughes | 3 | 1110 | stated'],
    ['5.1.3', 1, '2011-02-01/2011-09-30 | review | Rob Semens | 3 | 1111-1113 | stated'],
    ['5.1.5', 1, '/ | review, monthly | Rob Semens | 1 | 1115 | stated'],
    ['5.1.6', 1, '2011-01/2011-09 | review | Rob Semens | 1 | 1116 | stated'],
    ['5.4.1', 1, '2011-03-01/2011-04-29 |  | Michelle Woodward; Rob Semens | 1 | 1127 | inferred'],
    ['5.4.2', 1, '2011-03-01/2011-04-30 |  | Rob Semens | 1 | 1128-1130 | inferred'],
    ['6.1.3', 1, '2011-03-01/2011-11-30 |  | Donna Shkalla | 4 | 1148 | inferred'],
    ['6.2.4', 1, '2011-06-01/ | rolling programme | Donna Shkalla | 2 | 1156 | stated'],
    ['6.3.1', 1, '2011-03-01/2011-06-30 |  | Donna Marriott | 1 | 1162 | inferred'],
    ['6.3.3', 1, '2011-06/ | as per audit schedule | Heads of Service; Donna Marriott | 1 | 1164 | stated'],
    ['6.3.4', 1, '/ | after each audit; quarterly | Heads of Service; Donna Marriott | 2 | 1166 | stated'],
    ['6.3.6', 1, '2011-03-01/2011-04-30 |  | Heads of Service; Donna Shkalla | 2 | 1168 | inferred'],
  ])('%s row %i', (ref, number, expected) => {
    expect(row(ref, number)).toBe(expected);
  });

  it('keeps the words of rows that a page break cut', () => {
    expect(action('1.1.4').text).toBe(
      'Validate findings from leadership and management survey with mandatory questionnaire.',
    );
    const last = (ref: string) => action(ref).milestones[0]?.measures.at(-1);
    expect(action('1.1.4').milestones[0]?.measures).toEqual([
      'Engagement of all managers and supervisors in identifying success requirements',
    ]);
    expect(last('1.5.8')).toBe('Looked after children and young people are involved in developing services');
    expect(action('2.2.2').milestones[0]?.measures[4]).toBe(
      'Increase in number of Initial Assessments of children in need per 10,000 population under 18 to be in line with statistical neighbour averages',
    );
    expect(action('2.2.5').milestones[0]?.measures[2]).toBe(
      'Performance report monitors feedback to referrers',
    );
    expect(action('2.4.4').milestones[0]?.measures[1]).toBe(
      'Agency contribution evaluated by Independent Reviewing Officer service and reflected in quarterly Independent Reviewing Officer report',
    );
    expect(action('3.2.5').milestones[0]?.measures[1]).toBe('Training courses developed and implemented');
    expect(last('5.1.3')).toBe(
      'Kent offer to applicants is clear and attractive, and increases number of applicants for posts. To be measured via management information data and applicant survey.',
    );
  });

  it('reads every tag, wherever it stands', () => {
    const tags = Object.fromEntries(
      actionsOf()
        .filter((one) => one.tags.length > 0)
        .map((one) => [one.ref, [...one.tags].sort().join(' ')]),
    );
    expect(Object.keys(tags)).toHaveLength(81);
    expect(tags).toMatchObject({
      '1.5.1': 'IN 11 O 21',
      '1.5.8': 'IN 12',
      '2.1.1': 'O 1',
      '2.1.3': 'CT 1 CT 3 IN 3',
      '2.1.4': 'CT 1 IN 3 O 3',
      '2.1.7': 'CT 3',
      '2.1.9': 'CT 5 IN 10',
      '2.1.10': 'CT 5 IN 10',
      '2.2.2': 'CT 2 CT 3 IN 4 IN 7',
      '2.3.7': 'IN 8',
      '2.4.4': 'O 15',
      '2.4.10': 'IN 15 O 19',
      '3.2.2': 'O 12 O 16',
      '4.2.1': 'CT 9 O 18',
      '4.4.3': 'CT 9 IN 2 O 2',
      '5.5.1': 'IN 10 O 13',
      '6.1.1': 'CT 6 IN 5 O 16 O 5',
      '6.3.6': 'CT 6 O 9',
    });
    expect(
      outcomesOf()
        .filter((one) => one.tags.length > 0)
        .map((one) => [one.ref, one.tags]),
    ).toEqual([['6.2', ['O 5', 'CT 6']]]);
    const all = new Set([...actionsOf(), ...outcomesOf()].flatMap((one) => one.tags));
    expect([...all].filter((tag) => tag.startsWith('IN'))).toHaveLength(16);
    expect([...all].filter((tag) => tag.startsWith('O'))).toHaveLength(23);
    expect([...all].filter((tag) => tag.startsWith('CT'))).toHaveLength(10);
  });

  it('reads every joint mark and cross reference', () => {
    expect(outcomesOf().flatMap((one) => one.jointWith.map((partner) => `${one.ref} ${partner}`))).toEqual([
      '1.5 Partners',
      '2.4 Partners',
      '3.1 Health',
      '4.3 Partners',
      '4.4 Partners',
      '4.5 Partners',
      '6.1 Partners',
    ]);
    expect(actionsOf().flatMap((one) => one.jointWith.map((partner) => `${one.ref} ${partner}`))).toEqual([
      '2.4.5 Health',
      '2.4.6 Health',
      '2.4.7 Health',
      '2.4.8 Health',
      '2.4.9 Health',
      '2.4.10 Schools',
    ]);
    expect(actionsOf().flatMap((one) => one.crossReferences.map((other) => `${one.ref} ${other}`))).toEqual([
      '1.1.2 1.1.1',
      '1.5.10 5.5.1',
      '2.1.7 3.1.2',
      '2.2.3 3.1.5',
      '2.2.7 3.1.1',
      '2.2.7 3.1.5',
      '2.2.8 4.3.1',
      '3.1.1 2.2.7',
      '3.1.1 3.1.3',
      '3.1.1 3.1.5',
      '4.4.4 2.2.8',
      '6.3.5 5.5.1',
    ]);
  });

  it('reads the notice, the recommendations, the core tasks and the people', () => {
    const [notice, ofsted, core] = reading.requirementSets;
    expect(reading.requirementSets.map(({ code, requirements }) => [code, requirements.length])).toEqual([
      ['IN', 16],
      ['O', 23],
      ['CT', 10],
    ]);
    expect(notice?.requirements.map(({ targets }) => targets.length)).toEqual([
      0, 0, 3, 0, 0, 1, 3, 2, 1, 0, 0, 0, 0, 2, 4, 2,
    ]);
    expect(
      notice?.requirements[2]?.targets.map(({ comparator, value, by, thereafter }) => [
        comparator,
        value,
        by,
        thereafter,
      ]),
    ).toEqual([
      ['at-most', 200, '2011-08', 'minimise'],
      ['at-most', 200, '2011-08', 'minimise'],
      ['at-most', 100, '2011-08', 'minimise'],
    ]);
    const count = (section: string, deadline: string) =>
      ofsted?.requirements.filter((one) => one.section === section && one.deadline === deadline).length;
    expect(
      ['Immediately', 'Within three months', 'Within six months'].map((deadline) => [
        count('Safeguarding', deadline),
        count('Looked after children', deadline),
      ]),
    ).toEqual([
      [4, 2],
      [6, 4],
      [3, 4],
    ]);
    expect(core?.requirements.map(({ section }) => section?.includes('practice') ?? null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(reading.people).toHaveLength(24);
    expect(reading.people.filter(({ interim }) => interim).map(({ name }) => name)).toEqual([
      'Alastair Pettigrew',
      'Cathi Sacco',
      'Donna Marriott',
      'Ella Hughes',
      'Malcolm Newsam',
      'Jill Rawlins',
    ]);
    expect(reading.people.filter(({ jobShare }) => jobShare).map(({ name }) => name)).toEqual([
      'Michelle Woodward',
      'Cathy Yates',
    ]);
    expect(
      reading.people.filter(({ holds }) => holds.includes('Heads of Service')).map(({ name }) => name),
    ).toEqual(['Karen Graham', 'Michelle Woodward', 'Kathy Lambourn', 'Cathy Yates']);
  });

  it('reports the oddities a clerk would, and no others', () => {
    const kinds = new Map<string, number>();
    for (const { kind } of reading.problems) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(kinds)).toEqual({
      'row-cut-by-page-break': 11,
      'reference-dotted': 10,
      'reference-glued': 1,
      'tag-in-wrong-place': 6,
      'row-shifted': 14,
      'header-word-in-row': 1,
      'measures-run-together': 25,
      'impossible-date': 4,
      'ambiguous-date': 1,
      'year-inferred': 31,
      'month-inferred': 1,
      'several-periods': 9,
      'timescale-in-words': 3,
      'review-beside-start': 1,
      'lead-inherited': 11,
      'lead-cut-apart': 7,
      'lead-note': 3,
      'lead-not-listed': 10,
      'joint-mark-place': 1,
      'tag-on-outcome-only': 1,
      'duplicate-action': 1,
    });
  });
});
