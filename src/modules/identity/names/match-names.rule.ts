import { foldName, type PersonName } from './name.rule.ts';
import { type ForenameMatch, matchForenames } from './match-forenames.rule.ts';
import { saidByTitle } from './name-words.rule.ts';
import { isOneSlipApart } from './one-slip-apart.rule.ts';
import { printName } from './print-name.rule.ts';

/** How much speaks for two records being one person. Never certainty: a person decides. */
export type Strength = 'strong' | 'fair' | 'weak';

/** A proposal that two records may be of one person, with everything that speaks for it. */
export interface Proposal {
  readonly strength: Strength;
  /** Each a whole sentence without its full stop, the weightiest first. */
  readonly reasons: readonly string[];
}

/** Shorter surnames differ by a letter too often to be slips: Hill and Hall, Long and Lang. */
const SHORTEST_SLIPPED_SURNAME = 5;

type SurnameMatch = 'same' | 'slip' | 'part';

/**
 * Whether two printed names may be one person's, and why; null where nothing says so, or something speaks against it:
 * another forename, another second initial, Mr and Mrs, father and son. Proposes only: who is who is decided by a
 * person. The answer is the same whichever name comes first.
 */
export function matchNames(one: PersonName, other: PersonName): Proposal | null {
  if (contradict(one, other)) return null;
  const straight = proposalOf(
    matchSurnames(one.surname, other.surname),
    matchForenames(one, other),
    one,
    other,
  );
  return straight ?? turnedRound(one, other);
}

function contradict(one: PersonName, other: PersonName): boolean {
  const [a, b] = [saidByTitle(one.title), saidByTitle(other.title)];
  if (a !== undefined && b !== undefined && a !== b) return true;
  // One of the two alone may have been printed without it.
  return one.suffix !== null && other.suffix !== null && one.suffix !== other.suffix;
}

function matchSurnames(one: string, other: string): SurnameMatch | null {
  const [a, b] = [foldName(one), foldName(other)];
  if (a === b || a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 'same';
  const [barrelsOfA, barrelsOfB] = [barrels(one), barrels(other)];
  if (barrelsOfA.length !== barrelsOfB.length && barrelsOfA.some((barrel) => barrelsOfB.includes(barrel)))
    return 'part';
  const isLongEnough = Math.min(a.length, b.length) >= SHORTEST_SLIPPED_SURNAME;
  return isLongEnough && isOneSlipApart(a, b) ? 'slip' : null;
}

/** Nutbourne-Hay is Nutbourne and Hay; van der Berg is one. */
function barrels(surname: string): readonly string[] {
  return surname.split(/[‐‑–—-]/).map(foldName);
}

const SAME_SURNAME: Readonly<Record<ForenameMatch, Strength>> = {
  same: 'strong',
  'same-and-more': 'fair',
  'short-form': 'fair',
  slip: 'fair',
  'initials-agree': 'fair',
  'one-initial': 'weak',
  none: 'weak',
};

/** With a surname that only resembles the other, initials alone are too little. */
const LIKE_SURNAME: Readonly<Partial<Record<ForenameMatch, Strength>>> = {
  same: 'fair',
  'same-and-more': 'weak',
  'short-form': 'weak',
  'initials-agree': 'weak',
};

function proposalOf(
  surnames: SurnameMatch | null,
  forenames: ForenameMatch | null,
  one: PersonName,
  other: PersonName,
): Proposal | null {
  if (surnames === null || forenames === null) return null;
  const strength = (surnames === 'same' ? SAME_SURNAME : LIKE_SURNAME)[forenames];
  if (strength === undefined) return null;
  return { strength, reasons: [reasonOf(surnames, forenames, one, other)] };
}

function reasonOf(
  surnames: SurnameMatch,
  forenames: ForenameMatch,
  one: PersonName,
  other: PersonName,
): string {
  const [a, b] = inOrder(printName(one, 'plain'), printName(other, 'plain'));
  const [first, second] = inOrder(one.surname, other.surname);
  const family = {
    same: 'Same surname',
    slip: `The surnames ${first} and ${second} are one letter apart`,
    part: `One surname is part of the other, ${first} and ${second}`,
  }[surnames];
  const given = {
    same: a === b ? 'the same forenames' : 'forenames that are the same but for how they are spelt',
    'same-and-more': 'the same first name, and one record has more names',
    'short-form': 'forenames that are often one name',
    slip: 'forenames one letter apart',
    'initials-agree': 'initials that agree',
    'one-initial': 'the same first initial and nothing more to go by',
    none: 'no forename in one of the records to compare',
  }[forenames];
  return `${family}, ${given}: ${a} and ${b}`;
}

/** "Graham Karen" beside "Karen Graham": a list that prints surnames first, read as if it did not. */
function turnedRound(one: PersonName, other: PersonName): Proposal | null {
  if (one.forenames.length !== 1 || other.forenames.length !== 1) return null;
  const isTurned =
    foldName(one.surname) === foldName(other.forenames[0] ?? '') &&
    foldName(other.surname) === foldName(one.forenames[0] ?? '');
  if (!isTurned) return null;
  const [a, b] = inOrder(printName(one, 'plain'), printName(other, 'plain'));
  return { strength: 'fair', reasons: [`The same two names in another order: ${a} and ${b}`] };
}

function inOrder(one: string, other: string): readonly [string, string] {
  return one <= other ? [one, other] : [other, one];
}
