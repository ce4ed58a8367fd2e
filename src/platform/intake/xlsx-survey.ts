import { readTags } from './xml-tags.ts';

/** A block of cells shown as one. Rows and columns count from 1; all four are inside the block. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What the sheet's XML says about its cells besides their values. */
export interface SheetSurvey {
  readonly merges: readonly Merge[];
  readonly hiddenRows: number;
  /** The furthest row and column with a value in them. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** The furthest row that is named at all, filled or not. */
  readonly lastNamedRow: number;
  readonly lastNamedColumn: number;
  /** Number format of the cell at "row:column", where it is not "General". */
  readonly formats: ReadonlyMap<string, string>;
}

/** Reads where a sheet has values, which cells are merged, which rows hidden, and how numbers are shown. */
export function surveySheet(sheetXml: string, cellFormats: readonly string[]): SheetSurvey {
  const merges: Merge[] = [];
  const formats = new Map<string, string>();
  let hiddenRows = 0;
  let lastRow = 0;
  let lastColumn = 0;
  let lastNamedRow = 0;
  let lastNamedColumn = 0;
  let row = 0;
  let column = 0;
  let style = '';

  readTags(sheetXml, {
    open: (tag, attributes) => {
      if (tag === 'row') {
        row = Number(attributes.get('r') ?? row + 1);
        column = 0;
        lastNamedRow = Math.max(lastNamedRow, row);
        if (attributes.get('hidden') === '1' || attributes.get('hidden') === 'true') hiddenRows += 1;
      } else if (tag === 'c') {
        const address = parseAddress(attributes.get('r') ?? '');
        column = address?.column ?? column + 1;
        row = address?.row ?? row;
        lastNamedRow = Math.max(lastNamedRow, row);
        lastNamedColumn = Math.max(lastNamedColumn, column);
        style = attributes.get('s') ?? '';
      } else if (tag === 'v' || tag === 'is') {
        lastRow = Math.max(lastRow, row);
        lastColumn = Math.max(lastColumn, column);
        const format = style === '' ? '' : (cellFormats[Number(style)] ?? '');
        if (format !== '') formats.set(`${row}:${column}`, format);
      } else if (tag === 'mergecell') {
        const merge = parseMerge(attributes.get('ref') ?? '');
        if (merge !== undefined) merges.push(merge);
      }
    },
  });
  return { merges, hiddenRows, lastRow, lastColumn, lastNamedRow, lastNamedColumn, formats };
}

function parseAddress(address: string): { row: number; column: number } | undefined {
  const match = /^([A-Z]{1,7})(\d{1,9})$/.exec(address.replaceAll('$', ''));
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  let column = 0;
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]), column };
}

function parseMerge(reference: string): Merge | undefined {
  const [from = '', to = ''] = reference.split(':');
  const start = parseAddress(from);
  const end = parseAddress(to);
  if (start === undefined || end === undefined) return undefined;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
