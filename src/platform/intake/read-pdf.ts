import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DocumentBuilder } from './document-builder.ts';
import { MAX_PAGES } from './limits.ts';
import { alignRows } from './pdf-align.ts';
import type { PdfItem } from './pdf-item.ts';
import { joinTaggedTables, joinUntaggedTables } from './pdf-join-tables.ts';
import { findGrids } from './pdf-grid.ts';
import { linesOfWords, mostCommon, readableWords } from './pdf-lines.ts';
import { isInGrid, readGrid } from './pdf-read-grid.ts';
import { NO_RULES, type Operations, readRules, type Rules } from './pdf-rules.ts';
import { readUntaggedPage } from './pdf-positions.ts';
import { withoutRunningHeaders } from './pdf-running-headers.ts';
import { countNodes, readTaggedPage, type StructureNode, taggedShare } from './pdf-tagged.ts';
import { type PageWords, readPageWords } from './pdf-words.ts';
import { cellOf } from './printed-lines.ts';
import { Refusal } from './refusal.ts';
import type { Place, SourceDocument } from './source-document.ts';

/** Below this share of tagged text the tags are not believed, and the page is read by positions. */
const ENOUGH_TAGGED = 0.8;

/**
 * The library hands over a table that goes on over pages with all its rows on each of them, so a very long one costs the square
 * of its length. Past this many tags in all, about a second and a half, the document is read by positions.
 */
const MOST_TAGS = 400_000;

/** Looking for drawn lines takes as long as reading the words; of a longer document only the words are read. */
const MOST_PAGES_WITH_RULES = 300;

interface Page {
  readonly number: number;
  readonly words: PageWords;
  readonly tags: StructureNode | undefined;
  /** The lines drawn on the page; looked for only where there are no tags. */
  readonly rules: Rules;
}

/**
 * Reads a PDF: by its tags where it has them, otherwise by where the words stand on the page. No script in it is run, no
 * picture decoded, no link followed.
 * @throws Refusal where it is locked, cut short, too long or damaged
 */
export async function readPdf(fileName: string, name: string, bytes: Uint8Array): Promise<SourceDocument> {
  refuseCutShort(name, bytes);
  const pages = await readPages(name, bytes);
  const document = new DocumentBuilder(fileName, name, 'pdf');

  const tagged = joinTaggedTables(
    pages
      .filter((page) => page.tags !== undefined)
      .map((page) => readTaggedPage(page.tags ?? {}, page.words.words, page.number)),
  );
  for (const item of tagged) if (item.kind === 'table') alignRows(item.rows);
  const untagged = readUntagged(
    document,
    pages.filter((page) => page.tags === undefined),
  );
  addItems(
    document,
    [...tagged, ...untagged].toSorted((a, b) => a.page - b.page),
  );
  remarkOnTurnedText(document, pages);
  return document.finish();
}

async function readPages(name: string, bytes: Uint8Array): Promise<Page[]> {
  // Loaded only when a PDF comes: it is by far the largest of the readers.
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    // The library takes the bytes over, so it is given its own.
    data: new Uint8Array(bytes),
    verbosity: 0,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    // Pictures larger than this many dots are left out undecoded.
    maxImageSize: 1,
    stopAtErrors: false,
  });
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > MAX_PAGES) throw tooManyPages(name, pdf.numPages);
    const pages: Page[] = [];
    let nodes = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await readPage(pdf, number, nodes <= MOST_TAGS, OPS);
      nodes += page.tags === undefined ? 0 : countNodes(page.tags);
      pages.push(page);
    }
    return nodes <= MOST_TAGS ? pages : pages.map((page) => ({ ...page, tags: undefined }));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw isPasswordError(error) ? locked(name) : damaged(name);
  } finally {
    await loading.destroy();
  }
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  withTags: boolean,
  operations: Operations,
): Promise<Page> {
  const page = await pdf.getPage(number);
  const words = await readPageWords(page);
  const tree = withTags ? ((await page.getStructTree()) as StructureNode | null) : null;
  const believed = tree !== null && taggedShare(tree, words.words) >= ENOUGH_TAGGED;
  const looksForRules = !believed && pdf.numPages <= MOST_PAGES_WITH_RULES;
  const rules = looksForRules ? await readRules(page, operations) : NO_RULES;
  page.cleanup();
  return { number, words, tags: believed ? tree : undefined, rules };
}

