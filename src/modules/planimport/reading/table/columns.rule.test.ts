import { describe, expect, it } from 'vitest';
import type { Cell, Part } from '../../../../platform/intake/source-document.ts';
import { alignRow } from './align-row.rule.ts';
import { isSameHeader, readHeaderRow } from './columns.rule.ts';
import { LeadDirectory } from '../leads/lead-directory.rule.ts';
import type { ColumnRole } from '../../../improvement/index.ts';

const cellOf = (text: string): Cell => {
  const parts: Part[] = text.startsWith('• ')
    ? [{ kind: 'bullet', text: text.slice(2) }]
    : [{ kind: 'text', text }];
  return { text, parts: text === '' ? [] : parts };
};
const rowOf = (...texts: readonly string[]) =>
  ({ kind: 'row', cells: texts.map(cellOf), header: false, place: { line: 1 } }) as const;

describe('a row of headings', () => {
  const none = new Map<string, ColumnRole>();

  it('needs something to do, and when, who or how to know', () => {
    expect(
      readHeaderRow(rowOf('Ref', 'Actions', 'Timescale', 'Delivery Leads', 'Targets & Measures'), none)?.map(
        ({ role }) => role,
      ),
    ).toEqual(['ref', 'action', 'timescale', 'lead', 'measure']);
    expect(readHeaderRow(rowOf('Category', 'Numbers'), none)).toBeNull();
    expect(readHeaderRow(rowOf('Action', 'Cost'), none)).toBeNull();
    expect(readHeaderRow(rowOf('Train all staff', 'Jo Poole'), none)).toBeNull();
    expect(
      readHeaderRow(rowOf('2.1.2', 'Survey the actions taken', 'Completed', 'Progress reported'), none),
    ).toBeNull();
    expect(readHeaderRow(rowOf('Name', 'Address', 'Telephone', 'Action', 'Lead'), none)).toBeNull();
  });

  it('takes the recommendations for actions where it has no column of actions', () => {
    expect(
      readHeaderRow(rowOf('No', 'Recommendation', 'Owner', 'Deadline'), none)?.map(({ role }) => role),
    ).toEqual(['ref', 'action', 'lead', 'timescale']);
    expect(
      readHeaderRow(rowOf('No', 'Recommendation', 'Action', 'Owner'), none)?.map(({ role }) => role),
    ).toEqual(['ref', 'requirement', 'action', 'lead']);
  });

  it('takes a due date for the timescale where no column of starts stands beside it', () => {
    expect(readHeaderRow(rowOf('Action', 'Due date'), none)?.map(({ role }) => role)).toEqual([
      'action',
      'timescale',
    ]);
    expect(readHeaderRow(rowOf('Action', 'Start', 'Due date'), none)?.map(({ role }) => role)).toEqual([
      'action',
      'start',
      'end',
    ]);
  });

  it('obeys what a person chose, however the heading is spaced', () => {
    const chosen = new Map<string, ColumnRole>([
      ['things to do', 'action'],
      ['x', 'lead'],
      ['deadline', 'ignore'],
    ]);
    expect(readHeaderRow(rowOf('Things  to do', 'X', 'Deadline'), chosen)?.map(({ role }) => role)).toEqual([
      'action',
      'lead',
      'ignore',
    ]);
  });

  it('is known again on the next page', () => {
    const columns = readHeaderRow(rowOf('Ref', 'Action', 'Lead'), none) ?? [];
    expect(isSameHeader(rowOf('REF', 'Action', 'Lead'), columns)).toBe(true);
    expect(isSameHeader(rowOf('1.1', 'Action', 'Lead'), columns)).toBe(false);
    expect(isSameHeader(rowOf(), columns)).toBe(false);
  });
});

describe('a row laid under its columns', () => {
  const directory = new LeadDirectory();
  directory.list('Jo Poole');
  const columns = (['ref', 'action', 'timescale', 'lead', 'measure'] as const).map((role) => ({
    heading: role,
    role,
  }));
  const align = (...texts: readonly string[]) => alignRow(texts.map(cellOf), columns, directory);
  const textsOf = (...texts: readonly string[]) => align(...texts).cells.map(({ text }) => text);

  it('stays as printed when every cell is at home', () => {
    expect(align('1.1', '1.1.1 Train staff', '1 March 2030', 'Jo Poole', '• Staff trained').shifted).toBe(
      false,
    );
    expect(align('', '', '1 March 2030', '', '• Staff trained').shifted).toBe(false);
    expect(align('', 'IN 3. O 2', '1 March 2030', 'Jo Poole', '• Staff trained').shifted).toBe(false);
    expect(align('', '', '', '', 'months – March – June 2030').shifted).toBe(false);
  });

  it('finds the column of each cell where the first was lost', () => {
    expect(textsOf('1.1.1 Train staff', 'Completed', 'Jo Poole', '• Staff trained')).toEqual([
      '',
      '1.1.1 Train staff',
      'Completed',
      'Jo Poole',
      '• Staff trained',
    ]);
    expect(textsOf('', '1 February 2030, Review weekly', 'Jo Poole', '• Backlog falls')).toEqual([
      '',
      '',
      '1 February 2030, Review weekly',
      'Jo Poole',
      '• Backlog falls',
    ]);
    expect(textsOf('', '1 Aug 2030- 30 Aug 2030', '', '• No more than 200')).toEqual([
      '',
      '',
      '1 Aug 2030- 30 Aug 2030',
      '',
      '• No more than 200',
    ]);
  });

  it('puts back a full row that slid sideways', () => {
    expect(
      textsOf('1.1.1 Train all the staff in it', '1 March 2030', 'Jo Poole', '• Staff trained', ''),
    ).toEqual(['', '1.1.1 Train all the staff in it', '1 March 2030', 'Jo Poole', '• Staff trained']);
  });

  it('loses no cell of a row that has too many', () => {
    expect(
      textsOf(
        '1.1',
        '1.1.1 Train staff',
        '1 March 2030',
        'Jo Poole',
        '• Staff trained',
        'and more',
        'still',
      ).join(' '),
    ).toBe('1.1 1.1.1 Train staff 1 March 2030 Jo Poole • Staff trained and more still');
  });

  it('counts a cell that spans two columns as two', () => {
    const cells = [
      { ...cellOf('1.1.1 Train staff'), span: 2 },
      cellOf('1 March 2030'),
      cellOf('Jo Poole'),
      cellOf('• Staff trained'),
    ];
    expect(alignRow(cells, columns, directory).cells.map(({ text }) => text)).toEqual([
      '',
      '1.1.1 Train staff',
      '1 March 2030',
      'Jo Poole',
      '• Staff trained',
    ]);
  });
});
