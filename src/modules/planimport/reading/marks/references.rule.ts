/** A reference at the front of a cell, with the words that follow it. */
export interface LeadingRef {
  readonly ref: string;
  readonly rest: string;
  /** As printed, where that differs: "2.2." or "4.4.2.Launch". */
  readonly oddity: 'trailing-dot' | 'glued' | null;
}

const NUMBERED = /^((?:[A-Z]{1,3}[ -]?)?\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?)(\.?)(\)?:?)(?=$|[\s(A-Z–-])(\s*)/;
const LISTED = /^((?:[A-Z]{1,4}[ -]?)?\d{1,3}[a-z]?)([.):])\s+/;
const ALONE = /^((?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?)(\.?)\)?:?$/;

/** Reads a reference such as "1.2.3" or "A1.2" at the front of a cell of words. "6 sessions" is a number, not a reference. */
export function leadingRef(text: string): LeadingRef | null {
  const numbered = NUMBERED.exec(text);
  if (numbered?.[1] !== undefined) {
    const rest = text.slice(numbered[0].length);
    // "1.5 million" is an amount; of three levels it could be nothing but a reference.
    if (depthOf(numbered[1]) === 2 && /^\p{Ll}/u.test(rest)) return null;
    const dotted = numbered[2] === '.';
    const glued = numbered[4] === '' && rest !== '' && /^[A-Z]/.test(rest);
    return { ref: tidyRef(numbered[1]), rest, oddity: glued ? 'glued' : dotted ? 'trailing-dot' : null };
  }
  const listed = LISTED.exec(text);
  return listed?.[1] === undefined
    ? null
    : { ref: tidyRef(listed[1]), rest: text.slice(listed[0].length), oddity: null };
}

/** Reads a cell that holds a reference and nothing else: "3", "R4", "A1.2", "2.2.". */
export function wholeRef(text: string): LeadingRef | null {
  const alone = ALONE.exec(text.trim());
  if (alone?.[1] === undefined) return null;
  return { ref: tidyRef(alone[1]), rest: '', oddity: alone[2] === '.' ? 'trailing-dot' : null };
}

function tidyRef(ref: string): string {
  return ref.replace(/\s+/g, ' ').trim();
}

/** How many levels a reference has: "3" has 1, "1.2" has 2, "1.2.3" has 3. */
export function depthOf(ref: string): number {
  return ref.split('.').length;
}

/** "1.2" of "1.2.3"; null at the top. */
export function parentOf(ref: string): string | null {
  const dot = ref.lastIndexOf('.');
  return dot === -1 ? null : ref.slice(0, dot);
}

/** The number at the end of a reference, for finding gaps; null where it ends in a letter. */
export function lastNumber(ref: string): number | null {
  const found = /(\d+)$/.exec(ref);
  return found === null ? null : Number(found[1]);
}

/** The number in front, which names the priority; null for references that begin with a letter, or with 0. */
export function firstNumber(ref: string): number | null {
  const found = /^(\d+)/.exec(ref);
  return found === null || Number(found[1]) === 0 ? null : Number(found[1]);
}