function readUntagged(document: DocumentBuilder, pages: readonly Page[]): PdfItem[] {
  const read = pages.map((page) => {
    const grids = findGrids(page.rules);
    const words = readableWords(page.words);
    const tables = grids.map((grid) => ({
      top: grid.down[0] ?? 0,
      rows: readGrid(grid, words, page.number),
    }));
    const outside = words.filter((word) => !grids.some((grid) => isInGrid(grid, word)));
    return {
      number: page.number,
      width: page.words.width,
      height: page.words.height,
      tables,
      lines: linesOfWords(outside),
    };
  });
  const bodySize = mostCommon(
    pages.flatMap((page) =>
      readableWords(page.words).map((word) => [Math.round(word.size * 2) / 2, word.text.length] as const),
    ),
  );
  const left = withoutRunningHeaders(read);
  if (left.removed > 0)
    document.remark('Headers, footers and page numbers that stand on most pages were left out.');
  if (pages.length > 0) {
    document.remark(
      'Tables of this PDF were put together from where the words stand, as it has no tags for them. Check the columns.',
    );
  }
  return joinUntaggedTables(
    read.map((page, index) => readUntaggedPage(page, left.pages[index] ?? [], bodySize)),
  );
}

function addItems(document: DocumentBuilder, items: readonly PdfItem[]): void {
  let tables = 0;
  for (const item of items) {
    if (item.kind === 'heading') document.heading(item.level, item.text, { page: item.page });
    else if (item.kind === 'paragraph') document.paragraph(item.lines, { page: item.page });
    else {
      tables += 1;
      for (const [index, row] of item.rows.entries()) {
        const place: Place = { page: row.page ?? item.page, table: tables, row: index + 1 };
        document.row(
          row.cells.map((cell) => cellOf(cell.lines)),
          row.header,
          place,
        );
      }
    }
  }
}

function remarkOnTurnedText(document: DocumentBuilder, pages: readonly Page[]): void {
  const turned = pages.filter(
    (page) =>
      page.tags === undefined &&
      page.words.words.some((word) => !word.upright && !word.artifact && word.text.trim() !== ''),
  );
  const [first] = turned;
  if (first === undefined) return;
  document.remark(
    turned.length === 1
      ? `Text that is turned on its side was left out on page ${first.number}.`
      : `Text that is turned on its side was left out on ${turned.length} pages, first on page ${first.number}.`,
  );
}

/** A whole PDF ends by saying where its table of contents is (ISO 32000-1, 7.5.5); some programs add a little after it. */
function refuseCutShort(name: string, bytes: Uint8Array): void {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-64 * 1024);
  if (/startxref\s+\d+\s+%%EOF/.test(end.toString('latin1'))) return;
  throw new Refusal(
    'damaged',
    `${name} was cut short: the end of the PDF is missing. Fetch it again from where it came from.`,
  );
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

function locked(name: string): Refusal {
  return new Refusal(
    'password-protected',
    `${name} is locked with a password. Open it, save a copy without the password, and try again.`,
  );
}

function damaged(name: string): Refusal {
  return new Refusal(
    'damaged',
    `${name} is a PDF that is damaged inside. Open it, print it to a new PDF, and try again.`,
  );
}

function tooManyPages(name: string, pages: number): Refusal {
  return new Refusal(
    'expands-too-far',
    `${name} has ${pages.toLocaleString('en-GB')} pages. Up to ${MAX_PAGES.toLocaleString('en-GB')} can be read. Save only the pages with the plan as a new PDF, and try again.`,
  );
}
