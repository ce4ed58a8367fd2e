import { costOfNextSeat, exactShare, nearestWhole, type Party } from './shares.rule.ts';

/** The fewest and the most seats one party may be given. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface SeatTotals {
  readonly totals: readonly number[];
  /** Every other way to give the last seats that is exactly as close; empty where there is none. */
  readonly alternatives: readonly (readonly number[])[];
}

/** The most alternatives that are listed: a council chooses between a few, not between thousands. */
export const MOST_ALTERNATIVES = 24;

/**
 * How many of all seats each party gets (s.15(5)(c)), within bounds that (a) and (b) set. Where some members belong to no
 * group, each group gets the whole number nearest its share, half up, and those members what that leaves (SI 1990/1553
 * reg 16), as far as their number goes; everything else is shared among the groups as close to the exact shares as whole
 * seats allow. Null where the bounds leave no way.
 */
export function shareOutSeats(
  parties: readonly Party[],
  seats: number,
  bounds: readonly Bounds[],
): SeatTotals | null {
  const inNone = parties.findIndex(({ isGroup, members }) => !isGroup && members > 0);
  const { least = 0, most = 0 } = bounds[inNone] ?? {};
  if (inNone !== -1) {
    const left = Math.min(Math.max(seats - nearestOfGroups(parties, seats), least), most);
    const fixed = bounds.map((of, index) => (index === inNone ? { least: left, most: left } : of));
    const shared = shareByCloseness(parties, seats, fixed);
    if (shared !== null) return shared;
  }
  return shareByCloseness(parties, seats, bounds);
}

/** All groups' shares, each at its nearest whole number, half up. */
function nearestOfGroups(parties: readonly Party[], seats: number): number {
  const council = parties.reduce((sum, { members }) => sum + members, 0);
  return parties
    .filter(({ isGroup }) => isGroup)
    .reduce((sum, { members }) => sum + nearestWhole(exactShare(members, council, seats)), 0);
}

/**
 * One seat after the other goes to whom it brings nearest their share, which without bounds is the nearest whole number,
 * corrected by the largest remainder.
 */
function shareByCloseness(
  parties: readonly Party[],
  seats: number,
  bounds: readonly Bounds[],
): SeatTotals | null {
  const council = parties.reduce((sum, { members }) => sum + members, 0);
  const totals = bounds.map(({ least }) => least);
  let left = seats - totals.reduce((sum, held) => sum + held, 0);
  if (left < 0) return null;
  const costOf = (index: number, held: number) =>
    costOfNextSeat({ members: parties[index]?.members ?? 0, council, seats }, held);
  const open = () => totals.flatMap((held, index) => (held < (bounds[index]?.most ?? 0) ? [index] : []));
  let lastCost = Number.NEGATIVE_INFINITY;
  while (left > 0) {
    const [first, ...others] = open();
    if (first === undefined) return null;
    let cheapest = first;
    for (const index of others)
      if (costOf(index, totals[index] ?? 0) < costOf(cheapest, totals[cheapest] ?? 0)) cheapest = index;
    lastCost = costOf(cheapest, totals[cheapest] ?? 0);
    totals[cheapest] = (totals[cheapest] ?? 0) + 1;
    left -= 1;
  }
  return { totals, alternatives: tiedTotals(totals, bounds, costOf, lastCost) };
}

/** The same seats given otherwise at the same cost: parties whose last seat could as well be another's next one. */
function tiedTotals(
  totals: readonly number[],
  bounds: readonly Bounds[],
  costOf: (index: number, held: number) => number,
  lastCost: number,
): readonly (readonly number[])[] {
  const given = totals.flatMap((held, index) =>
    held > (bounds[index]?.least ?? 0) && costOf(index, held - 1) === lastCost ? [index] : [],
  );
  const passedOver = totals.flatMap((held, index) =>
    held < (bounds[index]?.most ?? 0) && costOf(index, held) === lastCost ? [index] : [],
  );
  if (passedOver.length === 0) return [];
  const tied = [...given, ...passedOver].toSorted((one, other) => one - other);
  const base = totals.map((held, index) => held - (given.includes(index) ? 1 : 0));
  return choices(tied, given.length)
    .map((chosen) => base.map((held, index) => held + (chosen.includes(index) ? 1 : 0)))
    .filter((other) => other.some((held, index) => held !== totals[index]))
    .slice(0, MOST_ALTERNATIVES);
}

function choices(from: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  const [first, ...rest] = from;
  if (first === undefined) return [];
  return [...choices(rest, size - 1).map((chosen) => [first, ...chosen]), ...choices(rest, size)].slice(
    0,
    MOST_ALTERNATIVES + 1,
  );
}
