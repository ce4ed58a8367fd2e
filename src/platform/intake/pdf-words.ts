import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from './pdf-matrix.ts';

/** A run of text on a page as it is displayed. Lengths are in points; y counts downwards from the top of the page. */
export interface Word {
  readonly text: string;
  readonly x: number;
  /** The line the letters stand on. */
  readonly y: number;
  readonly width: number;
  /** Size of the type. */
  readonly size: number;
  readonly upright: boolean;
  /** The piece of tagged content it belongs to, where the file says so. */
  readonly tag: string | undefined;
  /** Marked as a running header, page number or decoration. */
  readonly artifact: boolean;
  /** Whether it begins a new line of the content it stands in. */
  readonly startsLine: boolean;
}

export interface PageWords {
  readonly width: number;
  readonly height: number;
  /** In the order in which the file holds them. */
  readonly words: readonly Word[];
}

/** The words of a page with their positions, turned the way the page is shown. */
export async function readPageWords(page: PDFPageProxy): Promise<PageWords> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: true });
  const marks: { tag: string | undefined; artifact: boolean }[] = [];
  const words: Word[] = [];
  let startsLine = true;
  for (const item of content.items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop();
      else {
        const outer = marks.at(-1);
        marks.push({
          tag: 'id' in item && typeof item.id === 'string' ? item.id : outer?.tag,
          artifact: isArtifact(item) || outer?.artifact === true,
        });
      }
      continue;
    }
    if (item.hasEOL && item.str === '') startsLine = true;
    if (item.str === '') continue;
    const [a, b, , , x, y] = multiply(
      viewport.transform as unknown as Matrix,
      item.transform as unknown as Matrix,
    );
    const mark = marks.at(-1);
    words.push({
      text: item.str,
      x,
      y,
      width: item.width,
      size: Math.hypot(a, b),
      upright: Math.abs(b) < Math.abs(a) * 0.1 && a > 0,
      tag: mark?.tag,
      artifact: mark?.artifact === true,
      startsLine,
    });
    startsLine = item.hasEOL;
  }
  return { width: viewport.width, height: viewport.height, words };
}

/** The library's types leave out the name of the mark, which it hands over all the same. */
function isArtifact(mark: object): boolean {
  return 'tag' in mark && mark.tag === 'Artifact';
}
