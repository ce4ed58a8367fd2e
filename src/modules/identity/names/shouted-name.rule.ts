import { isParticle } from './name-words.rule.ts';

/** Whether a word is printed in capitals throughout: KING, O’NEILL, McDONALD. One letter alone is an initial. */
export function isShouted(word: string): boolean {
  const letters = word.replaceAll(/[^\p{L}]/gu, '').replace(/^Ma?c(?=\p{Lu}{2})/u, '');
  return (
    Array.from(letters).length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
}

/** A word in capitals as it would be printed otherwise: O’Neill, McDonald, Fauve-Walker. Others stay as they are. */
export function inMixedCase(word: string): string {
  if (!isShouted(word)) return word;
  if (isParticle(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .replaceAll(/(^|[-’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replaceAll(/(^|-)(Mc)(\p{L})/gu, (_, before: string, mc: string, letter: string) =>
      [before, mc, letter.toUpperCase()].join(''),
    );
}
