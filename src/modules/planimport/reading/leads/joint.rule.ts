/** What a margin or an action says about who else delivers it. */
export interface JointMark {
  readonly jointWith: readonly string[];
  /** Actions the mark names itself: "2.4.8 & 2.4.9 Joint with Health". Empty where it speaks of where it stands. */
  readonly refs: readonly string[];
  readonly asPrinted: string;
  /** What is left of the words. */
  readonly rest: string;
}

const REFS = String.raw`(?<refs>\d{1,2}(?:\.\d{1,3})+(?:\s*(?:,|&|and)\s*\d{1,2}(?:\.\d{1,3})+)+\s+|(?<only>\d{1,2}(?:\.\d{1,3}){2,}\s+))?`;
const WITH = String.raw`joint(?:ly)?\s+with\s+(?<with>[^():;*]+?)`;
const ALSO = String.raw`joint\s*[-–—]\s*also\s+in\s+(?:the\s+)?(?<also>[^():;*]+?)\s+(?:action\s+|improvement\s+)?plans?\b[^():;]*`;

/** In a margin the words stand for themselves; in an action they need the star or the bracket to be more than words. */
const IN_MARGIN = new RegExp(
  String.raw`${REFS}\(?\s*\*?\s*(?:${WITH}|${ALSO})(?:\s*:[^()]*)?\s*(?:\)|$)`,
  'i',
);
const IN_WORDS = new RegExp(String.raw`(?:\(\s*\*?|\*)\s*(?:${WITH}|${ALSO})(?:\s*:[^()]*)?\s*(?:\)|$)`, 'i');

/** Reads a joint mark: "(*Joint with Partners)". Null where there is none. */
export function readJointMark(text: string, where: 'margin' | 'words'): JointMark | null {
  const match = (where === 'margin' ? IN_MARGIN : IN_WORDS).exec(text);
  if (match === null) return null;
  const named = match.groups?.['with'] ?? match.groups?.['also'] ?? '';
  const jointWith = splitPartners(named);
  if (jointWith.length === 0) return null;
  const refs = [...(match.groups?.['refs'] ?? '').matchAll(/\d+(?:\.\d+)+/g)].map(([ref]) => ref);
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    .replace(/\s+/g, ' ')
    .trim();
  return { jointWith, refs, asPrinted: match[0].trim(), rest };
}

/** "Health, Police and Schools" is three partners. */
export function splitPartners(text: string): readonly string[] {
  const partners = text
    .split(/\s*(?:,|;|\/|&|\band\b)\s*/i)
    .map((partner) => partner.replace(/^the\s+/i, '').trim());
  return [...new Set(partners.filter((partner) => /[A-Za-z]/.test(partner)))];
}
