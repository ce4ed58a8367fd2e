import type { Cell, CellObject, Sheet } from 'write-excel-file/node';
import { partsOfZip, steadyZip } from '../steady-zip.ts';
import { plainDay } from '../time/plain-day.ts';
import { sheetName } from './sheet-name.ts';
import type { Table, TableColumn, TableValue } from './table.ts';
import type { FileContent } from './workbook-parts.ts';

/** Excel's longest text in one cell. */
const LONGEST_CELL = 32_767;
const CUT = ' … (cut: Excel holds no longer text)';

/** Widths in letters of the standard type. */
const NARROWEST = 8;
const WIDEST = 60;

/** Zip files count their dates from this day; a workbook of ours says nothing of when it was made. */
const NO_DAY = plainDay(1980, 1, 1);

/**
 * The table as an Excel workbook: headings bold and kept in view, a filter on each, days as real dates, columns as wide as
 * their words. Text is always text, whatever sign it begins with: nothing in the workbook is ever a formula. Notes stand on a
 * second sheet, "About". The same table makes the same bytes.
 */
export async function toXlsx(table: Table): Promise<Uint8Array> {
  // Loaded only when somebody asks for a workbook.
  const [{ default: writeExcelFile }, { workbookParts }, { getCellAddress }] = await Promise.all([
    import('write-excel-file/node'),
    import('./workbook-parts.ts'),
    import('write-excel-file/utility'),
  ]);
  const { title, columns, rows } = table;
  const name = sheetName(title);
  const filter = columns.length === 0 ? null : `A1:${getCellAddress(rows.length, columns.length - 1)}`;
  const written = await writeExcelFile([tableSheet(table, name), ...notesSheet(table)], {
    features: [workbookParts({ title, sheet: name, filter })],
  }).toBuffer();
  return steadyZip(await partsOfZip(written), NO_DAY);
}

function tableSheet({ columns, rows }: Table, sheet: string): Sheet<FileContent> {
  const headings = columns.map((column) => ({
    ...textCell(column.heading, column),
    fontWeight: 'bold' as const,
  }));
  return {
    sheet,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: columns.map((column, index) => ({ width: widthOfColumn(rows, column, index) })),
    data: [
      headings,
      ...rows.map((row) => columns.map((column, index) => cellOf(column, row[index] ?? null))),
    ],
  };
}

function widthOfColumn(rows: Table['rows'], column: TableColumn, index: number): number {
  const widest = rows.reduce(
    (most, row) => Math.max(most, widthOf(row[index] ?? null)),
    column.heading.length + 3,
  );
  return Math.min(WIDEST, Math.max(column.kind === 'day' ? 18 : NARROWEST, widest + 2));
}

function widthOf(value: TableValue): number {
  if (value === null) return 0;
  return Math.max(
    ...String(value)
      .slice(0, 1_000)
      .split('\n')
      .map((line) => line.length),
  );
}

function cellOf(column: TableColumn, value: TableValue): Cell {
  if (value === null) return null;
  if (column.kind === 'reference') return textCell(String(value), column);
  if (typeof value === 'number')
    return Number.isFinite(value) ? { type: Number, value, alignVertical: 'top' } : null;
  const day = column.kind === 'day' ? dayOf(value) : undefined;
  if (day === undefined) return textCell(value, column);
  return { type: Date, value: day, format: 'd mmmm yyyy', alignVertical: 'top' };
}

/** `YYYY-MM-DD` as a date; undefined for a month, for words and for a day that the calendar does not have. */
function dayOf(value: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return exists ? date : undefined;
}

function textCell(text: string, { kind }: Pick<TableColumn, 'kind'>): CellObject {
  const value = heldText(text);
  return {
    type: String,
    value,
    alignVertical: 'top',
    wrap: kind === 'text',
    ...(kind === 'reference' && { format: '@' }),
  };
}

/**
 * Text that fits in a cell, without the control characters that a workbook cannot hold. Excel reads `_x0041_` as the letter of
 * that number, so words that look like it are marked as words (ECMA-376 Part 1, 22.4.2.4).
 */
function heldText(text: string): string {
  const held = text
    .replaceAll(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  if (held.length > LONGEST_CELL)
    return held.slice(0, LONGEST_CELL - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT;
  // The writer looks texts up in an object, where it would find "constructor" and its like before they are written.
  return held in {} ? asNumber(held.slice(0, 1)) + held.slice(1) : held;
}

/** A letter as its number, which Excel and other programs read as the letter. */
function asNumber(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function notesSheet({ title, notes = [] }: Table): Sheet<FileContent>[] {
  if (notes.length === 0) return [];
  const text = { kind: 'text' } as const;
  return [
    {
      sheet: 'About',
      columns: [{ width: 100 }],
      data: [
        [{ ...textCell(title, text), fontWeight: 'bold' }],
        ...notes.map((note) => [textCell(note, text)]),
      ],
    },
  ];
}
