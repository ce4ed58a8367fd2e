import { array, assert, constantFrom, property, string } from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { guessDelimiter } from './csv-delimiter.ts';
import { readCsv } from './read-csv.ts';

function texts(csv: string): string[][] {
  const { blocks } = readCsv('plan.csv', 'plan.csv', csv, guessDelimiter(csv).delimiter);
  return blocks.flatMap((block) => (block.kind === 'row' ? [block.cells.map((cell) => cell.text)] : []));
}

describe('CSV', () => {
  it.each([
    {
      what: 'commas',
      csv: 'Ref,Action\n1.1,a',
      rows: [
        ['Ref', 'Action'],
        ['1.1', 'a'],
      ],
    },
    {
      what: 'semicolons with commas inside',
      csv: 'Ref;Action\n1.1;a, b, c\n1.2;d',
      rows: [
        ['Ref', 'Action'],
        ['1.1', 'a, b, c'],
        ['1.2', 'd'],
      ],
    },
    {
      what: 'tabs',
      csv: 'Ref\tAction\n1.1\ta',
      rows: [
        ['Ref', 'Action'],
        ['1.1', 'a'],
      ],
    },
    {
      what: 'quotation marks inside',
      csv: 'Ref,Action\n1.1,"say ""yes"", twice"',
      rows: [
        ['Ref', 'Action'],
        ['1.1', 'say "yes", twice'],
      ],
    },
    {
      what: 'a stray quotation mark',
      csv: 'Ref,Action\n1.1,5" pipe',
      rows: [
        ['Ref', 'Action'],
        ['1.1', '5" pipe'],
      ],
    },
    {
      what: 'rows of unequal length',
      csv: 'Ref,Action\n1.1\n1.2,a,b',
      rows: [['Ref', 'Action'], ['1.1'], ['1.2', 'a', 'b']],
    },
    {
      what: 'lines that begin with a dash',
      csv: 'Ref,Targets\n1.1,"- one\n- two"',
      rows: [
        ['Ref', 'Targets'],
        ['1.1', '• one • two'],
      ],
    },
    {
      what: 'a formula',
      csv: 'Ref,Action\n1.1,=HYPERLINK("x")',
      rows: [
        ['Ref', 'Action'],
        ['1.1', '=HYPERLINK("x")'],
      ],
    },
    { what: 'one column', csv: 'Action\na\nb', rows: [['Action'], ['a'], ['b']] },
  ])('reads $what', ({ csv, rows }) => {
    expect(texts(csv)).toEqual(rows);
  });

  it('takes the first row with two filled cells for the header and counts blank lines', () => {
    const { blocks } = readCsv('plan.csv', 'plan.csv', 'The plan,\n\nRef,Action\n1.1,a', ',');
    expect(blocks.map((block) => [block.kind === 'row' && block.header, block.place])).toEqual([
      [false, { row: 1, line: 1 }],
      [true, { row: 3, line: 3 }],
      [false, { row: 4, line: 4 }],
    ]);
  });

  it('gives back whatever table was written', () => {
    const cell = string({ unit: constantFrom('a', 'B', '1', ',', ';', '"', "'", '=', 'é') }).map(
      (text) => `x${text}`,
    );
    const table = array(array(cell, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 });
    assert(
      property(table, (rows) => {
        const { blocks } = readCsv('plan.csv', 'plan.csv', stringify(rows), ',');
        expect(blocks.map((block) => block.kind === 'row' && block.cells.map((each) => each.text))).toEqual(
          rows,
        );
      }),
    );
  });
});
