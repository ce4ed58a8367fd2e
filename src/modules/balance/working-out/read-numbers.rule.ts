import type { Bench, Party } from './shares.rule.ts';

/** What somebody typed to work political balance out: a name and a number on each line. */
export interface TypedNumbers {
  readonly council: string;
  readonly groups: string;
  readonly bodies: string;
}

export interface CouncilInNumbers {
  readonly parties: readonly Party[];
  readonly benches: readonly Bench[];
  readonly council: number;
  /** What the rules make of what was typed, to be said beside the result. */
  readonly notes: readonly string[];
}

/** Something typed that cannot be: the field it stands in and a sentence with the rule behind it. */
export interface NumbersProblem {
  readonly field: keyof TypedNumbers;
  readonly sentence: string;
}

export type ReadNumbers =
  | { readonly kind: 'read'; readonly numbers: CouncilInNumbers }
  | { readonly kind: 'problems'; readonly problems: readonly NumbersProblem[] };

/** No council has more members, and no body more seats, than this. */
const MOST = 999;
const MOST_LINES = 60;
/** Seats times groups times bodies that are shared out while somebody waits: the largest councils need a third of it. */
const MOST_WORK = 250_000;

/** Words for those who belong to no group. */
const NO_GROUP = /^(no group|ungrouped|not in a group|independents? \(no group\)|none)$/i;
export const NO_GROUP_NAME = 'No group';

/**
 * Reads a council in numbers. A group of one is none: a group needs two members (SI 1990/1553 reg 8), so its member is
 * counted with those who belong to no group. Groups and those in none must come to the council.
 */
export function readCouncilInNumbers(typed: TypedNumbers): ReadNumbers {
  const problems: NumbersProblem[] = [];
  const groups = readLines('groups', typed.groups, 'members', problems);
  const benches = readLines('bodies', typed.bodies, 'seats', problems);
  if (typed.groups.trim() === '')
    problems.push({
      field: 'groups',
      sentence: 'Enter each group with its number of members, one on each line, like Conservative 40',
    });
  if (typed.bodies.trim() === '')
    problems.push({
      field: 'bodies',
      sentence: 'Enter each body with its number of seats, one on each line, like Planning 18',
    });
  const council = wholeNumber(typed.council.trim());
  if (council === null || council < 1 || council > MOST)
    problems.push({
      field: 'council',
      sentence: 'Enter how many members the council has, like 84',
    });
  if (council !== null && problems.length === 0) {
    const sum = groups.reduce((all, { number }) => all + number, 0);
    if (sum !== council)
      problems.push({
        field: 'groups',
        sentence: `The groups and those in none come to ${sum}, and the council has ${council}: ${inWords(Math.abs(sum - council), sum > council)}. Enter members of no group as “No group” with their number`,
      });
    for (const { name, number } of benches)
      if (number > council)
        problems.push({
          field: 'bodies',
          sentence: `${name} has ${number} seats and the council only ${council} members`,
        });
    const seats = benches.reduce((all, { number }) => all + number, 0);
    if (seats * groups.length * benches.length > MOST_WORK)
      problems.push({
        field: 'bodies',
        sentence: `${benches.length} bodies with ${seats} seats for ${groups.length} groups are too many to work out at once. Enter fewer bodies, and work out the others after them`,
      });
  }
  if (problems.length > 0 || council === null) return { kind: 'problems', problems };
  return { kind: 'read', numbers: councilOf(groups, benches, council) };
}

interface NumberedLine {
  readonly name: string;
  readonly number: number;
}

function councilOf(
  groups: readonly NumberedLine[],
  benches: readonly NumberedLine[],
  council: number,
): CouncilInNumbers {
  const real = groups.filter(({ name, number }) => !NO_GROUP.test(name) && number >= 2);
  const alone = groups.filter(({ name, number }) => !NO_GROUP.test(name) && number === 1);
  const ungrouped = council - real.reduce((all, { number }) => all + number, 0);
  return {
    council,
    parties: [
      ...real.map(({ name, number }) => ({ name, members: number, isGroup: true })),
      ...(ungrouped === 0 ? [] : [{ name: NO_GROUP_NAME, members: ungrouped, isGroup: false }]),
    ],
    benches: benches.map(({ name, number }) => ({ name, seats: number })),
    notes: alone.map(
      ({ name }) =>
        `${name} has one member. A group needs two (Local Government (Committees and Political Groups) Regulations 1990, regulation 8), so that member is counted with those who belong to no group.`,
    ),
  };
}

function readLines(
  field: 'groups' | 'bodies',
  text: string,
  what: 'members' | 'seats',
  problems: NumbersProblem[],
): readonly NumberedLine[] {
  const read: NumberedLine[] = [];
  const seen = new Set<string>();
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.filter(Boolean).length > MOST_LINES) {
    problems.push({ field, sentence: `Enter ${MOST_LINES} lines or fewer` });
    return [];
  }
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const at = `Line ${index + 1}`;
    const [, name = '', digits = ''] = /^(.*?)[\s,:;]*(\d{1,6})$/.exec(line) ?? [];
    const number = wholeNumber(digits);
    if (/[-−–+.]$/.test(name.trim()) || name.trim() === '' || number === null) {
      problems.push({
        field,
        sentence: `${at}, “${line.slice(0, 60)}”, must be a name and a number of ${what}, like ${field === 'groups' ? 'Conservative 73' : 'Planning 18'}`,
      });
      continue;
    }
    if (number < 1 || number > MOST) {
      problems.push({ field, sentence: `${at}, ${name}: the number of ${what} must be from 1 to ${MOST}` });
      continue;
    }
    const key = name.trim().toLowerCase();
    if (seen.has(key))
      problems.push({ field, sentence: `${at}: ${name.trim()} stands there twice. Enter it once` });
    seen.add(key);
    read.push({ name: name.trim().slice(0, 120), number });
  }
  return read;
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function inWords(difference: number, tooMany: boolean): string {
  return `${difference} ${difference === 1 ? 'member' : 'members'} too ${tooMany ? 'many' : 'few'}`;
}
