const REFERENCE = String.raw`(?:[A-Z]{1,2})?\d{1,2}(?:\.\d{1,3}){1,3}`;
const LIST = String.raw`${REFERENCE}(?:\s*(?:,|&|and|or|/|,\s*and)\s*${REFERENCE})*`;
const CUE = String.raw`(?:cross[- ]?ref(?:erence[sd]?|ers?|\.)?(?:\s+(?:to|with))?|link(?:s|ed)?(?:\s+(?:to|with))?|see(?:\s+also)?|refer(?:s|red)?\s+to|as\s+(?:in|per|at)|in|under|with|from|to|and)`;
const NOUN = String.raw`(?:\s+(?:sections?|actions?|outcomes?|items?|tasks?|refs?\.?|paragraphs?|paras?\.?))?`;

const CUED = new RegExp(String.raw`\b${CUE}${NOUN}\s+(${LIST})(?![\d%])`, 'gi');
const DEEP = /(?<![\d.£])\d{1,2}(?:\.\d{1,3}){2,3}(?![\d.%]*\d)/g;
const STRONG_CUE = String.raw`(?:cross[- ]?ref(?:erence[sd]?|ers?|\.)?(?:\s+(?:to|with))?|link(?:s|ed)?\s+(?:to|with)|see(?:\s+also)?|refer(?:s)?\s+to)`;
const NOTE = new RegExp(
  String.raw`^[\s(*]*${STRONG_CUE}${NOUN}\s+${LIST}(?:\s+(?:above|below))?[\s).]*$`,
  'i',
);
const TRAILING_NOTE = new RegExp(
  String.raw`\s*\(\s*${STRONG_CUE}${NOUN}\s+${LIST}(?:\s+(?:above|below))?\s*\)[\s.]*$`,
  'i',
);

/**
 * The other actions that some words name: "Links with 2.2.7, 3.1.3 and 3.1.5", "see section 3.1.2", "in 1.1.1 above".
 * A number of three levels is one wherever it stands; a number of two ("1.2") only after words that say so, since
 * it may be a plain decimal. Only references of the given depth count.
 *
 * @param depth how many levels the plan's action references have
 */
export function findCrossReferences(text: string, depth: number): readonly string[] {
  const found = new Set<string>();
  if (depth >= 3) for (const [ref] of text.matchAll(DEEP)) found.add(ref);
  else
    for (const [, list = ''] of text.matchAll(CUED))
      for (const [ref] of list.matchAll(new RegExp(REFERENCE, 'g'))) found.add(ref);
  return [...found].filter((ref) => ref.split('.').length === depth);
}

/** Whether some words are nothing but a note that names other actions, so that they are no measure. */
export function isCrossReferenceNote(text: string): boolean {
  return NOTE.test(text);
}

/** The words without a note in brackets at their end: "… is completed. (Link with 4.3.1)" loses the bracket. */
export function withoutCrossReferenceNote(text: string): string {
  return text.replace(TRAILING_NOTE, '');
}
