import type { Target } from '../../../improvement/index.ts';

/** Where a target stands in a sentence: the words that set it, and what they set. */
export interface TargetPhrase {
  readonly at: number;
  readonly until: number;
  readonly comparator: Target['comparator'] | 'as-directed';
  readonly value: number | null;
  readonly unit: Target['unit'];
  readonly against: string | null;
}

const PEERS = String.raw`(?:the\s+)?(?:[\w’']+\s+){0,2}(?:neighbours?|national|England|regional|peer(?:\s+group)?)(?:['’]s?)?(?:\s+authorit(?:y|ies))?\s+(?:averages?|levels?|rates?|figures?)`;
const VALUE = String.raw`(?<value>\d[\d,]*(?:\.\d+)?)\s*(?<unit>%|per\s?cent\b|percentage\s+points?\b|days?\b)?`;
const AFTER = String.raw`(?<after>\s+or\s+(?:less|fewer|below|under|more|above|higher|better))?`;

/** "to at least the England average of 85%", "to 200 or less", "no more than 34 percentage points". */
const SET = new RegExp(
  String.raw`\b(?<how>(?:(?:to|is|are|be)\s+)?(?:an\s+average\s+of\s+)?(?:no\s+more\s+than|not\s+more\s+than|at\s+most|less\s+than|fewer\s+than|below|not\s+exceed(?:ing)?|at\s+least|no\s+less\s+than|not\s+less\s+than|more\s+than|above)|to)\s+(?:an\s+average\s+of\s+)?(?:(?<peers>${PEERS})\s+of\s+)?${VALUE}(?!\s*[-–/]\s*\d)(?!\w)${AFTER}`,
  'gi',
);
const LEVEL = new RegExp(
  String.raw`\b(?<how>(?:to\s+(?:be\s+)?)?in\s+line\s+with|to(?:\s+at\s+least)?)\s+(?<peers>${PEERS})(?!\s+of\s+\d)`,
  'gi',
);
const HOLD =
  /\b(?:at\s+least\s+)?maintain(?:ing|s|ed)?\s+(?<measure>[^;]+?)\s+at\s+(?<against>the\s+levels?\b[^;,.]*)/gi;

/** Every place in a sentence where a target is set, in order. */
export function findTargetPhrases(text: string): readonly TargetPhrase[] {
  const phrases: TargetPhrase[] = [];
  for (const match of text.matchAll(SET)) phrases.push(valueOf(match));
  for (const match of text.matchAll(LEVEL)) {
    const how = match.groups?.['how'] ?? '';
    phrases.push({
      at: match.index,
      until: match.index + match[0].length,
      comparator: /in\s+line/i.test(how) ? 'in-line-with' : 'as-directed',
      value: null,
      unit: null,
      against: withoutThe(match.groups?.['peers'] ?? ''),
    });
  }
  for (const match of text.matchAll(HOLD)) {
    const at = match.index + match[0].length - (match.groups?.['against'] ?? '').length;
    phrases.push({
      at,
      until: match.index + match[0].length,
      comparator: 'maintain',
      value: null,
      unit: null,
      against: match.groups?.['against'] ?? null,
    });
  }
  return phrases.sort((a, b) => a.at - b.at);
}

function valueOf(match: RegExpExecArray): TargetPhrase {
  const groups = match.groups ?? {};
  const how = (groups['how'] ?? '').toLowerCase();
  const after = (groups['after'] ?? '').toLowerCase();
  const most =
    /no\s+more|not\s+more|at\s+most|less\s+than|fewer|below|exceed/.test(how) && !/no(?:t)?\s+less/.test(how);
  const least = /at\s+least|no(?:t)?\s+less|more\s+than|above/.test(how) && !most;
  const comparator =
    most || /less|fewer|below|under/.test(after)
      ? 'at-most'
      : least || /more|above|higher|better/.test(after)
        ? 'at-least'
        : 'as-directed';
  return {
    at: match.index,
    until: match.index + match[0].length,
    comparator,
    value: Number((groups['value'] ?? '').replaceAll(',', '')),
    unit: unitOf(groups['unit']),
    against: groups['peers'] === undefined ? null : withoutThe(groups['peers']),
  };
}

function unitOf(printed: string | undefined): Target['unit'] {
  if (printed === undefined) return null;
  if (/point/i.test(printed)) return 'percentage-points';
  return /day/i.test(printed) ? 'days' : 'per-cent';
}

function withoutThe(text: string): string {
  return text.replace(/^the\s+/i, '').trim();
}
