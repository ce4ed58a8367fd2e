import { areShortForms } from './first-names.rule.ts';
import { foldName, isInitial, type PersonName } from './name.rule.ts';
import { isOneSlipApart } from './one-slip-apart.rule.ts';

/** How two sets of forenames agree, from the most telling to the least. */
export type ForenameMatch =
  | 'same'
  /** Karen, and Karen Mary. */
  | 'same-and-more'
  /** Liz and Elizabeth; Jon and John. */
  | 'short-form'
  /** Micheal and Michael. */
  | 'slip'
  /** A J and Anthony John: two initials at least. */
  | 'initials-agree'
  /** A and Anthony, A and A J. */
  | 'one-initial'
  /** One of the two has no forename at all. */
  | 'none';

/** Shorter forenames that differ by a letter are other names: Ann and Ian, Jan and Jon. */
const SHORTEST_SLIPPED_FORENAME = 5;

/** How two sets of forenames agree; null where they cannot be of one person. */
export function matchForenames(one: PersonName, other: PersonName): ForenameMatch | null {
  if (one.forenames.length === 0 || other.forenames.length === 0)
    return calledThe(one, other) ? 'short-form' : 'none';
  const pairs = one.forenames.flatMap((forename, index) => {
    const beside = other.forenames[index];
    return beside === undefined ? [] : [matchOne(forename, beside)];
  });
  const [first] = pairs;
  // A person may go by a name that is none of their initials': the letters then do not count against it.
  if (first === 'other' && calledThe(one, other)) return 'short-form';
  if (pairs.some((pair) => pair === 'other')) return null;
  if (pairs.includes('slip')) return 'slip';
  if (pairs.includes('short-form')) return 'short-form';
  const sameLength = one.forenames.length === other.forenames.length;
  if (first === 'same')
    return sameLength && pairs.every((pair) => pair === 'same') ? 'same' : 'same-and-more';
  return pairs.length > 1 && sameLength ? 'initials-agree' : 'one-initial';
}

type Pair = 'same' | 'initial' | 'short-form' | 'slip' | 'other';

function matchOne(one: string, other: string): Pair {
  const [a, b] = [foldName(one), foldName(other)];
  if (isInitial(a) || isInitial(b)) return Array.from(a)[0] === Array.from(b)[0] ? 'initial' : 'other';
  if (a === b) return 'same';
  if (areShortForms(a, b)) return 'short-form';
  const isLongEnough = Math.min(a.length, b.length) >= SHORTEST_SLIPPED_FORENAME;
  return isLongEnough && isOneSlipApart(a, b) ? 'slip' : 'other';
}

/** Whether what one is called is the other's first name, or a short form of it. */
function calledThe(one: PersonName, other: PersonName): boolean {
  const is = (knownAs: string | null, name: string | null | undefined) =>
    knownAs !== null &&
    name !== null &&
    name !== undefined &&
    (foldName(knownAs) === foldName(name) || areShortForms(knownAs, name));
  return (
    is(one.knownAs, other.forenames[0]) ||
    is(other.knownAs, one.forenames[0]) ||
    is(one.knownAs, other.knownAs)
  );
}
