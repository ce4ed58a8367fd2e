/** Letters without a space beyond which a word may not fit the column of a table. */
const longest = 22;

const zeroWidthSpace = '\u200B';
const longWord = new RegExp(String.raw`\S{${longest + 1},}`, 'gu');
const pieces = new RegExp(String.raw`.{1,${longest / 2}}`, 'gu');

/**
 * Text whose very long words (addresses, file names, a key leant on) may be broken over lines, so that no column is
 * overrun. The places are marked by spaces of no width: nothing is seen where the word fits.
 */
export function breakableWords(text: string): string {
  return text.replaceAll(longWord, (word) => (word.match(pieces) ?? []).join(zeroWidthSpace));
}
