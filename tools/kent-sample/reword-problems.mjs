/** Problems as the reader words them, as long as they quote no more of the paper than a fact needs. */

const QUOTED = /“([^”]*)”/g;
/** A quotation longer than this has to be a timescale or a leads cell, which are facts. */
const WORDS_QUOTED_AT_MOST = 5;

/**
 * @param {readonly any[]} problems
 * @param {readonly string[]} facts timescales and leads as printed
 * @param {string[]} faults takes a sentence for each problem that quotes the paper at length
 * @returns {any[]}
 */
export function rewordProblems(problems, facts, faults) {
  for (const problem of problems) {
    for (const text of [problem.message, problem.proposal ?? '']) {
      for (const [, quoted] of text.matchAll(QUOTED)) {
        if (facts.some((fact) => fact.includes(quoted)) || quoted.split(/\s+/).length <= WORDS_QUOTED_AT_MOST)
          continue;
        faults.push(`problem at ${problem.where} (${problem.kind}) quotes the paper: “${quoted}”`);
      }
    }
  }
  return [...problems];
}
