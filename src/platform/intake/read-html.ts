import { defaultTreeAdapter, parse } from 'parse5';
import { DocumentBuilder } from './document-builder.ts';
import { type HtmlElement, type HtmlParent, walkFlow } from './html-flow.ts';
import { captionOf, isLayoutTable, layoutCells, readTable } from './html-table.ts';
import { MAX_COLUMNS, MAX_HTML_DEPTH } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Place, SourceDocument } from './source-document.ts';

/**
 * Reads a web page: headings, paragraphs, list items and tables, each with the line of the source it starts on and, in a
 * table, the number of the table and of the row. Nothing in the page is run or fetched.
 * @throws Refusal where elements stand deeper in one another than any page needs, or a table is too wide
 */
export function readHtml(fileName: string, name: string, html: string): SourceDocument {
  const document = new DocumentBuilder(fileName, name, 'html');
  addHtml(document, parseHtml(name, html, 'with-lines'), (place) => place);
  return document.finish();
}

/**
 * Adds what a page prints to a document. `placeOf` turns the place in the HTML into the place a person would look for.
 * @throws Refusal where a table is too wide, or there is too much of everything
 */
export function addHtml(document: DocumentBuilder, page: HtmlParent, placeOf: (place: Place) => Place): void {
  let tables = 0;

  const addTable = (table: HtmlElement): void => {
    if (isLayoutTable(table)) {
      for (const cell of layoutCells(table)) addFlow(cell);
      return;
    }
    tables += 1;
    const number = tables;
    const caption = captionOf(table);
    const at = table.sourceCodeLocation?.startLine;
    if (caption !== '') document.paragraph([{ text: caption }], placeOf({ ...lineOf(at), table: number }));
    let rows = 0;
    for (const { cells, columns, header, line } of readTable(table)) {
      rows += 1;
      if (columns > MAX_COLUMNS) throw tooWide(document.name, number, rows, columns);
      document.row(cells, header, placeOf({ ...lineOf(line), table: number, row: rows }));
    }
  };
  const addFlow = (root: HtmlParent): void => {
    walkFlow(root, {
      heading: (level, text, line) => document.heading(level, text, placeOf(lineOf(line))),
      paragraph: (lines, line) => document.paragraph(lines, placeOf(lineOf(line))),
      table: addTable,
    });
  };
  addFlow(page);
}

function lineOf(line: number | undefined): Place {
  return line === undefined ? {} : { line };
}

/**
 * Parses a page. HTML that was made from another document has lines that nobody ever sees: without them it takes less memory.
 * @throws Refusal as soon as elements stand too deep in one another: the parser's own work grows with the depth
 */
export function parseHtml(name: string, html: string, lines: 'with-lines' | 'without-lines'): HtmlParent {
  let depth = 0;
  return parse(html, {
    sourceCodeLocationInfo: lines === 'with-lines',
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1;
        if (depth <= MAX_HTML_DEPTH) return;
        throw new Refusal(
          'expands-too-far',
          `${name} has elements more than ${MAX_HTML_DEPTH.toLocaleString('en-GB')} deep in one another. Open it in a browser, copy the page into a Word document, save that, and try again.`,
        );
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
}

function tooWide(name: string, table: number, row: number, columns: number): Refusal {
  return new Refusal(
    'expands-too-far',
    `Row ${row} of table ${table} in ${name} has ${columns.toLocaleString('en-GB')} columns. Up to ${MAX_COLUMNS.toLocaleString('en-GB')} can be read. Take out the empty columns and try again.`,
  );
}
