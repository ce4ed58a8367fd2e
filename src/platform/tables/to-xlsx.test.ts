import ExcelJS from 'exceljs';
import { array, assert, asyncProperty, string } from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../test/support/rounds.ts';
import { sheetName } from './sheet-name.ts';
import type { Table } from './table.ts';
import { toXlsx } from './to-xlsx.ts';

const TABLE: Table = {
  title: 'Actions: due [May]',
  columns: [
    { heading: 'Ref', kind: 'reference' },
    { heading: 'Action', kind: 'text' },
    { heading: 'Due', kind: 'day' },
    { heading: 'Late by', kind: 'number' },
  ],
  rows: [
    ['1.10', '=HYPERLINK("http://x")', '2011-03-31', 12.5],
    ['2', '- a bullet\n- another', '2011-04', null],
    ['-3', '@SUM(A1)', '2011-06-31', -4],
    ['=4', null, 'Code _x0041_', Number.NaN],
  ],
  notes: ['Source: the plan agreed in March 2011.', '=As at 12 May 2011.'],
};

async function load(table: Table): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await toXlsx(table);
  await workbook.xlsx.load(Buffer.from(bytes).buffer);
  return workbook;
}

function cellsOf(workbook: ExcelJS.Workbook): ExcelJS.Cell[] {
  const cells: ExcelJS.Cell[] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => cells.push(cell));
    });
  });
  return cells;
}

describe('toXlsx', () => {
  it('reads back as it was, days as dates, everything else that is not a number as text', async () => {
    const sheets = await readExcelFile(Buffer.from(await toXlsx(TABLE)), { trim: false });
    expect(sheets).toEqual([
      {
        sheet: 'Actions due May',
        data: [
          ['Ref', 'Action', 'Due', 'Late by'],
          ['1.10', '=HYPERLINK("http://x")', new Date('2011-03-31T00:00:00Z'), 12.5],
          ['2', '- a bullet\n- another', '2011-04', null],
          ['-3', '@SUM(A1)', '2011-06-31', -4],
          ['=4', null, 'Code _x0041_', null],
        ],
      },
      {
        sheet: 'About',
        data: [['Actions: due [May]'], ['Source: the plan agreed in March 2011.'], ['=As at 12 May 2011.']],
      },
    ]);
  });

  it('keeps the bold headings in view, with a filter, and widths that fit', async () => {
    const sheet = (await load(TABLE)).getWorksheet(1);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell('A1').font.bold).toBe(true);
    expect(sheet?.getCell('A2').font?.bold).toBeUndefined();
    expect(sheet?.autoFilter).toBe('A1:D5');
    expect(sheet?.getCell('C2').numFmt).toBe('d mmmm yyyy');
    const widths = [1, 2, 3, 4].map((column) => sheet?.getColumn(column).width ?? 0);
    expect(widths).toEqual([8, 24, 18, 12]);
  });

  it('has no second sheet without notes, and stands with no rows and no columns', async () => {
    expect((await load({ title: 'Empty', columns: [], rows: [] })).worksheets).toHaveLength(1);
    expect((await load({ ...TABLE, rows: [], notes: [] })).worksheets).toHaveLength(1);
  });

  it('cuts a text that no cell can hold, and says so in the cell', async () => {
    const workbook = await load({
      title: 'a',
      columns: [{ heading: 'b', kind: 'text' }],
      rows: [['x'.repeat(40_000)]],
    });
    const text = workbook.getWorksheet(1)?.getCell('A2').text ?? '';
    expect(text).toHaveLength(32_767);
    expect(text.endsWith('(cut: Excel holds no longer text)')).toBe(true);
  });

  it('never holds a formula, a link or anything but plain values, whatever the words', async () => {
    const sign = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '<', '&', '"', "'", '_x0000_', '\ud800'];
    const words = string({ unit: 'binary' }).map((text) => `${sign[text.length % sign.length]}${text}`);
    await assert(
      asyncProperty(words, array(words, { maxLength: 4 }), async (title, cells) => {
        const workbook = await load({
          title,
          columns: [{ heading: title, kind: 'text' }],
          rows: cells.map((cell) => [cell]),
          notes: cells,
        });
        for (const cell of cellsOf(workbook)) expect(cell.type).toBe(ExcelJS.ValueType.String);
      }),
      { numRuns: rounds(40) },
    );
  });
});

describe('sheetName', () => {
  it.each([
    { title: 'Actions due in May', name: 'Actions due in May' },
    { title: 'a/b\\c[d]e:f*g?h', name: 'a b c d e f g h' },
    { title: "'quoted'", name: 'quoted' },
    { title: 'A title that is longer than a sheet’s name may be', name: 'A title that is longer than a s' },
    { title: '😀'.repeat(20), name: '😀'.repeat(15) },
    { title: '', name: 'Table' },
    { title: 'about', name: 'Table' },
    { title: 'History', name: 'Table' },
  ])('$title becomes $name', ({ title, name }) => {
    expect(sheetName(title)).toBe(name);
  });
});
