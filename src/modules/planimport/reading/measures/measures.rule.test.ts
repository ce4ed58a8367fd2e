import { describe, expect, it } from 'vitest';
import type { Part } from '../../../../platform/intake/source-document.ts';
import { splitLostBullets } from './lost-bullets.rule.ts';
import { type MeasureCell, readMeasures } from './measures.rule.ts';
import { ProperNames } from './proper-names.rule.ts';

const names = new ProperNames();
for (const text of [
  'approved by Managing Director, and used',
  'reported to the Children’s Trust',
  'Joint with Health',
  'used in ICS by staff',
  'Strategy agreed',
  'Corporate Management Team agree it',
  'sent to Corporate Management Team',
])
  names.learn(text);

describe('bullets that an extraction lost', () => {
  it.each([
    ['Plan agreed', ['Plan agreed']],
    [
      'Workshops held with 50 managers Managers start to show what they learnt',
      ['Workshops held with 50 managers', 'Managers start to show what they learnt'],
    ],
    [
      'Reduce late work to 200 Reduce open work to 100',
      ['Reduce late work to 200', 'Reduce open work to 100'],
    ],
    [
      'Report submitted to Managing Director Commissioning framework implemented at once',
      ['Report submitted to Managing Director', 'Commissioning framework implemented at once'],
    ],
    [
      'Outline plan submitted by Health ICS adapted to record assessments',
      ['Outline plan submitted by Health', 'ICS adapted to record assessments'],
    ],
    [
      'Partners committed to the Prevention Strategy Strengthen the role of volunteers',
      ['Partners committed to the Prevention Strategy', 'Strengthen the role of volunteers'],
    ],
    [
      'Development of a robust Recruitment Strategy Implementation of the Strategy Loamshire offer to applicants is clear',
      [
        'Development of a robust Recruitment Strategy',
        'Implementation of the Strategy',
        'Loamshire offer to applicants is clear',
      ],
    ],
    [
      'Adverts changed to be faster. Single panel for all posts.',
      ['Adverts changed to be faster.', 'Single panel for all posts.'],
    ],
    [
      'Feedback gathered (from staff, Members and Partners) Feedback used in plans',
      ['Feedback gathered (from staff, Members and Partners)', 'Feedback used in plans'],
    ],
    ['Use of “Social Networking” provides openness', ['Use of “Social Networking” provides openness']],
    [
      'Talent is used and shared. To be measured via staff feedback',
      ['Talent is used and shared. To be measured via staff feedback'],
    ],
    [
      '6 sessions offered to staff. Additional sessions offered as needed',
      ['6 sessions offered to staff. Additional sessions offered as needed'],
    ],
    [
      'Business need is embedded in Loamshire’s Information recording system',
      ['Business need is embedded in Loamshire’s Information recording system'],
    ],
    [
      'Report to Corporate Management Team outlining the options agreed',
      ['Report to Corporate Management Team outlining the options agreed'],
    ],
    [
      'Assessments are made in time - at least 69% Initial Assessment 80.4% Core Assessment',
      ['Assessments are made in time - at least 69% Initial Assessment 80.4% Core Assessment'],
    ],
    [
      'A pilot in April 2031 for newly seen young people in west Loamshire and the Vale',
      ['A pilot in April 2031 for newly seen young people in west Loamshire and the Vale'],
    ],
    [
      'Assess the strategy to ensure LCC is keeping enough staff',
      ['Assess the strategy to ensure LCC is keeping enough staff'],
    ],
  ])('%s', (text, pieces) => {
    expect(splitLostBullets(text, names)).toEqual(pieces);
  });
});

const bullet = (text: string): Part => ({ kind: 'bullet', text });
const words = (text: string): Part => ({ kind: 'text', text });
const cell = (line: number, continues: boolean, ...parts: readonly Part[]): MeasureCell => ({
  parts,
  source: { line },
  continues,
});
const read = (...cells: readonly MeasureCell[]) => readMeasures(cells, names).map(({ text }) => text);

describe('the measures of a milestone', () => {
  it('are its bullets', () => {
    expect(read(cell(1, false, bullet('Plan agreed. And published'), bullet('Staff trained')))).toEqual([
      'Plan agreed. And published',
      'Staff trained',
    ]);
  });

  it('go on below a page break, in mid sentence', () => {
    expect(
      read(
        cell(1, false, bullet('Feedback goes to')),
        cell(3, true, words('referrers'), words('Reports show it')),
      ),
    ).toEqual(['Feedback goes to referrers', 'Reports show it']);
    expect(
      read(
        cell(1, false, words('Courses developed and')),
        cell(3, true, words('implemented'), bullet('Schedule released')),
      ),
    ).toEqual(['Courses developed and implemented', 'Schedule released']);
    expect(
      read(
        cell(1, false, bullet('Contribution evaluated by')),
        cell(3, true, words('Independent Reviewers and reported')),
      ),
    ).toEqual(['Contribution evaluated by Independent Reviewers and reported']);
  });

  it('begin anew below a page break, where the last had ended or a bullet stands', () => {
    expect(read(cell(1, false, bullet('Plan agreed.')), cell(3, true, words('Staff trained')))).toEqual([
      'Plan agreed.',
      'Staff trained',
    ]);
    expect(read(cell(1, false, bullet('Plan agreed')), cell(3, true, bullet('Staff trained')))).toEqual([
      'Plan agreed',
      'Staff trained',
    ]);
  });

  it('leave out notes that name other actions', () => {
    expect(
      read(
        cell(
          1,
          false,
          bullet('Plan agreed (Link to 1.2.3)'),
          words('(Cross reference to 5.5.1)'),
          bullet('(Linked to 2.2.8)'),
        ),
      ),
    ).toEqual(['Plan agreed']);
  });

  it('are inferred only where no mark stood between them', () => {
    const readings = (text: string) =>
      readMeasures([cell(1, false, words(text))], names).map(({ reading }) => reading);
    expect(readings('Plan agreed; Staff trained')).toEqual(['stated', 'stated']);
    expect(readings('Plan agreed with staff Staff trained in it')).toEqual(['inferred', 'inferred']);
  });

  it('keep the lines they were joined from', () => {
    const [measure] = readMeasures(
      [cell(7, false, bullet('Feedback goes to')), cell(9, true, words('referrers'))],
      names,
    );
    expect(measure?.source).toEqual({ line: 7, endLine: 9 });
  });
});
