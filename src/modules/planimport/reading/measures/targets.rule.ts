import { isoPoint } from '../times/calendar-day.rule.ts';
import type { Target } from '../../../improvement/index.ts';
import { findTargetPhrases, type TargetPhrase } from './target-phrases.rule.ts';
import { findPrintedDates } from '../times/printed-dates.rule.ts';
import { readTimescale } from '../times/timescale.rule.ts';

const DOWN = /\b(?:reduc\w*|narrow\w*|decreas\w*|lower\w*|fall\w*|cut\w*|minimis\w*)\b/gi;
const UP = /\b(?:increas\w*|improv\w*|rais\w*|rises?|grow\w*)\b/gi;
const NOUN =
  /\b(?:the\s+)?(?:number|percentage|proportion|share|gap|average|count|level|(?:\w+\s+){0,2}rate)\b(?:\s+(?:of|in|for)\b)?/gi;
const BASELINE =
  /\bfrom\s+(?:the\s+|a\s+)?(?:(?<when>(?:20)?\d\d[\d/–-]*)\s+)?(?:baseline\s+(?:of\s+)?)?(?<value>\d[\d,.]*)\s*(?<unit>%|per\s?cent)?(?:\s+in\s+(?<later>[\w\s/–-]{4,20}?))?\s+(?=to\b)/i;
const ACADEMIC = /\bby\s+the\s+end\s+of\s+the\s+academic\s+year\s+(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)/i;
const WHEN =
  /\b(by|over|during|for|in|between|from)\s+(?:the\s+)?(?:(?:period|end\s+of|year|financial\s+year|academic\s+year)\s+)*/gi;
const ON_GOES = /\band\s+to\s+(?:at\s+least\s+)?maintain\s+(?:that|this|it)\b(?<rest>[^;]*)/i;

/**
 * Reads the quantitative parts of a requirement: what is measured, how it compares, with which value, by when or over
 * which period, and from which baseline. "Reducing the number of A to 200 or less and of B to 100 by August 2011" has
 * two parts that share a day. Words without a figure or a level to compare with have none.
 *
 * @param subItems the bullets under the requirement, each read by itself
 */
export function readTargets(text: string, subItems: readonly string[]): readonly Target[] {
  return [text, ...subItems].flatMap(readSentence);
}

function readSentence(text: string): readonly Target[] {
  const phrases = findTargetPhrases(text);
  const targets: Target[] = [];
  let from = 0;
  phrases.forEach((phrase, index) => {
    const before = text.slice(from, phrase.at);
    const tail = text.slice(phrase.until, phrases[index + 1]?.at ?? text.length);
    const held = phrase.comparator === 'maintain';
    const measure = measureIn(before, held) ?? targets.at(-1)?.measure ?? null;
    if (measure === null) return;
    targets.push(targetOf(phrase, measure, text.slice(0, phrase.at), tail, targets.at(-1)));
    from = phrase.until;
  });
  return withHolding(shareDates(targets, text), text);
}

function targetOf(
  phrase: TargetPhrase,
  measure: string,
  before: string,
  tail: string,
  above: Target | undefined,
): Target {
  const baseline = baselineOf(before, phrase, measure, above);
  return {
    measure,
    comparator: phrase.comparator === 'as-directed' ? directionOf(before) : phrase.comparator,
    value: phrase.value,
    unit: phrase.unit ?? unitOfMeasure(measure),
    against: phrase.against,
    ...whenOf(tail),
    thereafter: null,
    baseline,
  };
}

/** What is measured: after "reducing …", or the noun before "… increases to"; null where the words name nothing new. */
function measureIn(before: string, held: boolean): string | null {
  const verbs = [
    ...before.matchAll(DOWN),
    ...before.matchAll(UP),
    ...(held ? before.matchAll(/\bmaintain\w*/gi) : []),
  ];
  const verb = verbs.sort((a, b) => b.index - a.index)[0];
  const after = verb === undefined ? '' : before.slice(verb.index + verb[0].length);
  if (
    verb !== undefined &&
    !/^\s*(?:$|to\b|from\b|by\b)/i.test(after) &&
    !/[,;]\s*(?:and\s+)?the\s+(?:number|percentage|proportion)/i.test(after)
  ) {
    return tidyMeasure(after);
  }
  const until = verb !== undefined && /^\s*(?:$|to\b|from\b|by\b)/i.test(after) ? verb.index : before.length;
  const words = before.slice(0, until);
  const nouns = [...words.matchAll(NOUN)];
  const noun = nouns.findLast(
    ({ index, 0: found }) => /\b(?:of|in|for)$/i.test(found) && !/\([^)]*$/.test(words.slice(0, index)),
  );
  return noun === undefined ? null : tidyMeasure(words.slice(noun.index));
}

