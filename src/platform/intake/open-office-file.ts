import { Refusal } from './refusal.ts';
import type { SourceDocument } from './source-document.ts';
import { listZip, unpack, type ZipListing } from './zip-contents.ts';

/** Parts that hold nothing a reader of the plan needs; pictures, fonts and embedded files are not XML and stay out by their names. */
const NOT_NEEDED =
  /^(?:customXml|docProps|xl\/(?:pivot|calcChain|drawings|charts|externalLinks|comments|threadedComments|persons|tables|queryTables|connections|ctrlProps|theme)|word\/(?:theme|glossary|webSettings|fontTable|embeddings|charts|diagrams|header|footer|comments|people))/i;

/**
 * Opens a zip file as the Word document or workbook that it is, by what stands inside it. Only the XML parts that are read
 * are unpacked; links to other files are not followed.
 * @throws Refusal where it is another kind of file, is locked, damaged, or holds macros or entity definitions
 */
export async function openOfficeFile(
  fileName: string,
  name: string,
  bytes: Uint8Array,
): Promise<SourceDocument> {
  const listing = await listZip(name, bytes);
  const kind = await kindOf(listing);
  const parts = await unpack(listing, (path) => /\.(?:xml|rels)$/i.test(path) && !NOT_NEEDED.test(path));
  for (const part of parts.values()) refuseDoctype(name, part);
  if (kind === 'docx') {
    const { readDocx } = await import('./read-docx.ts');
    return readDocx(fileName, name, parts);
  }
  const { readXlsx } = await import('./read-xlsx.ts');
  return readXlsx(fileName, name, parts);
}

async function kindOf(listing: ZipListing): Promise<'docx' | 'xlsx'> {
  const { name } = listing;
  const paths = [...listing.entries.keys()];
  const types = await unpack(listing, (path) => path === '[Content_Types].xml' || path === 'mimetype');
  const contentTypes = Buffer.from(types.get('[Content_Types].xml') ?? []).toString('utf8');
  const holdsMacros =
    /macroEnabled|vnd\.ms-office\.vbaProject/i.test(contentTypes) ||
    paths.some((path) => /(?:vbaProject\.bin|vbaData\.xml)$|^xl\/macrosheets\//i.test(path));

  if (holdsMacros) {
    const workbook = paths.some((path) => path.startsWith('xl/'));
    throw new Refusal(
      'has-macros',
      `${name} holds macros, which are small programs. Open it, save it as a plain ${workbook ? 'Excel workbook (.xlsx)' : 'Word document (.docx)'}, and try again.`,
    );
  }
  if (/wordprocessingml\.(?:document|template)\.main\+xml/.test(contentTypes)) return 'docx';
  if (/spreadsheetml\.(?:sheet|template)\.main\+xml/.test(contentTypes)) return 'xlsx';
  throw new Refusal('not-a-document', `${name} is ${otherKind(contentTypes, types.get('mimetype'), paths)}`);
}

function otherKind(contentTypes: string, mimeType: Uint8Array | undefined, paths: readonly string[]): string {
  const type = Buffer.from(mimeType ?? []).toString('utf8');
  if (type.includes('opendocument.text')) {
    return 'an OpenDocument text. Open it, save it as a Word document (.docx), and try again.';
  }
  if (type.includes('opendocument.spreadsheet')) {
    return 'an OpenDocument spreadsheet. Open it, save it as an Excel workbook (.xlsx), and try again.';
  }
  if (contentTypes.includes('presentationml')) {
    return 'a presentation. Copy the plan into a Word document (.docx) or a workbook (.xlsx), and try again.';
  }
  if (contentTypes.includes('sheet.binary') || paths.includes('xl/workbook.bin')) {
    return 'a binary Excel workbook. Open it, save it as an Excel workbook (.xlsx), and try again.';
  }
  return 'a zip file, not a document. Unpack it, and choose the document inside.';
}

/** Office programs never write a document type definition, and the harm that XML can do stands in one. */
function refuseDoctype(name: string, part: Uint8Array): void {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
  const found = ['<!DOCTYPE', '<!ENTITY'].some(
    (mark) =>
      bytes.includes(mark, 0, 'utf8') || bytes.includes(mark, 0, 'utf16le') || bytes.includes(utf16be(mark)),
  );
  if (!found) return;
  throw new Refusal(
    'damaged',
    `${name} holds entity definitions, which no office program writes and which can be used to do harm. Open it, save it as a new document, and try again.`,
  );
}

function utf16be(mark: string): Buffer {
  return Buffer.from(mark, 'utf16le').swap16();
}
