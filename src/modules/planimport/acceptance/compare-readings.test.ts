import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../platform/intake/read-text-file.ts';
import { compareReadings, type PlanDifference } from '../../improvement/index.ts';
import { readPlan } from '../reading/read-plan.rule.ts';

const HEAD = [
  'Priority 1: Leading well',
  '',
  '1.1 Outcome - Managers lead.',
  '',
  'Ref\tAction\tTimescale\tLead\tMeasure',
];
const ROWS = [
  '\t1.1.1 Publish what managers must do\t31 March 2031\tJo Poole\t• Published',
  '\t1.1.2 Survey all the managers\t1 May 2031\tSam Reed\t• Survey done',
  '\t\t1 June 2031\t\t• Results shared',
  '\t1.1.3 Brief all members\t1 July 2031\tAnn Hope\t• Briefing held',
];
const plan = (rows: readonly string[], head: readonly string[] = HEAD) =>
  readPlan(readTextFile('plan.txt', [...head, ...rows].join('\n')));
const lines = (difference: PlanDifference) =>
  (['added', 'changed', 'gone', 'moved'] as const).flatMap((kind) =>
    difference[kind].map(({ thing, ref, formerRef, fields }) =>
      [
        kind,
        thing,
        ref,
        formerRef === null || formerRef === ref ? '' : `was ${formerRef}`,
        ...fields.map(({ field, from, to }) => `${field}: ${from} → ${to}`),
      ]
        .filter((word) => word !== '')
        .join(' '),
    ),
  );
const compare = (after: readonly string[], head?: readonly string[]) =>
  lines(compareReadings(plan(ROWS), plan(after, head)));

describe('two versions of a plan', () => {
  it('that say the same have no difference', () => {
    expect(compare(ROWS)).toEqual([]);
    expect(compare(ROWS.map((row) => row.replaceAll(' ', '  ')))).toEqual([]);
  });

  it('show an action that was added, with its row', () => {
    expect(compare([...ROWS, '\t1.1.4 Report to the board\tMonthly\tJo Poole\t• Reports made'])).toEqual([
      'added action 1.1.4',
      'added milestone 1.1.4 row 1',
    ]);
  });

  it('show an action that is gone, with its rows', () => {
    expect(compare([ROWS[0] ?? '', ROWS[3] ?? ''])).toEqual([
      'gone action 1.1.2',
      'gone milestone 1.1.2 row 1',
      'gone milestone 1.1.2 row 2',
    ]);
  });

  it('show which field changed, from what to what', () => {
    const later = ROWS.map((row) =>
      row
        .replace('31 March 2031', '30 April 2031')
        .replace('Brief all members', 'Brief all members and staff')
        .replace('Sam Reed', 'Sam Reed and Jo Poole'),
    );
    expect(compare(later)).toEqual([
      'changed action 1.1.3 text: Brief all members → Brief all members and staff',
      'changed milestone 1.1.1 row 1 timescaleAsPrinted: 31 March 2031 → 30 April 2031 end: 2031-03-31 → 2031-04-30',
      'changed milestone 1.1.2 row 1 leads: Sam Reed → Sam Reed; Jo Poole',
      'changed milestone 1.1.2 row 2 leads: Sam Reed → Sam Reed; Jo Poole',
    ]);
  });

  it('show an action that moved to another reference, and nothing else of it', () => {
    const later = [
      ROWS[0],
      ROWS[3]?.replace('1.1.3', '1.1.2'),
      ROWS[1]?.replace('1.1.2', '1.1.3'),
      ROWS[2],
    ].map((row) => row ?? '');
    expect(compare(later)).toEqual(['moved action 1.1.2 was 1.1.3', 'moved action 1.1.3 was 1.1.2']);
  });

  it('show a row that left one action for another', () => {
    const later = [ROWS[0], ROWS[1], ROWS[3], ROWS[2]?.replace('\t\t•', '\tSam Reed\t•')].map(
      (row) => row ?? '',
    );
    expect(compare(later)).toEqual(['moved milestone 1.1.3 row 2 was 1.1.2 row 2']);
  });

  it('show changed priorities and outcomes', () => {
    const head = HEAD.map((line) =>
      line.replace('Leading well', 'Leading better').replace('Managers lead.', 'Managers lead by example.'),
    );
    expect(compare(ROWS, head)).toEqual([
      'changed priority 1 title: Leading well → Leading better',
      'changed outcome 1.1 text: Managers lead. → Managers lead by example.',
    ]);
  });

  it('show requirements as well', () => {
    const requirement = {
      ref: 'R 1',
      number: 1,
      text: 'Improve',
      section: null,
      deadline: null,
      targets: [],
      source: {},
    };
    const before = {
      ...plan(ROWS),
      requirementSets: [{ code: 'R', title: 'Recommendations', requirements: [requirement] }],
    };
    const after = {
      ...plan(ROWS),
      requirementSets: [
        {
          code: 'R',
          title: 'Recommendations',
          requirements: [
            { ...requirement, deadline: 'Immediately' },
            { ...requirement, ref: 'R 2', number: 2, text: 'Listen' },
          ],
        },
      ],
    };
    expect(lines(compareReadings(before, after))).toEqual([
      'added requirement R 2',
      'changed requirement R 1 deadline:  → Immediately',
    ]);
  });

  it('of nothing and something are all added, and all gone the other way', () => {
    const nothing = readPlan(readTextFile('empty.txt', ''));
    const one = compareReadings(nothing, plan(ROWS));
    const other = compareReadings(plan(ROWS), nothing);
    expect([one.added.length, one.gone.length, other.added.length, other.gone.length]).toEqual([9, 0, 0, 9]);
  });
});
