import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../platform/intake/read-csv.ts';
import { readPlan, type ReadPlanOptions } from './read-plan.rule.ts';

const read = (lines: readonly string[], options?: ReadPlanOptions) =>
  readPlan(readCsv('plan.csv', 'plan.csv', lines.join('\n'), ','), options);
const milestones = (reading: ReturnType<typeof readPlan>) =>
  reading.priorities.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ actions }) => actions.flatMap((action) => action.milestones)),
  );
const said = (reading: ReturnType<typeof readPlan>) =>
  reading.problems
    .filter(({ kind }) => kind !== 'level-inferred')
    .map(({ kind, message }) => `${kind}: ${message}`);

describe('a start and an end in columns of their own', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['01/04/2024', '31/03/2025', '2024-04-01/2025-03-31 stated', []],
    ['', '31/03/2025', '/2025-03-31 stated', []],
    ['-', '31/03/2025', '/2025-03-31 stated', []],
    [
      '01/13/2024',
      '31/03/2025',
      '/2025-03-31 corrected',
      ['impossible-date: “01/13/2024” is not a day of the calendar.'],
    ],
    [
      '31/02/2024',
      '31/03/2025',
      '2024-02-29/2025-03-31 corrected',
      ['impossible-date: “31/02/2024” is not a day of the calendar.'],
    ],
    ['soon', '31/03/2025', '/2025-03-31 stated', ['timescale-in-words: The start, “soon”, gives no date.']],
    [
      '01/04/2024',
      '2025-13-01',
      '2024-04-01/ corrected',
      ['impossible-date: “2025-13-01” is not a day of the calendar.'],
    ],
    [
      '01/04/2024',
      'Ongoing',
      '2024-04-01/ stated',
      ['timescale-in-words: The end, “Ongoing”, gives no date.'],
    ],
    ['01/04/2024', '', '2024-04-01/ stated', ['no-date: This row has a start and no end.']],
    ['01/04/2024', 'Completed', '2024-04-01/ stated', []],
    [
      '1 October',
      '31 March 2025',
      '2024-10-01/2025-03-31 inferred',
      ['year-inferred: The start, “1 October”, gives no year.'],
    ],
    [
      '1 October 2024',
      '31 March',
      '2024-10-01/2025-03-31 inferred',
      ['year-inferred: The end, “31 March”, gives no year.'],
    ],
    ['Q3 2024/25', 'Q4 2024/25', '2024-10-01/2025-03-31 stated', []],
    [
      '01/05/2025',
      '01/04/2025',
      '2025-04-01/2025-05-01 corrected',
      ['range-turned-round: The start, “01/05/2025”, lies after the end, “01/04/2025”.'],
    ],
  ])('start “%s”, end “%s”', (start, end, times, problems) => {
    const reading = read([
      'Action,Start date,End date,Lead,Measure',
      `Train all staff,${start},${end},Jo Poole,All trained`,
    ]);
    expect(milestones(reading).map((m) => `${m.start ?? ''}/${m.end ?? ''} ${m.reading}`)).toEqual([times]);
    expect(said(reading)).toEqual(problems);
  });

  it.each(['Deadline', 'By when', 'Target date'])('beside a start, “%s” is the end', (heading) => {
    const reading = read([
      `Action,Start date,${heading},Lead,Measure`,
      'Train all staff,01/04/2024,30/09/2024,Jo Poole,All trained',
      'Audit all work,Q3 2024/25,Q4 2024/25,Sam Reed,All audited',
    ]);
    expect(milestones(reading).map(({ start, end, periods }) => [start, end, periods])).toEqual([
      ['2024-04-01', '2024-09-30', []],
      ['2024-10-01', '2025-03-31', []],
    ]);
    expect(milestones(reading)[0]?.timescaleAsPrinted).toBe('01/04/2024 – 30/09/2024');
    expect(said(reading)).toEqual([]);
  });

  it('words in place of a start move no cell of a sheet', () => {
    const reading = read([
      'Recommendation,Action,Start,By when,Who,Measure',
      'Improve,Train all staff,01/04/2024,31/03/2025,Jo Poole,All trained',
      ',Audit,soon,31/03/2025,Sam Reed,All audited',
    ]);
    expect(milestones(reading)[1]?.timescaleAsPrinted).toBe('soon – 31/03/2025');
    expect(said(reading)).toEqual([
      'timescale-in-words: The start, “soon”, gives no date.',
      'requirement-inherited: The cell of this row under “Recommendation” is empty.',
    ]);
  });

  it('a day that no calendar has is told of in a column of timescales too', () => {
    const reading = read(['Action,By when,Lead,Measure', 'Train all staff,01/13/2024,Jo Poole,All trained']);
    expect(said(reading)).toEqual(['impossible-date: “01/13/2024” is not a day of the calendar.']);
  });
});

