import type { Cell, Part } from './source-document.ts';

/** A line as it was printed inside a cell or paragraph, before white space is folded. */
export interface PrintedLine {
  readonly text: string;
  /** Known from the format to be an item of a list; a printed bullet mark makes it one all the same. */
  readonly bullet?: boolean;
}

// Marks that word processors print before an item and that have no other use: an item starts wherever one stands.
const ITEM_MARK = /[•●▪■◦○∙‣⁃\u{f0b7}\u{f0a7}\u{f0d8}\u{f076}\u{f0fc}]/u;
// Marks that have other uses too (dash, star, middle dot, the letter "o" that Word prints for a second level): an item starts
// only where a line begins with one and a space follows.
const FIRST_MARK = /^(?:[-–—*·]\s+|o\s+(?=[\p{Lu}\d]))/u;

/** One space for any run of white space; soft hyphens and zero-width marks, which nobody sees printed, removed. */
export function foldSpace(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The lines as parts, in order; lines with nothing on them are left out. */
export function partsOf(lines: readonly PrintedLine[]): Part[] {
  const parts: Part[] = [];
  for (const line of lines) {
    for (const [index, piece] of line.text.split(ITEM_MARK).entries()) {
      const folded = foldSpace(piece);
      const words = folded.replace(FIRST_MARK, '');
      if (words === '') continue;
      const bullet = index > 0 || line.bullet === true || words !== folded;
      parts.push({ kind: bullet ? 'bullet' : 'text', text: words });
    }
  }
  return parts;
}

/** The parts as one text, in which an item keeps its mark. */
export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === 'bullet' ? `• ${part.text}` : part.text)).join(' ');
}

/** A table cell from its printed lines. `span` is how many columns it covers. */
export function cellOf(lines: readonly PrintedLine[], span = 1): Cell {
  const parts = partsOf(lines);
  const text = textOf(parts);
  return span > 1 ? { text, parts, span } : { text, parts };
}

/** A table cell from plain text in which a new line is a new part (CSV, a cell of a workbook). */
export function cellOfText(text: string, span = 1): Cell {
  return cellOf(
    text.split(/\r\n|[\r\n\v]/).map((line) => ({ text: line })),
    span,
  );
}

/** Whether a printed line begins with the mark of a list item. */
export function startsItem(line: string): boolean {
  const start = line.trimStart();
  return start.search(ITEM_MARK) === 0 || FIRST_MARK.test(start);
}
