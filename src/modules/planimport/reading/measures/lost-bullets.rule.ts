import { bareWord, isCapitalised, type ProperNames } from './proper-names.rule.ts';

/** After these a phrase goes on: nothing new begins behind them. */
const LEADS_ON = new Set(
  (
    'a an the this that these those its their his her our your each every all any some no both either other such ' +
    'of to in on at by for from with within without via per as and or nor but & than into onto over under between ' +
    'through during across against about after before until including include includes regarding towards upon among ' +
    'ensure ensures ensuring enable enables enabling require requires requiring support supports supporting help helps ' +
    'provide provides providing use uses using make makes making is are was were be been being has have had will ' +
    'shall may can could should would must which who whose where when if so whether ' +
    'north south east west mid central new robust clear effective strong annual monthly weekly quarterly full lead ' +
    'senior independent joint local national internal external more most'
  ).split(' '),
);

/** Verbs a bullet may begin with, as councils write them. */
const ORDERS = new Set(
  (
    'Agree Amend Analyse Appoint Arrange Assess Audit Brief Build Commission Complete Conduct Consult Create Decide ' +
    'Define Deliver Design Develop Embed Ensure Establish Evaluate Identify Implement Improve Include Increase Introduce ' +
    'Launch Maintain Monitor Obtain Prepare Produce Provide Publish Recruit Reduce Report Review Revise Secure Set ' +
    'Strengthen Submit Take Train Undertake Update Use'
  ).split(' '),
);

/** A sentence that only goes on about the one before it. */
const FOLLOWS_ON =
  /^(?:To be |This |These |Those |It |They |Such |Additional|Success (?:to be|is|will be) measured|Measured |Evidenced? |As evidenced)/;

/** Something happens: a participle, or a form of "to be" or "to have", or a plain present. */
const HAPPENS =
  /(?:ed|ing)$|^(?:is|are|be|been|has|have|seen|made|taken|held|given|put|set|met|built|written|kept|known|agree|agrees|accept|start|starts|provides|allows|reduces|increases|helps|confirms?|shows?|indicates?|monitors?)$/;

/**
 * Puts back the bullets that an extraction lost, in a text where several measures run on without a mark between them:
 * "Plan agreed Staff trained" is two. It cuts where a capital follows a word that can end a phrase, and at the end of a
 * sentence unless the next only goes on about it ("To be measured via …"). It would rather leave two together than cut
 * a name in two.
 */
export function splitLostBullets(text: string, names: ProperNames): readonly string[] {
  const words = text.split(' ');
  const pieces: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 1; i < words.length; i += 1) {
    depth = Math.max(0, depth + bracketsOf(words[i - 1] ?? ''));
    if (depth > 0 || !beginsMeasure(words, start, i, names)) continue;
    pieces.push(words.slice(start, i).join(' '));
    start = i;
  }
  pieces.push(words.slice(start).join(' '));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** How many brackets and quotation marks a word opens, less those it closes. */
function bracketsOf(word: string): number {
  const opened = (word.match(/[(“‘]/g)?.length ?? 0) + (/^["']/.test(word) ? 1 : 0);
  const closed =
    (word.match(/[)”]/g)?.length ?? 0) + (/["'’][.,;:)]*$/.test(word) && !/s['’]$/.test(word) ? 1 : 0);
  return opened - closed;
}

function beginsMeasure(words: readonly string[], start: number, at: number, names: ProperNames): boolean {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (!/^["'“‘]?[A-Z]/.test(word)) return false;
  const rest = words.slice(at);
  if (/[.;!?]["'”’)]?$/.test(before)) return !FOLLOWS_ON.test(rest.join(' ')) && rest.length > 1;
  if (/[,:(/–—-]$/.test(before) || before.endsWith('%') || at - start < 2 || rest.length < 3) return false;
  if (LEADS_ON.has(bareWord(before).toLowerCase())) return false;
  if (isCapitalised(before) && !/[)”]$/.test(before)) return beginsInsideCapitals(words, start, at, names);
  if (/^[A-Z]{2,}\b/.test(bareWord(word))) return false;
  return true;
}

/** "… to the Board Staff trained": one of a run of capitals begins the next measure, and has to prove it. */
function beginsInsideCapitals(
  words: readonly string[],
  start: number,
  at: number,
  names: ProperNames,
): boolean {
  const before = words[at - 1] ?? '';
  const word = bareWord(words[at] ?? '');
  const next = words[at + 1] ?? '';
  if (/['’]s?$/.test(before) || !/^[a-z]/.test(next)) return false;
  const run = runEndingAt(words, start, at);
  // Once is only here; a second time it is a name of its own.
  if (run.length === 0 || names.times([...run, word]) > 1) return false;
  const proved = names.times(run) > 0 || /^the$/i.test(words[at - 1 - run.length] ?? '');
  if (/^of$/.test(next) && /(?:tion|ment|Review|Use|Survey|Analysis)$/.test(word)) return true;
  if (ORDERS.has(word) && /^(?:the|a|an)$/.test(next)) return true;
  if (!proved || /^(?:and|or|for|to|of|in|on|at|with|by)$/.test(next) || next.endsWith('ing')) return false;
  return words.slice(at + 1, at + 6).some((following) => HAPPENS.test(bareWord(following)));
}

function runEndingAt(words: readonly string[], start: number, at: number): readonly string[] {
  const run: string[] = [];
  for (let i = at - 1; i > start; i -= 1) {
    const word = words[i] ?? '';
    if (!isCapitalised(word) || /[.,;:)]$/.test(word)) break;
    run.unshift(bareWord(word));
  }
  return run;
}
