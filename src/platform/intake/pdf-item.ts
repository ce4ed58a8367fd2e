import type { PrintedLine } from './printed-lines.ts';

/** A table cell of a PDF before it becomes a block: its lines, and how far it reaches across the page where that is known. */
export interface PdfCell {
  readonly lines: PrintedLine[];
  readonly left: number;
  readonly right: number;
}

export interface PdfRow {
  cells: PdfCell[];
  readonly header: boolean;
  /** The page on which the row starts. */
  page: number | undefined;
}

/** What stands on the pages, in order, before it becomes blocks. A table may run over several pages. */
export type PdfItem =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly page: number }
  | { readonly kind: 'paragraph'; readonly lines: readonly PrintedLine[]; readonly page: number }
  | { readonly kind: 'table'; readonly rows: PdfRow[]; readonly page: number };

/** An empty cell, which reaches nowhere. */
export function emptyPdfCell(): PdfCell {
  return { lines: [], left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
}
