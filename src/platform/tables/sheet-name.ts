/** Excel's longest sheet name. */
const LONGEST = 31;

/** Names that a sheet of ours may not have: Excel keeps the first for itself, and the second is that of the notes. */
const TAKEN = ['history', 'about'];

/** The first half of a letter that was cut in two: letters outside the common 65,536 count as two. */
const HALF_A_LETTER = /[\ud800-\udbff]$/;

/** The title as a name that Excel accepts for a sheet: none of `[ ] : * ? / \`, no apostrophe at either end, at most 31 letters. */
export function sheetName(title: string): string {
  const clean = title
    .replaceAll(/[[\]:*?/\\\p{Cc}\p{Cs}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = clean
    .slice(0, LONGEST)
    .replace(HALF_A_LETTER, '')
    .replaceAll(/^'+|'+$/g, '')
    .trim();
  return short === '' || TAKEN.includes(short.toLowerCase()) ? 'Table' : short;
}
