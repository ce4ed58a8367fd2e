import type { PageWords, Word } from './pdf-words.ts';

/** Words that stand next to one another without a gap that could part two columns. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of print across the page. */
export interface PrintLine {
  readonly y: number;
  /** Size of most of its type, in points. */
  readonly size: number;
  readonly segments: readonly Segment[];
}

/**
 * A gap wider than this part of the type size may lie between two columns. Between words of justified text it stays below;
 * Word's own table cells keep at least 10.8 points between the words of neighbouring columns.
 */
const COLUMN_GAP = 0.75;

/** The words of a page that are read by where they stand: those that are upright, no decoration, and not blank. */
export function readableWords(page: PageWords): Word[] {
  return page.words.filter((word) => word.upright && !word.artifact && word.text.trim() !== '');
}

/** Words as lines from top to bottom, each cut where a gap is wide enough to part columns. */
export function linesOfWords(words: readonly Word[]): PrintLine[] {
  const lines: { y: number; words: Word[] }[] = [];
  for (const word of words.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    // A raised or lowered letter stands less than half its size off the line.
    if (line !== undefined && word.y - line.y < word.size * 0.4) line.words.push(word);
    else lines.push({ y: word.y, words: [word] });
  }
  return lines.map((line) => ({ y: line.y, size: sizeOf(line.words), segments: segmentsOf(line.words) }));
}

function segmentsOf(words: readonly Word[]): Segment[] {
  const segments: { text: string; left: number; right: number }[] = [];
  for (const word of words.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const gap = last === undefined ? 0 : word.x - last.right;
    if (last === undefined || gap > word.size * COLUMN_GAP) {
      segments.push({ text: word.text, left: word.x, right: word.x + word.width });
    } else {
      last.text += gap > word.size * 0.12 ? ` ${word.text}` : word.text;
      last.right = Math.max(last.right, word.x + word.width);
    }
  }
  return segments;
}

function sizeOf(words: readonly Word[]): number {
  return mostCommon(words.map((word) => [Math.round(word.size * 2) / 2, word.text.length]));
}

/** The value with the most weight behind it. */
export function mostCommon(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  let most = -1;
  for (const [value, weight] of weights) {
    if (weight > most) [best, most] = [value, weight];
  }
  return best;
}
