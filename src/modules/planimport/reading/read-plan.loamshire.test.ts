import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../platform/intake/read-text-file.ts';
import { readPlan } from './read-plan.rule.ts';

/** A made-up plan that holds every oddity the reader knows, inside an agenda pack about other things. */
const reading = readPlan(
  readTextFile(
    'loamshire-plan.txt',
    readFileSync(new URL('./fixtures/loamshire-plan.txt', import.meta.url), 'utf8'),
  ),
);
const outcomes = reading.priorities.flatMap((priority) => priority.outcomes);
const actions = outcomes.flatMap((outcome) => outcome.actions);
const action = (ref: string) => {
  const found = actions.find((candidate) => candidate.ref === ref);
  if (found === undefined) throw new Error(`no action ${ref}`);
  return found;
};
const rows = (ref: string) =>
  action(ref).milestones.map(({ start, end, leads, measures }) => ({ start, end, leads, measures }));
const problems = (kind: string) =>
  reading.problems.filter((problem) => problem.kind === kind).map(({ where }) => where);

describe('the plan of Loamshire', () => {
  it('has its title, priorities and outcomes, and nothing of the pack around it', () => {
    expect(reading.title).toBe('Loamshire Improvement Plan');
    expect(
      reading.priorities.map(({ number, title, accountableLeads, objectives }) => ({
        number,
        title,
        accountableLeads,
        objectives,
      })),
    ).toEqual([
      {
        number: 1,
        title: 'Leading well',
        accountableLeads: ['Ann Hope'],
        objectives: ['Clear expectations', 'Visible leaders', 'Staff are heard'],
      },
      {
        number: 2,
        title: 'Working well',
        accountableLeads: ['Sam Reed', 'Lee Marsh'],
        objectives: ['Sound practice'],
      },
    ]);
    expect(outcomes.map(({ ref, text, tags, jointWith }) => ({ ref, text, tags, jointWith }))).toEqual([
      { ref: '1.1', text: 'Managers know what is expected of them.', tags: [], jointWith: [] },
      { ref: '1.2', text: 'Leaders are seen and heard.', tags: [], jointWith: ['Partners'] },
      { ref: '2.1', text: 'Children are seen on time.', tags: ['O 5', 'KT 3'], jointWith: ['Health'] },
    ]);
    expect(actions.map(({ ref }) => ref)).toEqual([
      '1.1.1',
      '1.1.2',
      '1.1.3',
      '1.2.1',
      '1.2.2',
      '1.2.4',
      '2.1.1',
      '2.1.2',
      '2.1.3',
      '2.1.4',
      '2.1.5',
      '2.1.6',
      '2.1.7',
    ]);
  });

  it('joins a row that a page break cut in every cell', () => {
    expect(action('1.1.2').text).toBe('Survey all managers about their training and support needs.');
    expect(rows('1.1.2')).toEqual([
      {
        start: '2030-06-01',
        end: '2031-04-30',
        leads: ['Sam Reed'],
        measures: ['Engagement of all managers and their teams in the survey'],
      },
    ]);
    expect(action('1.1.2').source).toEqual({ line: 50, endLine: 52, page: 12 });
  });

  it('gives a further row the leads of the row above, and says so', () => {
    expect(rows('1.1.3')).toEqual([
      {
        start: '2030-03-01',
        end: '2030-09-30',
        leads: ['Jo Poole', 'Heads of Practice'],
        measures: ['Briefings held with 50 members', 'Members say they feel well informed'],
      },
      {
        start: '2030-10-01',
        end: '2030-12-31',
        leads: ['Jo Poole', 'Heads of Practice'],
        measures: ['Second round held'],
      },
    ]);
    expect(
      action('1.1.3').milestones.map(({ leadsInherited, reading: how }) => [leadsInherited, how]),
    ).toEqual([
      [false, 'corrected'],
      [true, 'stated'],
    ]);
  });

  it('finds tags wherever they stand, and takes them out of the words', () => {
    const tags = (ref: string) => action(ref).tags;
    expect([action('1.1.1').text, tags('1.1.1')]).toEqual([
      'Publish the expectations of managers',
      ['IN 1', 'KT 1'],
    ]);
    expect([action('1.2.1').text, tags('1.2.1')]).toEqual(['Set up a forum', ['IN 2', 'O 3']]);
    expect([action('2.1.3').text, tags('2.1.3')]).toEqual(['Train staff', ['O 2', 'IN 3', 'KT 2']]);
    expect([action('2.1.4').text, tags('2.1.4')]).toEqual(['Agree a protocol with health services', ['O 2']]);
    expect(action('2.1.4').provenance.find(({ of }) => of === 'tag')).toEqual({
      of: 'tag',
      value: 'O 2',
      asPrinted: 'O2.',
      source: { line: 83 },
      reading: 'inferred',
    });
  });

  it('reads rows that lost their first cell, and cells that run over the page', () => {
    expect(rows('1.2.2')).toEqual([
      {
        start: null,
        end: null,
        leads: ['Jo Poole'],
        measures: ['Visits logged', 'Staff say that leaders are visible'],
      },
    ]);
    expect(rows('2.1.1')).toEqual([
      { start: null, end: null, leads: ['Jo Poole'], measures: ['No more than 20 cases wait over 28 days'] },
      {
        start: '2030-02-01',
        end: null,
        leads: ['Jo Poole'],
        measures: ['Heads of Practice review progress'],
      },
    ]);
    expect(rows('2.1.4')).toEqual([
      {
        start: '2030-04-01',
        end: '2031-03-01',
        leads: ['Kim Vale'],
        measures: [
          'Protocol evaluated by the review service and reported',
          'Concerns are raised with partners',
        ],
      },
    ]);
    expect(rows('2.1.5')).toEqual([
      {
        start: '2030-03-01',
        end: '2030-05-31',
        leads: ['Fay Orr', 'Fielding Consulting'],
        measures: ['Cleared'],
      },
    ]);
  });

  it('reads joint marks and cross references', () => {
    expect(action('2.1.6').jointWith).toEqual(['Schools']);
    expect(
      actions.flatMap(({ ref, crossReferences }) => crossReferences.map((other) => `${ref} ${other}`)),
    ).toEqual(['1.1.1 1.2.1', '1.2.1 1.1.1', '2.1.2 1.1.3', '2.1.3 2.1.9']);
  });

  it('reads the requirements the tags stand for', () => {
    expect(
      reading.requirementSets.map(({ code, title, requirements }) => [code, title, requirements.length]),
    ).toEqual([
      ['IN', 'Improvement Notice Targets', 4],
      ['O', 'Ofsted recommendations', 5],
      ['KT', 'Key Tasks', 3],
    ]);
    const [notice, ofsted, tasks] = reading.requirementSets;
    expect(
      ofsted?.requirements.map(({ section, deadline }) => `${section ?? ''}: ${deadline ?? ''}`),
    ).toEqual([
      'Safeguarding: Immediately',
      'Safeguarding: Immediately',
      'Safeguarding: Within three months',
      'Looked after children: Immediately',
      'Looked after children: Immediately',
    ]);
    expect(tasks?.requirements.map(({ section, text }) => [section, text])).toEqual([
      ['We will improve practice by', 'Bringing in a team to • Reduce the backlog • Restore timely work'],
      ['We will improve practice by', 'Strengthening supervision'],
      ['We will improve the system by', 'Setting up a quality framework'],
    ]);
    expect(notice?.requirements.map(({ targets }) => targets.length)).toEqual([2, 1, 1, 0]);
  });

  it('reads the people, who stands in for whom, and who shares a post', () => {
    expect(
      reading.people.map(({ name, jobTitle, interim, jobShare, holds }) => [
        name,
        jobTitle,
        interim,
        jobShare,
        holds,
      ]),
    ).toEqual([
      ['Ann Hope', "Interim Director of Children's Services", true, false, []],
      ['Jo Poole', 'Head of Practice North (Job Share)', false, true, ['Heads of Practice']],
      ['Sam Reed', 'Head of Workforce', false, false, []],
      ['Lee Marsh', 'Head of Practice, Loamshire, South', false, true, ['Heads of Practice']],
    ]);
  });

  it.each([
    ['reference-dotted', ['Action 1.1.2, line 50 (page 12)', 'Action 2.1.2, line 77 (page 15)']],
    ['reference-glued', ['Action 1.2.1, line 56']],
    [
      'row-cut-by-page-break',
      [
        'Action 1.1.2, lines 50 to 52 (page 12)',
        'Action 1.2.2, lines 59 to 61',
        'Action 2.1.4, lines 81 to 83 (page 16)',
      ],
    ],
    [
      'row-shifted',
      ['Action 1.2.2, line 59', 'Action 2.1.1, line 76 (page 15)', 'Action 2.1.2, line 77 (page 15)'],
    ],
    ['header-word-in-row', ['Action 2.1.5, line 84']],
    [
      'tag-in-wrong-place',
      ['Action 1.2.1, line 57', 'Action 2.1.3, line 80 (page 16)', 'Action 2.1.4, line 83'],
    ],
    ['tag-on-outcome-only', ['Outcome 2.1, line 75 (page 15)']],
    ['tag-unknown', ['Action 1.1.3, line 53']],
    [
      'requirement-without-action',
      ['Requirement O 1, line 91', 'Requirement O 4, line 102', 'Requirement IN 4, line 111'],
    ],
    ['cross-reference-missing', ['Action 2.1.3, line 79 (page 16)']],
    ['duplicate-action', ['Action 2.1.5, line 84']],
    ['numbering-gap', ['Action 1.2.4, line 62']],
    ['no-lead', ['Action 2.1.7, line 87']],
    ['no-measure', ['Action 2.1.6, line 86']],
    ['date-outside-plan', ['Action 2.1.7, line 87']],
    ['impossible-date', ['Action 1.1.3, line 53']],
    ['ambiguous-date', ['Action 2.1.5, line 84']],
    ['year-inferred', ['Action 1.1.3, line 53']],
    ['several-periods', ['Action 2.1.3, line 79 (page 16)']],
    ['timescale-in-words', ['Action 1.2.4, line 62']],
    ['review-beside-start', ['Action 2.1.6, line 86']],
    ['lead-inherited', ['Action 1.1.3, line 54']],
    ['lead-cut-apart', ['Action 1.1.3, line 53']],
    ['lead-note', ['Action 1.2.4, line 62', 'Action 2.1.4, lines 81 to 83 (page 16)']],
    [
      'lead-not-listed',
      [
        'Action 2.1.2, line 77 (page 15)',
        'Action 2.1.3, line 79 (page 16)',
        'Action 2.1.4, lines 81 to 83 (page 16)',
        'Action 2.1.5, line 84',
      ],
    ],
    ['measures-run-together', ['Action 1.1.3, line 53']],
    ['joint-mark-place', ['Outcome 2.1, line 81 (page 16)']],
  ])('reports %s', (kind, places) => {
    expect(problems(kind)).toEqual(places);
  });

  it('reports nothing else, and proposes something for each', () => {
    expect(reading.problems).toHaveLength(40);
    expect(
      reading.problems.every(
        ({ message, proposal }) => message.endsWith('.') && proposal !== null && proposal.endsWith('.'),
      ),
    ).toBe(true);
  });

  it('points to where else the file names a lead that is not listed', () => {
    const kim = reading.problems.find(({ message }) => message.includes('Kim Vale'));
    expect(kim?.proposal).toBe(
      'Kept as printed. The file names “Kim Vale, Chair of the Health Trust” on line 121.',
    );
  });
});
