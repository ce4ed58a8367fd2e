/**
 * How wide text will be, near enough to place and shorten labels without a browser: the widths of the letters of
 * Atkinson Hyperlegible Next in seven classes, as shares of the size of the type, measured on its regular face.
 */
const classes: ReadonlyArray<readonly [string, number]> = [
  [".,:;'\u2019`ijl|", 0.23],
  [' !"()[]frt{}_/I1-\\\u201C\u201D\u2018', 0.36],
  ['acsvyzkxJ*?7', 0.49],
  ['bdeghnopqu<>EFLT2~^', 0.57],
  ['GHNOQUw&@', 0.74],
  ['mMW%\u2013\u2014\u2026', 0.88],
];
const widths = new Map(
  classes.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);
/** Figures, the other capitals, and letters with accents. */
const otherWidth = 0.65;
const boldness = 1.08;

/** Estimated width of a line of text in the unit of its size. */
export function textWidth(text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number {
  let width = 0;
  for (const letter of text) width += widths.get(letter) ?? otherWidth;
  return width * size * (weight === 'bold' ? boldness : 1);
}

/** Letters that may be given up so as to end at a word. */
const longestLoss = 9;

/** Text cut to fit a width, at a word where one is near, with an ellipsis. Whole where it fits. */
export function fitText(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  let left = room - textWidth('…', size);
  let cut = '';
  for (const letter of text) {
    left -= textWidth(letter, size);
    if (left < 0) break;
    cut += letter;
  }
  const atWord = cut.lastIndexOf(' ');
  const end = atWord > 0 && cut.length - atWord <= longestLoss ? atWord : cut.length;
  return `${cut.slice(0, end).replace(/[\s,;:.]+$/, '')}…`;
}
