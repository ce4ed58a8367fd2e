import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openFile } from './open-file.ts';
import type { SourceDocument } from './source-document.ts';
import { makeXlsx, textCell } from './testing/office-files.ts';

async function open(bytes: Uint8Array): Promise<SourceDocument> {
  const opened = await openFile({ fileName: 'plan.xlsx', bytes });
  if (opened.kind === 'unreadable') throw new Error(opened.sentence);
  return opened.document;
}

async function openWorkbook(fill: (workbook: ExcelJS.Workbook) => void): Promise<SourceDocument> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return open(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function texts(document: SourceDocument): string[][] {
  return document.blocks.flatMap((block) =>
    block.kind === 'row' ? [block.cells.map((cell) => cell.text)] : [],
  );
}

describe('values as the sheet shows them', () => {
  const day = (year: number, month: number, date: number, hour = 0, minute = 0): Date =>
    new Date(Date.UTC(year, month - 1, date, hour, minute));

  it.each([
    { value: day(2011, 3, 31), format: 'dd/mm/yyyy', prints: '31 March 2011' },
    { value: day(2011, 3, 31), format: '[$-809]d mmmm yyyy;@', prints: '31 March 2011' },
    { value: day(2011, 4, 1), format: 'mmm-yy', prints: 'April 2011' },
    { value: day(2011, 3, 31, 14, 30), format: 'dd/mm/yyyy hh:mm', prints: '31 March 2011 14:30' },
    { value: day(2011, 3, 31), format: 'dd/mm/yyyy hh:mm', prints: '31 March 2011' },
    { value: 0.95, format: '0%', prints: '95%' },
    { value: 0.125, format: '0.0%', prints: '12.5%' },
    { value: 1.1, format: '0.00', prints: '1.10' },
    { value: 1234567, format: '#,##0', prints: '1,234,567' },
    { value: 1200, format: '"£"#,##0', prints: '£1,200' },
    { value: 1200, format: '[$£-809]#,##0.00', prints: '£1,200.00' },
    { value: 7, format: '000', prints: '007' },
    { value: 0.1 + 0.2, format: 'General', prints: '0.3' },
    { value: 2011, format: 'General', prints: '2011' },
    { value: true, format: 'General', prints: 'TRUE' },
    { value: { formula: '1+1', result: 2 }, format: 'General', prints: '2' },
    { value: { formula: 'A1&"x"', result: 'as worked out' }, format: 'General', prints: 'as worked out' },
    { value: { formula: 'NOW()' }, format: 'General', prints: '' },
    {
      value: { richText: [{ text: 'half ' }, { text: 'bold', font: { bold: true } }] },
      format: 'General',
      prints: 'half bold',
    },
    { value: '=2+2', format: 'General', prints: '=2+2' },
    { value: '  • one\n• two', format: 'General', prints: '• one • two' },
  ])('$format prints $prints', async ({ value, format, prints }) => {
    const document = await openWorkbook((workbook) => {
      const sheet = workbook.addWorksheet('Plan');
      sheet.getCell('A1').value = 'first';
      sheet.getCell('B1').value = value;
      sheet.getCell('B1').numFmt = format;
      sheet.getCell('C1').value = 'last';
    });
    expect(texts(document)).toEqual([['first', prints, 'last']]);
  });
});

describe('sheets', () => {
  it('reads every visible sheet, names the hidden ones, and tells of hidden rows', async () => {
    const document = await openWorkbook((workbook) => {
      const first = workbook.addWorksheet('Priority 1');
      first.addRows([
        ['Ref', 'Action'],
        ['1.1', 'a'],
        ['1.2', 'b'],
      ]);
      first.getRow(3).hidden = true;
      workbook.addWorksheet('Lists', { state: 'hidden' }).addRow(['secret', 'x']);
      workbook.addWorksheet('Very', { state: 'veryHidden' }).addRow(['secret', 'y']);
      workbook.addWorksheet('Priority 2').addRows([[], [], ['Ref', 'Action'], ['2.1', 'c']]);
    });
    expect(document.blocks.map((block) => block.place)).toEqual([
      { sheet: 'Priority 1', row: 1 },
      { sheet: 'Priority 1', row: 2 },
      { sheet: 'Priority 1', row: 3 },
      { sheet: 'Priority 2', row: 3 },
      { sheet: 'Priority 2', row: 4 },
    ]);
    expect(document.remarks).toEqual([
      '2 hidden sheets were not read: “Lists”, “Very”.',
      '1 hidden row of the sheet “Priority 1” was read too.',
    ]);
    expect(JSON.stringify(document.blocks)).not.toContain('secret');
  });

  it('reads merged cells as one with its span, and takes the first full row for the header', async () => {
    const document = await openWorkbook((workbook) => {
      const sheet = workbook.addWorksheet('Plan');
      sheet.addRows([['The plan'], ['Ref', 'Action', 'Lead'], ['1.1', 'a', 'Ann'], ['', 'b', 'Bo']]);
      sheet.mergeCells('A1:C1');
      sheet.mergeCells('A3:A4');
    });
    expect(texts(document)).toEqual([
      ['The plan'],
      ['Ref', 'Action', 'Lead'],
      ['1.1', 'a', 'Ann'],
      ['', 'b', 'Bo'],
    ]);
    const [title, header] = document.blocks;
    expect(title).toMatchObject({ header: false, cells: [{ text: 'The plan', span: 3 }] });
    expect(header).toMatchObject({ header: true });
  });

  it('reads the few filled rows among a million empty ones', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 3}"/>`).join('');
    const bytes = makeXlsx(
      `<row r="1">${textCell('A1', 'Ref')}${textCell('B1', 'Action')}</row><row r="2">${textCell('A2', '1.1')}${textCell('B2', 'a')}</row>${empty}`,
    );
    const document = await open(bytes);
    expect(texts(document)).toEqual([
      ['Ref', 'Action'],
      ['1.1', 'a'],
    ]);
  });

  it('reads a formatted but empty sheet 16,384 columns wide by its filled cells', async () => {
    const document = await open(
      makeXlsx(`<row r="1">${textCell('A1', 'Ref')}${textCell('B1', 'Action')}<c r="XFD1" s="0"/></row>`),
    );
    expect(texts(document)).toEqual([['Ref', 'Action']]);
  });
});
