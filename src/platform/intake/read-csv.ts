import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { DocumentBuilder } from './document-builder.ts';
import { MAX_COLUMNS } from './limits.ts';
import { cellOfText } from './printed-lines.ts';
import { Refusal } from './refusal.ts';
import type { SourceDocument } from './source-document.ts';

export type Delimiter = ',' | ';' | '\t';

/** Longest row, in characters. A row longer than this is a quotation mark that never closes, or no table at all. */
const LONGEST_ROW = 1_000_000;

const READ_AS_WRITTEN = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  record_delimiter: ['\n'],
  max_record_size: LONGEST_ROW,
};

/**
 * Reads a CSV text, already decoded and with plain line feeds. Each row keeps its number, as a spreadsheet would count it,
 * and the lines it stands on. The first row with two or more filled cells is the header.
 * @throws Refusal where a row is too long or too wide to be a table
 */
export function readCsv(fileName: string, name: string, text: string, delimiter: Delimiter): SourceDocument {
  const document = new DocumentBuilder(fileName, name, 'csv');
  let rowNumber = 0;
  let firstLine = 1;
  let headerSeen = false;

  try {
    parse(text, {
      ...READ_AS_WRITTEN,
      delimiter,
      on_record: (record: string[]) => {
        rowNumber += 1;
        if (record.length > MAX_COLUMNS) throw tooWide(name, firstLine, record.length, delimiter);
        const cells = record.map((value) => cellOfText(value));
        const header: boolean = !headerSeen && cells.filter((cell) => cell.text !== '').length > 1;
        headerSeen ||= header;
        const lineFeeds = record.reduce((sum, value) => sum + value.split('\n').length - 1, 0);
        const lines =
          lineFeeds === 0 ? { line: firstLine } : { line: firstLine, endLine: firstLine + lineFeeds };
        document.row(cells, header, { row: rowNumber, ...lines });
        firstLine += lineFeeds + 1;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw unclosedQuote(name, firstLine);
    throw error;
  }
  return document.finish();
}

function tooWide(name: string, line: number, columns: number, delimiter: Delimiter): Refusal {
  const word = delimiter === ',' ? 'commas' : delimiter === ';' ? 'semicolons' : 'tabs';
  return new Refusal(
    'expands-too-far',
    `Line ${line} of ${name} has ${columns.toLocaleString('en-GB')} columns, split at ${word}. Up to ${MAX_COLUMNS.toLocaleString('en-GB')} can be read. Check that each row of the table is on its own line, and save it again.`,
  );
}

function unclosedQuote(name: string, line: number): Refusal {
  return new Refusal(
    'damaged',
    `The row that starts on line ${line} of ${name} does not end. A quotation mark is opened there and not closed, or the line is longer than ${LONGEST_ROW.toLocaleString('en-GB')} letters. Save the file again from the spreadsheet it came from.`,
  );
}
