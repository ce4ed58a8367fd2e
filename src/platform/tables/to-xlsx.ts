import type { CellValue, Workbook, Worksheet } from 'exceljs';
import { sheetName } from './sheet-name.ts';
import type { Table, TableColumn, TableValue } from './table.ts';

/** Excel's longest text in one cell. */
const LONGEST_CELL = 32_767;
const CUT = ' … (cut: Excel holds no longer text)';

/** Excel's number for A4 paper (ECMA-376 Part 1, 18.3.1.63). */
const A4 = 9;

/** Widths in letters of the standard type. */
const NARROWEST = 8;
const WIDEST = 60;

/**
 * The table as an Excel workbook: headings bold and kept in view, a filter on each, days as real dates, columns as wide as
 * their words. Text is always text, whatever sign it begins with: nothing in the workbook is ever a formula. Notes stand on a
 * second sheet, "About".
 */
export async function toXlsx(table: Table): Promise<Uint8Array> {
  // Loaded only when somebody asks for a workbook: it takes a sixth of a second.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.title = table.title;
  workbook.creator = 'Throughline';
  addTable(workbook, table);
  addNotes(workbook, table);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addTable(workbook: Workbook, table: Table): void {
  const sheet = workbook.addWorksheet(sheetName(table.title), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  Object.assign(sheet.pageSetup, { paperSize: A4, printTitlesRow: '1:1' });
  sheet.addRow(table.columns.map((column) => textCell(column.heading)));
  sheet.getRow(1).font = { bold: true };
  for (const row of table.rows) {
    sheet.addRow(table.columns.map((column, index) => cellValue(column, row[index] ?? null)));
  }
  for (const [index, column] of table.columns.entries()) styleColumn(sheet, table, column, index);
  if (table.columns.length > 0) {
    sheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: table.rows.length + 1, column: table.columns.length },
    };
  }
}

function styleColumn(sheet: Worksheet, table: Table, column: TableColumn, index: number): void {
  const styled = sheet.getColumn(index + 1);
  const widest = table.rows.reduce(
    (most, row) => Math.max(most, widthOf(row[index] ?? null)),
    column.heading.length + 3,
  );
  styled.width = Math.min(WIDEST, Math.max(column.kind === 'day' ? 18 : NARROWEST, widest + 2));
  styled.alignment = { vertical: 'top', wrapText: column.kind === 'text' };
  if (column.kind === 'day') styled.numFmt = 'd mmmm yyyy';
  if (column.kind === 'reference') styled.numFmt = '@';
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

function cellValue(column: TableColumn, value: TableValue): CellValue {
  if (value === null) return null;
  if (column.kind === 'reference') return textCell(String(value));
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return (column.kind === 'day' ? dayOf(value) : undefined) ?? textCell(value);
}

/** `YYYY-MM-DD` as a date; undefined for a month, for words and for a day that the calendar does not have. */
function dayOf(value: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return exists ? date : undefined;
}

/**
 * Text that fits in a cell, without the control characters that a workbook cannot hold. Excel reads `_x0041_` as the letter of
 * that number, so words that look like it are marked as words (ECMA-376 Part 1, 22.4.2.4).
 */
function textCell(text: string): string {
  const held = text
    .replaceAll(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  if (held.length <= LONGEST_CELL) return held;
  return held.slice(0, LONGEST_CELL - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT;
}

function addNotes(workbook: Workbook, table: Table): void {
  if (table.notes === undefined || table.notes.length === 0) return;
  const sheet = workbook.addWorksheet('About');
  sheet.addRow([textCell(table.title)]).font = { bold: true };
  for (const note of table.notes) sheet.addRow([textCell(note)]);
  sheet.getColumn(1).width = 100;
  sheet.getColumn(1).alignment = { vertical: 'top', wrapText: true };
}