describe('columns headed in other words', () => {
  it.each([
    'How we will know',
    'How we will know it worked',
    'What success looks like',
    'Evidence of success',
    'Outcome measure',
    'Target',
  ])('“%s” holds measures', (heading) => {
    const reading = read([
      `Ref,How we will do it,By when,Who,${heading}`,
      '1.1,Train all staff,31/03/2025,Jo Poole,All trained',
    ]);
    expect(milestones(reading)[0]?.measures).toEqual(['All trained']);
    expect(said(reading)).toEqual([]);
  });

  it.each([
    ['Target date', 'By when'],
    ['Deadline', 'By when'],
    ['Finding', 'Recommendation'],
    ['Progress update', 'RAG'],
    ['Review date', 'By when'],
  ])('“%s” is left out, and the message names “%s”', (left, holder) => {
    const headings = ['Recommendation', 'By when', 'Lead', 'Measure', 'RAG'];
    const row = ['Train all staff', '31/03/2025', 'Jo Poole', 'All trained', 'Red'];
    const first = left === 'Review date';
    const reading = read([
      (first ? [left, ...headings] : [...headings, left]).join(','),
      (first ? ['', ...row] : [...row, '']).join(','),
    ]);
    expect(said(reading).filter((words) => words.startsWith('column-not-recognised'))).toEqual([
      `column-not-recognised: The column “${left}” was not read: the column “${holder}” already has its part.`,
    ]);
    expect(reading.columns.find(({ heading }) => heading === holder)?.role).not.toBe('ignore');
  });
});

