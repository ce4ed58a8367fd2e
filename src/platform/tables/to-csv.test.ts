import { parse } from 'csv-parse/sync';
import { array, assert, double, option, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from './table.ts';
import { toCsv } from './to-csv.ts';

function oneCell(value: string | number | null): string {
  const table: Table = {
    title: 'Actions',
    columns: [
      { heading: 'Action', kind: 'text' },
      { heading: 'x', kind: 'text' },
    ],
    rows: [[value, 'end']],
  };
  const [, row] = parse(toCsv(table), { bom: true });
  return row?.[0] ?? 'no row';
}

describe('toCsv', () => {
  it('writes a mark, the headings and a line for each row, ended by CR LF', () => {
    const csv = toCsv({
      title: 'Actions',
      columns: [
        { heading: 'Ref', kind: 'reference' },
        { heading: 'Action', kind: 'text' },
        { heading: 'Due', kind: 'day' },
        { heading: 'Late by', kind: 'number' },
      ],
      rows: [
        ['1.10', 'Say "yes",\nthen go', '2011-03-31', 12.5],
        ['1.2', 'Zoë’s plan', '2011-04', null],
      ],
      notes: ['Not in a CSV.'],
    });
    expect(csv).toBe(
      '\ufeff"Ref","Action","Due","Late by"\r\n"1.10","Say ""yes"",\nthen go","2011-03-31",12.5\r\n"1.2","Zoë’s plan","2011-04",\r\n',
    );
  });

  it.each([
    { value: '=HYPERLINK("http://x")', reads: `'=HYPERLINK("http://x")` },
    { value: "=cmd|' /C calc'!A0", reads: `'=cmd|' /C calc'!A0` },
    { value: '+44 1622 000000', reads: `'+44 1622 000000` },
    { value: '-2+3', reads: `'-2+3` },
    { value: '- a bullet', reads: `'- a bullet` },
    { value: '@SUM(A1)', reads: `'@SUM(A1)` },
    { value: '\t=1', reads: `'\t=1` },
    { value: '\rtext', reads: `'\rtext` },
    { value: '  =1', reads: `'  =1` },
    { value: '＝1+1', reads: `'＝1+1` },
    { value: '-5', reads: '-5' },
    { value: '-5.25', reads: '-5.25' },
    { value: -5, reads: '-5' },
    { value: Number.NaN, reads: '' },
    { value: null, reads: '' },
    { value: 'a=b', reads: 'a=b' },
    { value: '1.10', reads: '1.10' },
  ])('$value is written as $reads', ({ value, reads }) => {
    expect(oneCell(value)).toBe(reads);
  });

  it('makes headings harmless too', () => {
    expect(toCsv({ title: 'a', columns: [{ heading: '=1+1', kind: 'text' }], rows: [] })).toBe(
      `\ufeff"'=1+1"\r\n`,
    );
  });

  it('gives back whatever was written, but for the apostrophe, and no cell that runs', () => {
    const value = option(
      oneof(string({ unit: 'binary-ascii' }), string(), double({ noNaN: true, noDefaultInfinity: true })),
    );
    assert(
      property(array(value, { minLength: 2, maxLength: 5 }), (row) => {
        const columns = row.map((_, index) => ({ heading: `c${index}`, kind: 'text' as const }));
        const [, read] = parse(toCsv({ title: 't', columns, rows: [row] }), { bom: true });
        for (const [index, cell] of (read ?? []).entries()) {
          const before = row[index] ?? '';
          expect([String(before), `'${before}`]).toContain(cell);
          expect(cell).toSatisfy(
            (text: string) => !/^\s*[=+\-@]/.test(text) || Number.isFinite(Number(text)),
          );
        }
        expect(read).toHaveLength(row.length);
      }),
    );
  });
});
