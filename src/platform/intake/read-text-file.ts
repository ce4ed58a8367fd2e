import type { Block, Place, SourceDocument } from './source-document.ts';
import { looksLikeHeading, readLine, type Piece, type TextLine } from './text-line.ts';

/**
 * Reads a text file, or text extracted from a document, into headings, paragraphs and rows with their lines.
 * A line with TABs is a row; a line of `| cells |` too. Page numbers leave the words and become part of the place.
 * It knows nothing of what the text is about.
 *
 * @param text the decoded text, without regard to how its lines end
 */
export function readTextFile(fileName: string, text: string): SourceDocument {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const read = lines.map(readLine);
  const pages = pagesOfLines(read);
  const blocks: Block[] = [];
  read.forEach((line, index) => {
    const page = pages[index] ?? null;
    const place: Place = page === null ? { line: index + 1 } : { line: index + 1, page };
    if (line.kind === 'row' && line.cells.some((cell) => cell.text !== '')) {
      blocks.push({ kind: 'row', cells: line.cells, header: false, place });
    }
    if (line.kind === 'words') {
      const alone = isBlank(read[index - 1]) && isBlank(read[index + 1]);
      for (const piece of line.pieces) blocks.push(wordsBlock(piece, alone, place));
    }
  });
  return { fileName, format: 'txt', blocks, remarks: remarksOn(pages) };
}

function isBlank(line: TextLine | undefined): boolean {
  return line === undefined || line.kind === 'blank' || (line.kind === 'words' && line.pieces.length === 0);
}

function wordsBlock(piece: Piece, alone: boolean, place: Place): Block {
  const { text, parts } = piece.cell;
  if (piece.level !== null) return { kind: 'heading', level: piece.level, text, place };
  const bullet = parts.some((part) => part.kind === 'bullet');
  if (!bullet && alone && looksLikeHeading(text)) {
    return { kind: 'heading', level: text === text.toUpperCase() ? 1 : 2, text, place };
  }
  return {
    kind: 'paragraph',
    text: bullet && parts.length === 1 ? (parts[0]?.text ?? text) : text,
    parts,
    place,
  };
}

/**
 * The printed page of each line. A number is only claimed for the run of lines it stands in (or, where it stands
 * alone between blank lines, for the run below it): between two printed numbers nobody can say where the page turned.
 */
function pagesOfLines(lines: readonly TextLine[]): readonly (number | null)[] {
  const pages: (number | null)[] = Array.from({ length: lines.length }, () => null);
  let carried: number | null = null;
  for (let start = 0; start < lines.length; start += 1) {
    if (lines[start]?.kind === 'blank') continue;
    let end = start;
    let printed: number | null = null;
    let hasWords = false;
    for (; end < lines.length; end += 1) {
      const line = lines[end];
      if (line === undefined || line.kind === 'blank') break;
      if (line.kind === 'rule') continue;
      printed ??= line.page;
      hasWords ||= line.kind === 'row' || line.pieces.length > 0;
    }
    const page: number | null = printed ?? carried;
    if (hasWords) pages.fill(page, start, end);
    carried = hasWords ? null : page;
    start = end;
  }
  return pages;
}

function remarksOn(pages: readonly (number | null)[]): readonly string[] {
  let first: number | null = null;
  let last: number | null = null;
  for (const page of pages) {
    if (page === null) continue;
    first = first === null ? page : Math.min(first, page);
    last = last === null ? page : Math.max(last, page);
  }
  if (first === null || last === null) return [];
  return [
    `Page numbers ${first} to ${last} stand among the words. They were kept as places and left out of the text.`,
  ];
}
