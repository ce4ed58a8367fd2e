import readExcelFile from 'read-excel-file/universal';
import { DocumentBuilder, tooMuch } from './document-builder.ts';
import { MAX_CELLS, MAX_COLUMNS } from './limits.ts';
import { cellOfText } from './printed-lines.ts';
import { Refusal } from './refusal.ts';
import type { Cell, SourceDocument } from './source-document.ts';
import { storedZip } from './stored-zip.ts';
import { type MergeState, mergeLookup } from './xlsx-merges.ts';
import { printedValue } from './xlsx-printed-value.ts';
import { readCellFormats } from './xlsx-styles.ts';
import { type SheetSurvey, surveySheet } from './xlsx-survey.ts';
import { readSheetEntries, type SheetEntry } from './xlsx-workbook.ts';

/** Excel's own limits; a row or column past them was not written by a spreadsheet. */
const EXCEL_ROWS = 1_048_576;
const EXCEL_COLUMNS = 16_384;

/** Cells between the first and the furthest filled one: the reader underneath lays out that whole area, empty or not. */
const MAX_AREA = 2_000_000;

type Value = string | number | boolean | Date | null;

/**
 * Reads every visible sheet of a workbook from its unpacked XML parts: values as they are shown, formulas by the value last
 * worked out, merged cells as one cell with its span. Rows keep the number they have on the sheet. On each sheet the first row
 * with two or more filled cells is the header.
 * @throws Refusal where a sheet reaches further than can be laid out, or Excel itself could not read it
 */
export async function readXlsx(
  fileName: string,
  name: string,
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<SourceDocument> {
  const document = new DocumentBuilder(fileName, name, 'xlsx');
  const entries = readSheetEntries(
    xmlOf(parts, 'xl/workbook.xml'),
    xmlOf(parts, 'xl/_rels/workbook.xml.rels'),
  );
  const formats = readCellFormats(xmlOf(parts, stylesPath(parts)));

  const surveys = new Map<string, SheetSurvey>();
  for (const entry of entries) {
    if (entry.path === undefined) continue;
    const survey = surveySheet(xmlOf(parts, entry.path), formats);
    refuseOverlarge(name, entry.name, survey);
    surveys.set(entry.name, survey);
  }
  const values = await valuesBySheet(name, parts);
  for (const entry of entries) {
    const survey = surveys.get(entry.name);
    if (entry.hidden || survey === undefined) continue;
    addSheet(document, entry.name, values.get(entry.name) ?? [], survey);
  }
  remarkOnHidden(document, entries, surveys);
  return document.finish();
}

function xmlOf(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(parts.get(path));
}

function stylesPath(parts: ReadonlyMap<string, Uint8Array>): string {
  return [...parts.keys()].find((path) => /^xl\/styles\d*\.xml$/i.test(path)) ?? '';
}

async function valuesBySheet(
  name: string,
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, readonly (readonly Value[])[]>> {
  try {
    const sheets = await readExcelFile(new Blob([storedZip(withoutEmptyRows(parts))]), { trim: false });
    // The library's types name the date cell after the constructor `Date`, not after what it makes.
    return new Map(sheets.map((sheet) => [sheet.sheet, sheet.data as unknown as Value[][]]));
  } catch {
    throw new Refusal(
      'damaged',
      `${name} is a workbook that is damaged inside. Open it in Excel, save it as a new workbook, and try again.`,
    );
  }
}

/**
 * The same workbook without rows that hold no cell. The library copies every row that it has read for each piece of a sheet
 * that it reads, so that a million empty ones take it a minute; the others keep the numbers they bear.
 */
function withoutEmptyRows(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  return new Map(
    [...parts].map(([path, bytes]) =>
      /^xl\/worksheets\/[^/]*\.xml$/i.test(path)
        ? [path, encoder.encode(new TextDecoder().decode(bytes).replaceAll(/<row(?:\s[^<>]*)?\/>/g, ''))]
        : [path, bytes],
    ),
  );
}

function addSheet(
  document: DocumentBuilder,
  sheet: string,
  rows: readonly (readonly Value[])[],
  survey: SheetSurvey,
): void {
  const mergeOf = mergeLookup(survey.merges, survey.lastRow, survey.lastColumn);
  let headerSeen = false;
  for (const [index, values] of rows.entries()) {
    if (values.every((value) => value === null)) continue;
    const row = index + 1;
    const cells: Cell[] = [];
    for (let column = 1; column <= values.length; column += 1) {
      const merge: MergeState = mergeOf(row, column);
      const span = merge?.kind === 'first' ? merge.span : 1;
      const value = merge?.kind === 'covered' ? null : (values[column - 1] ?? null);
      cells.push(cellOfText(printedValue(value, survey.formats.get(`${row}:${column}`) ?? ''), span));
      column += span - 1;
    }
    const header: boolean = !headerSeen && cells.filter((cell) => cell.text !== '').length > 1;
    headerSeen ||= header;
    document.row(cells, header, { sheet, row });
  }
}

function remarkOnHidden(
  document: DocumentBuilder,
  entries: readonly SheetEntry[],
  surveys: ReadonlyMap<string, SheetSurvey>,
): void {
  const hidden = entries.filter((entry) => entry.hidden).map((entry) => `“${entry.name}”`);
  if (hidden.length === 1) document.remark(`1 hidden sheet was not read: ${hidden[0]}.`);
  if (hidden.length > 1)
    document.remark(`${hidden.length} hidden sheets were not read: ${hidden.join(', ')}.`);
  for (const entry of entries) {
    const rows = surveys.get(entry.name)?.hiddenRows ?? 0;
    if (rows === 0 || entry.hidden) continue;
    document.remark(
      rows === 1
        ? `1 hidden row of the sheet “${entry.name}” was read too.`
        : `${rows.toLocaleString('en-GB')} hidden rows of the sheet “${entry.name}” were read too.`,
    );
  }
}

function refuseOverlarge(name: string, sheet: string, survey: SheetSurvey): void {
  if (survey.lastNamedRow > EXCEL_ROWS || survey.lastNamedColumn > EXCEL_COLUMNS) {
    throw new Refusal(
      'damaged',
      `The sheet “${sheet}” of ${name} names rows or columns that Excel does not have. Open it in Excel, save it as a new workbook, and try again.`,
    );
  }
  if (survey.lastColumn > MAX_COLUMNS || survey.lastRow * survey.lastColumn > MAX_AREA) {
    throw new Refusal(
      'expands-too-far',
      `The sheet “${sheet}” of ${name} reaches to row ${survey.lastRow.toLocaleString('en-GB')} and column ${survey.lastColumn.toLocaleString('en-GB')}. Copy only the table into a new workbook and try again.`,
    );
  }
  const merged = survey.merges.reduce(
    (sum, each) => sum + Math.max(0, Math.min(each.bottom, survey.lastRow) - each.top + 1),
    0,
  );
  if (merged > MAX_CELLS) throw tooMuch(name, `more than ${MAX_CELLS.toLocaleString('en-GB')} merged cells`);
}
