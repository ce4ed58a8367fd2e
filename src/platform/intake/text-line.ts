import { readCell } from './text-cell.ts';
import type { Cell } from './source-document.ts';
import { withoutPageNumber } from './text-page-numbers.ts';

/** One line of a text file, told apart by how it looks and by nothing else. */
export type TextLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'row'; readonly cells: readonly Cell[]; readonly page: number | null }
  | { readonly kind: 'words'; readonly pieces: readonly Piece[]; readonly page: number | null };

/** A line is one piece, unless bold headings were glued together on it. */
export interface Piece {
  readonly cell: Cell;
  /** How loudly the line speaks as a heading: 1 for `#` or capitals, 2 for other bold; null where only its shape can tell. */
  readonly level: number | null;
}

const LONGEST_HEADING = 120;

/** Reads one line: TAB or `|` make a row, dashes alone a rule, anything else words. */
export function readLine(line: string): TextLine {
  if (line.trim() === '') return { kind: 'blank' };
  const split = splitCells(line);
  if (split === null) return readWords(line);
  if (split.every((cell) => /^\s*:?-*:?\s*$/.test(cell)) && split.some((cell) => cell.includes('-')))
    return { kind: 'rule' };
  let page: number | null = null;
  const cells = split.map((raw, index) => {
    const cell = readCell(raw);
    // Extractors drop the page number into the margin, which is the first cell of whichever row stands beside it.
    if (index > 0) return cell;
    const margin = withoutPageNumber(cell.text);
    if (margin.page === null) return cell;
    page = margin.page;
    return readCell(margin.text);
  });
  return { kind: 'row', cells, page };
}

function splitCells(line: string): readonly string[] | null {
  if (line.includes('\t')) return line.split('\t');
  const piped = /^\s*\|(.*)\|\s*$/.exec(line);
  return piped?.[1] === undefined ? null : piped[1].split('|');
}

function readWords(line: string): TextLine {
  const whole = withoutPageNumber(line.trim());
  if (whole.text === '') return { kind: 'words', pieces: [], page: whole.page };
  if (/^[-_=*]{3,}$/.test(whole.text)) return { kind: 'rule' };
  const hash = /^(#{1,6})\s+(.*)$/.exec(whole.text);
  if (hash?.[1] !== undefined && hash[2] !== undefined) {
    return {
      kind: 'words',
      pieces: [{ cell: readCell(plain(hash[2])), level: hash[1].length }],
      page: whole.page,
    };
  }
  const glued = gluedPieces(whole.text);
  const pieces = glued.map((text): Piece => {
    const marked = /^[-–]\s+(.*)$/.exec(text)?.[1];
    const cell = readCell(marked === undefined ? plain(text) : `• ${plain(marked)}`);
    const bold = glued.length > 1 || /^\*\*[^*]+\*\*$/.test(text);
    return { cell, level: bold && cell.text.length <= LONGEST_HEADING ? 2 : null };
  });
  return { kind: 'words', pieces: pieces.filter((piece) => piece.cell.text !== ''), page: whole.page };
}

function plain(text: string): string {
  return text.replaceAll('**', '');
}

/**
 * "Recommendations**Areas for improvement****Immediately:**" is three headings run together: a bold run that begins
 * without a space before it began a new line on the page. A bold run among words is only emphasis.
 */
function gluedPieces(text: string): readonly string[] {
  if (!/\S\*\*\S/.test(text)) return [text];
  const pieces: string[] = [];
  let current = '';
  let bold = false;
  for (const piece of text.split('**')) {
    if (bold && current !== '' && !/\s$/.test(current) && !/^\s/.test(piece)) {
      pieces.push(current);
      current = '';
    }
    current += piece;
    bold = !bold;
  }
  return [...pieces, current].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Whether a line that says nothing of its rank has the shape of a heading: short, no full stop, no list number. */
export function looksLikeHeading(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING &&
    /^[A-Z0-9"'“‘]/.test(text) &&
    !/[.;,]$/.test(text) &&
    !/^\(?\d+[.)]\s/.test(text)
  );
}