describe('cells that say less, or something else, than they seem to', () => {
  const provenance = (reading: ReturnType<typeof readPlan>) =>
    reading.priorities.flatMap(({ outcomes }) =>
      outcomes.flatMap(({ actions }) => actions.flatMap((action) => action.provenance)),
    );

  it.each(['Recommendation', 'Requirements'])('an empty cell under “%s” is told of', (heading) => {
    const reading = read([
      `Action,${heading},By when,Lead,Measure`,
      'Train all staff,Improve practice,31/03/2025,Jo Poole,All trained',
      'Audit all work,,31/03/2025,Jo Poole,All audited',
      'Hear all children,Hear children,31/03/2025,Jo Poole,All heard',
    ]);
    expect(provenance(reading).map(({ value, reading: how }) => `${value} ${how}`)).toEqual([
      'R 1 stated',
      'R 1 inferred',
      'R 2 stated',
    ]);
    expect(reading.problems.filter(({ kind }) => kind === 'requirement-inherited')).toEqual([
      expect.objectContaining({
        ref: '2',
        message: `The cell of this row under “${heading}” is empty.`,
        proposal: 'The requirement of the row above was taken: R 1.',
      }),
    ]);
  });

  it('a row without a lead says nothing untrue of the row above, which is another action', () => {
    const reading = read([
      'Action,By when,Lead,Measure',
      'Train all staff,31/03/2025,Jo Poole,All trained',
      'Audit all work,31/03/2025,,All audited',
    ]);
    expect(said(reading)).toEqual(['no-lead: This row names no lead.']);
  });

  it('a cell that begins with a formula is kept whole, and told of', () => {
    const formula = "=cmd|' /C calc'!A0";
    const reading = read([
      'Action,By when,Lead,Measure',
      `Train all staff,31/03/2025,${formula},All trained`,
      `${formula},31/03/2025,Jo Poole,${formula}`,
    ]);
    expect(milestones(reading).map(({ leads, measures }) => [leads, measures])).toEqual([
      [[formula], ['All trained']],
      [['Jo Poole'], [formula]],
    ]);
    expect(said(reading)).toEqual(
      [1, 2, 3].map(() => `formula-in-cell: This cell holds a formula, “${formula}”.`),
    );
    expect(reading.problems.at(-1)?.proposal).toBe('It was kept as text and never run.');
  });

  it('leads that differ by capitals or spacing alone are one, as first spelt', () => {
    const reading = read([
      'Action,By when,Lead,Measure',
      'Train all staff,31/03/2025,Jo Poole; Partners,All trained',
      'Audit all work,31/03/2025,jo  poole and partners; PARTNERS,All audited',
    ]);
    expect(milestones(reading).map(({ leads }) => leads)).toEqual([
      ['Jo Poole', 'Partners'],
      ['Jo Poole', 'Partners'],
    ]);
    expect(milestones(reading)[1]?.leadsAsPrinted).toBe('jo poole and partners; PARTNERS');
  });

  it('a name that the plan’s own list lacks stays as printed, and one on the list is spelt once', () => {
    const reading = read([
      'Leads and job titles',
      'Jo Poole,Director',
      'The plan',
      'Action,By when,Lead,Measure',
      'Train all staff,31/03/2025,Jo Poole; Partners,All trained',
      'Audit all work,31/03/2025,JO POOLE; partners,All audited',
    ]);
    expect(milestones(reading).map(({ leads }) => leads)).toEqual([
      ['Jo Poole', 'Partners'],
      ['Jo Poole', 'partners'],
    ]);
  });

  it('nobody is missing from a list of people that the plan does not have', () => {
    const reading = read([
      'Loamshire plan: lead officers and their roles,,,',
      'Action,By when,Lead,Measure',
      'Train all staff,31/03/2025,Jo Poole,All trained',
      'Audit all work,31/03/2025,,',
      'Improve plans,,Partners,',
    ]);
    expect(reading.people).toEqual([]);
    expect(reading.problems.map(({ kind }) => kind)).not.toContain('lead-not-listed');
  });

  it('those who are consulted are leads, and no note says that they are not', () => {
    const reading = read([
      'Action,By when,Lead,Measure',
      'Train all staff,31/03/2025,Jo Poole in consultation with Board partners,All trained',
    ]);
    expect(milestones(reading)[0]?.leads).toEqual(['Jo Poole', 'Board partners']);
    expect(said(reading)).toEqual([]);
  });
});

describe('a table that is not recognised', () => {
  const lines = ['Fruit,Price,', 'Train all staff,Jo Poole', 'Audit all work,Sam Reed'];

  it('still lists its columns, so that a person can say what each is for', () => {
    const reading = read(lines);
    expect(reading.columns).toEqual([
      { heading: 'Fruit', role: 'ignore' },
      { heading: 'Price', role: 'ignore' },
    ]);
    expect(said(reading)[0]).toContain('The columns found were “Fruit”, “Price”.');
  });

  it('keeps the role of a heading that is known, for the person to add the rest', () => {
    expect(read(['Fruit,By when', 'Train all staff,31/03/2025']).columns).toEqual([
      { heading: 'Fruit', role: 'ignore' },
      { heading: 'By when', role: 'timescale' },
    ]);
  });

  it.each([
    [{ Fruit: 'action', Price: 'lead' }, ['Jo Poole', 'Sam Reed']],
    [{ Fruit: 'action', Price: 'ignore' }, ['', '']],
  ] as const)('is read again with what the person said: %o', (columns, leads) => {
    const reading = read(lines, { columns });
    expect(milestones(reading).map((milestone) => milestone.leads.join())).toEqual(leads);
    expect(reading.priorities[0]?.outcomes[0]?.actions.map(({ text }) => text)).toEqual([
      'Train all staff',
      'Audit all work',
    ]);
    expect(reading.columns.slice(0, 2).map(({ role }) => role)).toEqual(Object.values(columns));
  });

  it('keeps what the person said where that is not yet enough', () => {
    expect(read(lines, { columns: { Fruit: 'lead' } }).columns).toEqual([
      { heading: 'Fruit', role: 'lead' },
      { heading: 'Price', role: 'ignore' },
    ]);
  });

  it('lists nothing where the file holds no table', () => {
    expect(read(['Some words']).columns).toEqual([]);
  });
});
