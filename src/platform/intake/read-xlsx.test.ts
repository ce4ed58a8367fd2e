import { describe, expect, it } from 'vitest';
import writeExcelFile, { type Sheet } from 'write-excel-file/node';
import { openFile } from './open-file.ts';
import type { SourceDocument } from './source-document.ts';
import { makeXlsx, textCell } from './testing/office-files.ts';

async function open(bytes: Uint8Array): Promise<SourceDocument> {
  const opened = await openFile({ fileName: 'plan.xlsx', bytes });
  if (opened.kind === 'unreadable') throw new Error(opened.sentence);
  return opened.document;
}

/** Numbers of formats that Excel has without their being written in the file (ECMA-376 Part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0.00': 2,
  '#,##0': 3,
  '0%': 9,
  'mmm-yy': 17,
};

/** A cell as XML with a format, between two others. */
async function openCell(cell: string, format: string): Promise<SourceDocument> {
  const number = BUILT_IN[format] ?? 164;
  const code = format.replaceAll('"', '&quot;');
  const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${number}" applyNumberFormat="1"/></cellXfs>`;
  const row = `<row r="1">${textCell('A1', 'first')}${cell}${textCell('C1', 'last')}</row>`;
  return open(makeXlsx(row, { styles }));
}

function texts(document: SourceDocument): string[][] {
  return document.blocks.flatMap((block) =>
    block.kind === 'row' ? [block.cells.map((cell) => cell.text)] : [],
  );
}

describe('values as the sheet shows them', () => {
  /** A number, as Excel keeps days too: counted from 30 December 1899. */
  const number = (value: number) => `<c r="B1" s="1"><v>${value}</v></c>`;
  const day = (year: number, month: number, date: number, hour = 0, minute = 0) =>
    number((Date.UTC(year, month - 1, date, hour, minute) - Date.UTC(1899, 11, 30)) / 86_400_000);

  it.each([
    { cell: day(2011, 3, 31), format: 'dd/mm/yyyy', prints: '31 March 2011' },
    { cell: day(2011, 3, 31), format: '[$-809]d mmmm yyyy;@', prints: '31 March 2011' },
    { cell: day(2011, 4, 1), format: 'mmm-yy', prints: 'April 2011' },
    { cell: day(2011, 3, 31, 14, 30), format: 'dd/mm/yyyy hh:mm', prints: '31 March 2011 14:30' },
    { cell: day(2011, 3, 31), format: 'dd/mm/yyyy hh:mm', prints: '31 March 2011' },
    { cell: number(0.95), format: '0%', prints: '95%' },
    { cell: number(0.125), format: '0.0%', prints: '12.5%' },
    { cell: number(1.1), format: '0.00', prints: '1.10' },
    { cell: number(1234567), format: '#,##0', prints: '1,234,567' },
    { cell: number(1200), format: '"£"#,##0', prints: '£1,200' },
    { cell: number(1200), format: '[$£-809]#,##0.00', prints: '£1,200.00' },
    { cell: number(7), format: '000', prints: '007' },
    { cell: number(0.1 + 0.2), format: 'General', prints: '0.3' },
    { cell: number(2011), format: 'General', prints: '2011' },
    { cell: '<c r="B1" s="1" t="b"><v>1</v></c>', format: 'General', prints: 'TRUE' },
    { cell: '<c r="B1" s="1"><f>1+1</f><v>2</v></c>', format: 'General', prints: '2' },
    {
      cell: '<c r="B1" s="1" t="str"><f>A1&amp;"x"</f><v>as worked out</v></c>',
      format: 'General',
      prints: 'as worked out',
    },
    { cell: '<c r="B1" s="1"><f>NOW()</f></c>', format: 'General', prints: '' },
    {
      cell: '<c r="B1" t="inlineStr"><is><r><t xml:space="preserve">half </t></r><r><rPr><b/></rPr><t>bold</t></r></is></c>',
      format: 'General',
      prints: 'half bold',
    },
    { cell: textCell('B1', '=2+2'), format: 'General', prints: '=2+2' },
    { cell: textCell('B1', '  • one\n• two'), format: 'General', prints: '• one • two' },
  ])('$format prints $prints', async ({ cell, format, prints }) => {
    expect(texts(await openCell(cell, format))).toEqual([['first', prints, 'last']]);
  });
});

/** A workbook as another program wrote it, some of its sheets and rows hidden. */
async function openSheets(
  sheets: readonly Pick<Sheet<never>, 'sheet' | 'data'>[],
  hidden: { readonly sheets?: Readonly<Record<number, string>>; readonly row?: number } = {},
): Promise<SourceDocument> {
  const written = writeExcelFile([...sheets], {
    features: [
      {
        files: {
          transform: {
            'xl/workbook.xml': {
              transformElementAttributes: (tag, attributes, index = 0) => {
                const state = tag === 'sheet' ? hidden.sheets?.[index] : undefined;
                return state === undefined ? attributes : { ...attributes, state };
              },
            },
            'xl/worksheets/sheet{id}.xml': {
              transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) =>
                tag === 'row' && sheetIndex === 0 && index === hidden.row
                  ? { ...attributes, hidden: 1 }
                  : attributes,
            },
          },
        },
      },
    ],
  });
  return open(new Uint8Array(await written.toBuffer()));
}

describe('sheets', () => {
  it('reads every visible sheet, names the hidden ones, and tells of hidden rows', async () => {
    const document = await openSheets(
      [
        {
          sheet: 'Priority 1',
          data: [
            ['Ref', 'Action'],
            ['1.1', 'a'],
            ['1.2', 'b'],
          ],
        },
        { sheet: 'Lists', data: [['secret', 'x']] },
        { sheet: 'Very', data: [['secret', 'y']] },
        { sheet: 'Priority 2', data: [[], [], ['Ref', 'Action'], ['2.1', 'c']] },
      ],
      { sheets: { 1: 'hidden', 2: 'veryHidden' }, row: 2 },
    );
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
    const document = await openSheets([
      {
        sheet: 'Plan',
        data: [
          [{ value: 'The plan', columnSpan: 3 }, null, null],
          ['Ref', 'Action', 'Lead'],
          [{ value: '1.1', rowSpan: 2 }, 'a', 'Ann'],
          [null, 'b', 'Bo'],
        ],
      },
    ]);
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
