import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { rounds } from '../../../test/support/rounds.ts';
import { sheetName } from './sheet-name.ts';
import type { Table } from './table.ts';
import { openWorkbook, type OpenedWorkbook, whatRuns } from './testing/open-workbook.ts';
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

async function load(table: Table): Promise<OpenedWorkbook> {
  return openWorkbook(await toXlsx(table));
}

const SHEET = 'xl/worksheets/sheet1.xml';

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
    const { parts, cells } = await load(TABLE);
    const sheet = parts.get(SHEET) ?? '';
    expect(sheet).toMatch(/<pane ySplit="1" [^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A1:D5"/>');
    expect([...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '8',
      '24',
      '18',
      '12',
    ]);
    expect(styleOf(parts, cells, 'A1')).toContain('bold');
    expect(styleOf(parts, cells, 'A2')).not.toContain('bold');
    expect(styleOf(parts, cells, 'A2')).toContain('@');
    expect(styleOf(parts, cells, 'B2')).toContain('wrapped');
    expect(styleOf(parts, cells, 'C2')).toContain('d mmmm yyyy');
  });

  it('prints on A4 sideways, one page in width, with the headings again on each page', async () => {
    const { parts } = await load({ ...TABLE, title: "Children's plan" });
    expect(parts.get(SHEET)).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    );
    expect(parts.get(SHEET)).toContain('<pageSetUpPr fitToPage="1"/>');
    const names = parts.get('xl/workbook.xml') ?? '';
    expect(names).toMatch(/_xlnm\.Print_Titles" localSheetId="0">'Children''s plan'!\$1:\$1</);
    expect(names).toMatch(
      /_xlnm\._FilterDatabase" hidden="1" localSheetId="0">'Children''s plan'!\$A\$1:\$D\$5</,
    );
    expect(names.match(/<definedNames/g)).toHaveLength(1);
    expect(parts.get('docProps/core.xml')).toContain("<dc:title>Children's plan</dc:title>");
  });

  it('has its elements in the order that Excel asks for', async () => {
    // ECMA-376 Part 1, 18.3.1.99: Excel calls a file broken whose elements stand in another order.
    const order = ['sheetPr', 'sheetViews', 'cols', 'sheetData', 'autoFilter', 'pageMargins', 'pageSetup'];
    const { parts } = await load(TABLE);
    const found = [...(parts.get(SHEET) ?? '').matchAll(/<(\w+)/g)].flatMap(([, name = '']) =>
      order.includes(name) ? [name] : [],
    );
    expect(found).toEqual(order);
  });

  it('is the same file for the same table, whenever it is made', async () => {
    const first = await toXlsx(TABLE);
    vi.useFakeTimers({ now: new Date('2031-05-12T10:20:30Z'), toFake: ['Date'] });
    try {
      expect(Buffer.from(await toXlsx(TABLE)).equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('has no second sheet without notes, and stands with no rows and no columns', async () => {
    for (const table of [
      { title: 'Empty', columns: [], rows: [] },
      { ...TABLE, rows: [], notes: [] },
    ]) {
      const { parts } = await load(table);
      expect([...parts.keys()].filter((name) => /sheet\d+\.xml$/.test(name))).toEqual([SHEET]);
      expect(await readExcelFile(Buffer.from(await toXlsx(table)))).toHaveLength(1);
    }
  });

  it('cuts a text that no cell can hold, and says so in the cell', async () => {
    const table: Table = {
      title: 'a',
      columns: [{ heading: 'b', kind: 'text' }],
      rows: [['x'.repeat(40_000)]],
    };
    const [sheet] = await readExcelFile(Buffer.from(await toXlsx(table)));
    const text = String(sheet?.data[1]?.[0]);
    expect(text).toHaveLength(32_767);
    expect(text.endsWith('(cut: Excel holds no longer text)')).toBe(true);
  });

  it('gives back words as they were, though they be names of what every object has', async () => {
    const words = [...Object.getOwnPropertyNames(Object.prototype), 'length', '_x0041_', '$&', "$'"];
    const table: Table = {
      title: 'constructor',
      columns: [{ heading: 'valueOf', kind: 'text' }],
      rows: words.map((word) => [word]),
      notes: ['toString'],
    };
    const [sheet, about] = await readExcelFile(Buffer.from(await toXlsx(table)));
    expect(sheet?.data).toEqual([['valueOf'], ...words.map((word) => [word])]);
    expect(about?.data).toEqual([['constructor'], ['toString']]);
  });

  it('never holds a formula, a link or anything but plain values, whatever the words', async () => {
    const sign = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '<', '&', '"', "'", '_x0000_', '\ud800'];
    const words = oneof(
      string({ unit: 'binary' }).map((text) => `${sign[text.length % sign.length]}${text}`),
      constantFrom('</t></si>', '<f>1+1</f>', ']]>', '</v></c>', 'hasOwnProperty'),
    );
    await assert(
      asyncProperty(words, array(words, { maxLength: 4 }), async (title, cells) => {
        const table: Table = {
          title,
          columns: [{ heading: title, kind: 'text' }],
          rows: cells.map((cell) => [cell]),
          notes: cells,
        };
        const workbook = await load(table);
        expect(whatRuns(workbook)).toEqual([]);
        expect(await readExcelFile(Buffer.from(await toXlsx(table)))).toHaveLength(
          cells.length === 0 ? 1 : 2,
        );
      }),
      { numRuns: rounds(40) },
    );
  });
});

/** How a cell looks, in words: `bold`, `wrapped` and its format. */
function styleOf(parts: OpenedWorkbook['parts'], cells: OpenedWorkbook['cells'], address: string): string[] {
  const styles = parts.get('xl/styles.xml') ?? '';
  const [, style = ''] =
    new RegExp(`^<c r="${address}" s="(\\d+)"`).exec(
      cells.find((cell) => cell.includes(`"${address}"`)) ?? '',
    ) ?? [];
  const looks =
    /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs) ?? [];
  const look = looks[Number(style)] ?? '';
  const fonts = styles.match(/<font>.*?<\/font>|<font\/>/gs) ?? [];
  const [, font = '0'] = /fontId="(\d+)"/.exec(look) ?? [];
  const [, format = ''] = /numFmtId="(\d+)"/.exec(look) ?? [];
  const [, code = ''] = new RegExp(`<numFmt numFmtId="${format}" formatCode="([^"]*)"`).exec(styles) ?? [];
  return [
    ...(fonts[Number(font)]?.includes('<b') === true ? ['bold'] : []),
    ...(look.includes('wrapText="1"') ? ['wrapped'] : []),
    // Excel's own number for text (ECMA-376 Part 1, 18.8.30).
    format === '49' ? '@' : code,
  ];
}

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
