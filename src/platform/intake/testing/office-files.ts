import { makeZip, type ZipPart } from './make-zip.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const WORD_WITH_MACROS = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const EXCEL_WITH_MACROS = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

function contentTypes(part: string, type: string): ZipPart {
  return {
    path: '[Content_Types].xml',
    content: `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`,
  };
}

function relationship(path: string, kind: string, target: string): ZipPart {
  return {
    path,
    content: `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/relationships/${kind}" Target="${target}"/></Relationships>`,
  };
}

export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A Word document with this in its body, and whatever else stands in the file. */
export function makeDocx(
  body: string,
  options: { doctype?: string; macros?: boolean; extra?: readonly ZipPart[] } = {},
): Buffer {
  return makeZip([
    contentTypes('/word/document.xml', options.macros === true ? WORD_WITH_MACROS : WORD),
    relationship('_rels/.rels', 'officeDocument', 'word/document.xml'),
    {
      path: 'word/document.xml',
      content: `${DECLARATION}${options.doctype ?? ''}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    ...(options.extra ?? []),
  ]);
}

/** A workbook with one sheet, "Plan", that holds these rows of XML. */
export function makeXlsx(
  rows: string,
  options: { macros?: boolean; after?: string; styles?: string; extra?: readonly ZipPart[] } = {},
): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return makeZip([
    contentTypes('/xl/workbook.xml', options.macros === true ? EXCEL_WITH_MACROS : EXCEL),
    relationship('_rels/.rels', 'officeDocument', 'xl/workbook.xml'),
    {
      path: 'xl/workbook.xml',
      content: `${DECLARATION}<workbook xmlns="${main}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      path: 'xl/styles.xml',
      content: `${DECLARATION}<styleSheet xmlns="${main}">${options.styles ?? ''}</styleSheet>`,
    },
    {
      path: 'xl/worksheets/sheet1.xml',
      content: `${DECLARATION}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${options.after ?? ''}</worksheet>`,
    },
    ...(options.extra ?? []),
  ]);
}

/** A cell with text in it. */
export function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** The container that Office keeps locked and old documents in, with one stream of this name. */
export function makeCompoundFile(stream: string): Buffer {
  const header = Buffer.alloc(1536);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.write(stream, 1024, 'utf16le');
  return header;
}
