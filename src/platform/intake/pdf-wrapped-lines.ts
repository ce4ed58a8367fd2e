import type { PrintLine } from './pdf-lines.ts';
import { type PrintedLine, startsItem } from './printed-lines.ts';

/** A line put together again, with the size of its type. */
export interface JoinedLine extends PrintedLine {
  readonly size: number;
}

/**
 * Lines that were only broken at the margin become one again. A new paragraph begins after more than the usual distance or
 * with another size of type; inside a paragraph a line begins with each bullet.
 */
export function joinWrappedLines(lines: readonly PrintLine[], leading: number): JoinedLine[][] {
  const paragraphs: JoinedLine[][] = [];
  let above: PrintLine | undefined;
  for (const line of lines) {
    const text = line.segments.map((segment) => segment.text).join(' ');
    const paragraph = paragraphs.at(-1);
    const last = paragraph?.at(-1);
    const apart =
      above === undefined || line.y - above.y > leading * 1.35 || Math.abs(line.size - above.size) > 0.6;
    above = line;
    if (paragraph === undefined || last === undefined || apart) paragraphs.push([{ text, size: line.size }]);
    else if (startsItem(text)) paragraph.push({ text, size: line.size });
    else paragraph[paragraph.length - 1] = { ...last, text: `${last.text} ${text}` };
  }
  return paragraphs;
}
