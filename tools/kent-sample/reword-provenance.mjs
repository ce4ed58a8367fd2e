/** Where a fact was read from, without the paper's sentence around it. */

/** A mark of this many words or fewer is kept whole. */
const SHORT = 6;
const REFERENCE = /\d+\.\d+\.\d+/;

/**
 * @param {any} fact one line of provenance
 * @param {string} value the value in our words; for a tag, a lead or a mark it is the fact itself
 * @returns {any}
 */
export function rewordProvenance(fact, value) {
  return { ...fact, value, asPrinted: printedFact(fact) };
}

function printedFact(fact) {
  switch (fact.of) {
    // Names, posts and references stay as printed.
    case 'lead':
    case 'tag':
      return fact.asPrinted;
    case 'joint':
      return inShort(fact.asPrinted);
    case 'cross-reference':
      return noteAround(fact.asPrinted);
    default:
      return '';
  }
}

function inShort(text) {
  const words = text.split(/\s+/);
  return words.length <= SHORT + 1 ? text : `${words.slice(0, SHORT).join(' ')}…`;
}

/** The words that name other actions, such as "Link to 3.1.5", out of the sentence they end. */
function noteAround(text) {
  const words = text.split(/\s+/);
  const first = words.findIndex((word) => REFERENCE.test(word));
  const last = words.findLastIndex((word) => REFERENCE.test(word));
  const note = words.slice(Math.max(0, first - 3), last + 2).join(' ');
  return note.slice(Math.max(0, note.lastIndexOf('(')));
}
