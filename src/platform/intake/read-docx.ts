import mammoth from 'mammoth';
import { printNumbers } from './docx-print-numbers.ts';
import { DocumentBuilder } from './document-builder.ts';
import { addHtml, parseHtml } from './read-html.ts';
import { Refusal } from './refusal.ts';
import type { Place, SourceDocument } from './source-document.ts';
import { storedZip } from './stored-zip.ts';

/** Styles that a title page uses, which the converter would otherwise print as plain paragraphs. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/**
 * Reads a Word document from its unpacked XML parts. What a reader sees is read: insertions not yet accepted are in,
 * deletions and comments are out, pictures are left out. A row or paragraph is placed by its number, as Word has no lines.
 * @throws Refusal where Word itself could not read it either
 */
export async function readDocx(
  fileName: string,
  name: string,
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<SourceDocument> {
  let html: string;
  try {
    const converted = await mammoth.convertToHtml(
      { buffer: storedZip(prepared(parts)) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        // Never asks for the picture's bytes, so none are looked for.
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    html = converted.value;
  } catch {
    throw new Refusal(
      'damaged',
      `${name} is a Word document that is damaged inside. Open it in Word, save it as a new document, and try again.`,
    );
  }
  const document = new DocumentBuilder(fileName, name, 'docx');
  let paragraphs = 0;
  addHtml(document, parseHtml(name, html, 'without-lines'), (place): Place => {
    if (place.table !== undefined)
      return place.row === undefined ? { table: place.table } : { table: place.table, row: place.row };
    paragraphs += 1;
    return { paragraph: paragraphs };
  });
  return document.finish();
}

/**
 * The parts with two things set right that the converter would lose: the numbers that Word prints by itself are written into
 * the words, and `w:tblHeader` marks that say a row is no header (`w:val="false"`, which some programs write on every row, and
 * which the converter takes for a header) are taken out. (ECMA-376 Part 1, 17.4.78 and 17.17.4.)
 */
function prepared(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const path = [...parts.keys()].find((each) => /^word\/document\d*\.xml$/.test(each));
  const document = path === undefined ? undefined : parts.get(path);
  if (path === undefined || document === undefined) return parts;
  const textOf = (part: string): string => new TextDecoder().decode(parts.get(part));
  const xml = printNumbers(
    new TextDecoder().decode(document),
    textOf('word/numbering.xml'),
    textOf('word/styles.xml'),
  );
  const plain = xml.replaceAll(/<w:tblHeader w:val="(?:false|0|off)"\s*\/>/g, '');
  return new Map(parts).set(path, Buffer.from(plain, 'utf8'));
}