function tidyMeasure(words: string): string | null {
  const baseline = BASELINE.exec(`${words} to`);
  const text = (baseline === null ? words : words.slice(0, baseline.index))
    .replace(/\s+(?:such|so)\s+that\s+(?:it|they|this)(?:\s+(?:is|are))?\s*$/i, '')
    .replace(/\s+at\s*$/i, '')
    .replace(/^\s*the\s+/i, '')
    .replace(/[\s,;]+$/, '')
    .trim();
  return /\p{L}{3}/u.test(text) ? text : null;
}

function directionOf(before: string): Target['comparator'] {
  const down = [...before.matchAll(DOWN)].at(-1)?.index ?? -1;
  const up = [...before.matchAll(UP)].at(-1)?.index ?? -1;
  if (down === up) return 'equal';
  return down > up ? 'at-most' : 'at-least';
}

function unitOfMeasure(measure: string): Target['unit'] {
  if (/\bper\s+10,?000\b/i.test(measure)) return 'per-10000';
  if (/^(?:percentage|proportion|share)\b|\brate\b/i.test(measure)) return 'per-cent';
  return /^(?:number|count)\b/i.test(measure) ? 'count' : null;
}

type When = Pick<Target, 'by' | 'period' | 'periodAsPrinted'>;

function whenOf(tail: string): When {
  const academic = ACADEMIC.exec(tail);
  if (academic !== null) {
    // The academic year ends on 31 August, as the attainment tables count it.
    return {
      by: isoPoint({ year: Number(academic[1]) + 1, month: 8, day: 31 }),
      period: null,
      periodAsPrinted: academic[0],
    };
  }
  const printed = printedWhen(tail);
  if (printed === null) return { by: null, period: null, periodAsPrinted: null };
  const { start, end } = readTimescale(printed);
  if (/^by\b/i.test(printed)) return { by: end ?? start, period: null, periodAsPrinted: printed };
  return { by: null, period: { start, end }, periodAsPrinted: printed };
}

/** The first "by", "over" or "during" that stands directly before a date, up to the last date joined to it. */
function printedWhen(tail: string): string | null {
  const dates = findPrintedDates(tail);
  for (const match of tail.matchAll(WHEN)) {
    const start = match.index + match[0].length;
    const first = dates.findIndex(({ at }) => at === start);
    const date = dates[first];
    if (date === undefined) continue;
    const next = dates[first + 1];
    const joined = next !== undefined && /^\s*(?:to|and|[-–—])\s*$/i.test(tail.slice(date.until, next.at));
    const until = joined ? next.until : date.until;
    if (!/^\s*baseline/i.test(tail.slice(until))) return tail.slice(match.index, until);
  }
  return null;
}

function baselineOf(
  before: string,
  phrase: TargetPhrase,
  measure: string,
  above: Target | undefined,
): Target['baseline'] {
  if (phrase.comparator === 'maintain') {
    const when = /\bwhen\b.*$/i.exec(phrase.against ?? '')?.[0] ?? null;
    return { value: null, unit: unitOfMeasure(measure), when };
  }
  // The words "from 46% " stand directly before "to 65%".
  const match = BASELINE.exec(`${before.slice(-80)}to`);
  if (match?.groups === undefined) return above?.measure === measure ? (above.baseline ?? null) : null;
  const { value, unit, when, later } = match.groups;
  return {
    value: Number((value ?? '').replaceAll(',', '')),
    unit: unit === undefined ? null : 'per-cent',
    when: when ?? later ?? null,
  };
}

/** Parts in one list share the day that stands at its end; what must hold afterwards holds for each. */
function shareDates(targets: readonly Target[], text: string): readonly Target[] {
  const after = /\bthereafter\s+(minimis|maintain)/i.exec(text)?.[1]?.toLowerCase();
  const thereafter = after === undefined ? null : after === 'maintain' ? 'maintain' : 'minimise';
  const shared: Target[] = [];
  let later: When = { by: null, period: null, periodAsPrinted: null };
  for (const target of targets.toReversed()) {
    const own = target.by !== null || target.period !== null;
    const listed = target.value !== null && later.by !== null && !own;
    shared.unshift({ ...target, ...(listed ? later : {}), thereafter });
    later = own ? { by: target.by, period: null, periodAsPrinted: target.periodAsPrinted } : later;
  }
  return shared;
}

/** "… and to at least maintain that over the period 2012-13" is a part of its own. */
function withHolding(targets: readonly Target[], text: string): readonly Target[] {
  const last = targets.at(-1);
  const rest = ON_GOES.exec(text)?.groups?.['rest'];
  if (last === undefined || rest === undefined) return targets;
  return [...targets, { ...last, comparator: 'maintain', ...whenOf(rest) }];
}
