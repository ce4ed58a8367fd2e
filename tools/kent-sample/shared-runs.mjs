/**
 * Finds where a text repeats a run of another text's words. Case, punctuation and markup do not count; a figure,
 * a date or a reference such as 3.1.5 is one word.
 */

/**
 * The words of a text, in order.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const plain = text
    .toLowerCase()
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('’', "'");
  return plain.match(/[\p{L}\p{N}]+(?:[.,'][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * Every run of `length` words that both texts have.
 * @param {string} text
 * @param {Set<string>} runs made by `runsOf`
 * @param {number} length
 * @returns {string[]}
 */
export function sharedRuns(text, runs, length) {
  return [...runsOf(text, length)].filter((run) => runs.has(run));
}

/**
 * Every run of `length` words of a text.
 * @param {string} text
 * @param {number} length
 * @returns {Set<string>}
 */
export function runsOf(text, length) {
  const words = wordsOf(text);
  const runs = new Set();
  for (let at = 0; at + length <= words.length; at += 1) runs.add(words.slice(at, at + length).join(' '));
  return runs;
}
