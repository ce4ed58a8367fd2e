import type { Feature, Image } from 'write-excel-file/node';
import {
  findElement,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** What the writer of workbooks leaves to whoever uses it. */
export interface WorkbookParts {
  readonly title: string;
  /** Name of the first sheet, which holds the table. */
  readonly sheet: string;
  /** `A1:D5`: headings and rows, each column with a filter; null for a table without columns. */
  readonly filter: string | null;
}

/** What the writer takes for the content of a file in a workbook. */
export type FileContent = Image['content'];

const SHEET = 'xl/worksheets/sheet{id}.xml';

/**
 * A filter on the table, its headings again on each printed page, one page in width, and the title of the file. Nothing
 * of when it was made: the same table is the same file. (ECMA-376 Part 1, 18.2.6 and 18.3.1; Part 2, 11 for the title.)
 */
export function workbookParts({ title, sheet, filter }: WorkbookParts): Feature<FileContent> {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            if (sheetIndex !== 0) return xml;
            const fitting = within(
              xml,
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              SHEET,
              'worksheet',
            );
            return filter === null
              ? fitting
              : within(fitting, `<autoFilter ref="${filter}"/>`, SHEET, 'worksheet');
          },
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const names = definedNames(sheet, filter);
            const empty = findElement(xml, 'definedNames');
            return empty === undefined
              ? within(xml, names, 'xl/workbook.xml', 'workbook')
              : replaceElement(xml, empty, names);
          },
        },
        '_rels/.rels': {
          insert: () =>
            '<Relationship Id="rId-title-1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
        },
        '[Content_Types].xml': {
          insert: () =>
            '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>',
        },
      },
      write: {
        files: () => ({
          'docProps/core.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${sanitizeTextContent(title)}</dc:title><dc:creator>Throughline</dc:creator></cp:coreProperties>`,
        }),
      },
    },
  };
}

function within(xml: string, markup: string, file: 'xl/workbook.xml' | typeof SHEET, parent: string): string {
  const order = getOrderOfSiblings(file, parent) ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, parent);
}

/** The row that is printed again, and what the filter covers: Excel finds both by these names. */
function definedNames(sheet: string, filter: string | null): string {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const name = (attributes: string, range: string) =>
    `<definedName ${attributes} localSheetId="0">${sanitizeTextContent(`${quoted}!${range}`)}</definedName>`;
  const fixed = (range: string) => range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  const ofFilter = filter === null ? '' : name('name="_xlnm._FilterDatabase" hidden="1"', fixed(filter));
  return `<definedNames>${ofFilter}${name('name="_xlnm.Print_Titles"', '$1:$1')}</definedNames>`;
}
