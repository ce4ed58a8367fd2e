import { stringify } from 'csv-stringify/sync';
import type { Table, TableValue } from './table.ts';

/**
 * What a spreadsheet may take for the beginning of a formula: these signs, also in their full-width forms, behind any white
 * space (OWASP, CSV injection).
 */
const STARTS_A_FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

/** A plain number written as text, which no spreadsheet could take for anything else. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * The table as CSV text (RFC 4180): a byte-order mark, so that Excel takes it for UTF-8; the headings; a line for each row,
 * ended by CR LF. A cell that a spreadsheet could run as a formula gets an apostrophe before it; numbers do not.
 * Notes are left out: a CSV holds one table and nothing else.
 */
export function toCsv(table: Table): string {
  const headings = table.columns.map((column) => column.heading);
  const lines = [headings, ...table.rows].map((row) => row.map(harmless));
  return stringify(lines, { bom: true, record_delimiter: 'windows', quoted_string: true });
}

function harmless(value: TableValue): TableValue {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return STARTS_A_FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
}
