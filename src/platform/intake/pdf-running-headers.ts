import type { PrintLine } from './pdf-lines.ts';

/** How much of the page's height, at the top and at the bottom, running headers and page numbers stand in. */
const MARGIN = 0.09;

/**
 * Takes out the lines that stand at the top or bottom of most pages with the same words, numbers aside: running headers and
 * page numbers. Needs three pages to tell.
 * @returns the lines of each page that are left, and how many kinds of line were taken out
 */
export function withoutRunningHeaders(
  pages: readonly { readonly lines: readonly PrintLine[]; readonly height: number }[],
): { pages: PrintLine[][]; removed: number } {
  if (pages.length < 3) return { pages: pages.map((page) => [...page.lines]), removed: 0 };
  const seen = new Map<string, number>();
  for (const page of pages) {
    const here = new Set(page.lines.filter((line) => isMarginal(line, page.height)).map(shapeOf));
    for (const shape of here) seen.set(shape, (seen.get(shape) ?? 0) + 1);
  }
  const repeated = new Set([...seen].filter(([, count]) => count > pages.length / 2).map(([shape]) => shape));
  return {
    pages: pages.map((page) =>
      page.lines.filter((line) => !isMarginal(line, page.height) || !repeated.has(shapeOf(line))),
    ),
    removed: repeated.size,
  };
}

function isMarginal(line: PrintLine, height: number): boolean {
  return line.y < height * MARGIN || line.y > height * (1 - MARGIN);
}

function shapeOf(line: PrintLine): string {
  return line.segments
    .map((segment) => segment.text)
    .join(' ')
    .replaceAll(/\d+/g, '#')
    .trim();
}
