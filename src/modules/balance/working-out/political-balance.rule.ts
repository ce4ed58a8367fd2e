import type { Fraction } from 'fraction.js';
import { equallyGood, fillSeats, type SeatTable } from './seat-flow.rule.ts';
import { type Bounds, MOST_ALTERNATIVES, shareOutSeats } from './seat-totals.rule.ts';
import { type Bench, costOfNextSeat, exactShare, nearestWhole, type Party } from './shares.rule.ts';

/** One principle of s.15(5), as it told on this calculation. */
export interface PrincipleApplied {
  readonly letter: 'a' | 'b' | 'c' | 'd';
  /** Bodies and parties where it changed what nearest whole numbers would give; empty where it changed nothing. */
  readonly told: readonly { readonly bench: number | null; readonly party: number; readonly seats: number }[];
  /** Bodies where it cannot be kept, such as (a) on a body of one seat. */
  readonly notKept: readonly number[];
}

export interface Balance {
  readonly parties: readonly Party[];
  readonly benches: readonly Bench[];
  readonly council: number;
  /** All seats together. */
  readonly seats: number;
  /** By party, over all seats: what is exactly due, and the whole seats. */
  readonly totalShares: readonly Fraction[];
  readonly totals: readonly number[];
  /** By body and party: what is exactly due, and the whole seats. */
  readonly shares: readonly (readonly Fraction[])[];
  readonly seatsHeld: readonly (readonly number[])[];
  /** Which party holds a majority of the council, by its place; null where none does. */
  readonly majority: number | null;
  readonly principles: readonly PrincipleApplied[];
  /** Other totals, and other tables with the chosen totals, that are exactly as close: the council decides. */
  readonly otherTotals: readonly (readonly number[])[];
  readonly otherTables: readonly (readonly (readonly number[])[])[];
}

export type CalculateBalance =
  | { readonly kind: 'calculated'; readonly balance: Balance }
  /** No whole seats keep every sum and (a) and (b). */
  | { readonly kind: 'cannot' };

/**
 * Shares out the seats of bodies among political groups: Local Government and Housing Act 1989 s.15(4) and (5). In their
 * order: (a) not all seats of a body to one group; (b) a majority of each body to a group with a majority of the council;
 * (c) subject to those, each group's share of all seats; (d) subject to all, each group's share of each body. Among the
 * tables that keep them the one closest to the exact shares is taken; what is exactly as close is listed, and the council
 * decides. Those who belong to no group are one party here, and get what the groups' shares leave (SI 1990/1553 reg 16).
 *
 * @param totals totals the council chose among tied ones; otherwise the first
 */
export function calculateBalance(
  parties: readonly Party[],
  benches: readonly Bench[],
  totals?: readonly number[],
): CalculateBalance {
  const council = parties.reduce((all, { members }) => all + members, 0);
  const seats = benches.reduce((all, bench) => all + bench.seats, 0);
  const majority = parties.findIndex(({ members, isGroup }) => isGroup && 2 * members > council);
  const bounds = benches.map((bench) => boundsOf(parties, bench, majority));
  const ofColumn = parties.map((_, party) => ({
    least: bounds.reduce((all, row) => all + (row[party]?.least ?? 0), 0),
    most: bounds.reduce((all, row) => all + (row[party]?.most ?? 0), 0),
  }));
  const shared = shareOutSeats(parties, seats, ofColumn);
  if (shared === null) return { kind: 'cannot' };
  const chosen =
    totals === undefined ? undefined : shared.alternatives.find((other) => sameSeats(other, totals));
  const columns = chosen ?? shared.totals;
  const table: SeatTable = {
    rows: benches.map((bench) => bench.seats),
    columns,
    bounds,
    cost: (row, column, held) =>
      costOfNextSeat(
        { members: parties[column]?.members ?? 0, council, seats: benches[row]?.seats ?? 0 },
        held,
      ),
  };
  const filled = fillSeats(table);
  if (filled === null) return { kind: 'cannot' };
  const shares = benches.map((bench) =>
    parties.map(({ members }) => exactShare(members, council, bench.seats)),
  );
  const totalShares = parties.map(({ members }) => exactShare(members, council, seats));
  return {
    kind: 'calculated',
    balance: {
      parties,
      benches,
      council,
      seats,
      totalShares,
      totals: columns,
      shares,
      seatsHeld: filled,
      majority: majority === -1 ? null : majority,
      principles: principlesOf({ parties, benches, majority, totals: columns, totalShares, shares, filled }),
      otherTotals: [shared.totals, ...shared.alternatives].filter((other) => !sameSeats(other, columns)),
      otherTables: equallyGood(table, filled, MOST_ALTERNATIVES),
    },
  };
}

/**
 * What each party may hold of a body. Nobody more than they have members; none all of it (a), a majority group more than
 * half (b). A body of one seat cannot keep (a); of two, not (b) as well, and (a) comes first.
 */
function boundsOf(parties: readonly Party[], { seats }: Bench, majority: number): readonly Bounds[] {
  const isShared = seats > 1 && parties.filter(({ members }) => members > 0).length > 1;
  return parties.map(({ members }, party) => {
    const most = Math.min(members, isShared ? seats - 1 : seats);
    return { least: party === majority ? Math.min(Math.floor(seats / 2) + 1, most) : 0, most };
  });
}

interface Worked {
  readonly parties: readonly Party[];
  readonly benches: readonly Bench[];
  readonly majority: number;
  readonly totals: readonly number[];
  readonly totalShares: readonly Fraction[];
  readonly shares: readonly (readonly Fraction[])[];
  readonly filled: readonly (readonly number[])[];
}

function principlesOf(worked: Worked): readonly PrincipleApplied[] {
  const { parties, benches, majority, totals, totalShares, shares, filled } = worked;
  const each = benches.flatMap(({ seats }, bench) =>
    parties.map((_, party) => ({
      bench,
      party,
      seats: filled[bench]?.[party] ?? 0,
      nearest: nearestWhole(shares[bench]?.[party]),
      of: seats,
    })),
  );
  const told = ({ bench, party, seats }: (typeof each)[number]) => ({ bench, party, seats });
  const shared = parties.filter(({ members }) => members > 0).length > 1;
  const half = (of: number) => Math.floor(of / 2) + 1;
  return [
    {
      letter: 'a',
      told: each
        .filter(({ nearest, of, seats }) => shared && of > 1 && nearest >= of && seats < of)
        .map(told),
      notKept: benches.flatMap(({ seats }, bench) => (seats === 1 || !shared ? [bench] : [])),
    },
    {
      letter: 'b',
      told: each
        .filter(
          ({ party, nearest, of, seats }) => party === majority && nearest < half(of) && seats >= half(of),
        )
        .map(told),
      notKept:
        majority === -1
          ? []
          : benches.flatMap(({ seats }, bench) =>
              (filled[bench]?.[majority] ?? 0) * 2 > seats ? [] : [bench],
            ),
    },
    {
      letter: 'c',
      told: parties.flatMap((_, party) =>
        totals[party] === nearestWhole(totalShares[party])
          ? []
          : [{ bench: null, party, seats: totals[party] ?? 0 }],
      ),
      notKept: [],
    },
    {
      letter: 'd',
      told: each.filter(({ nearest, seats }) => nearest !== seats).map(told),
      notKept: [],
    },
  ];
}

function sameSeats(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((seats, index) => seats === other[index]);
}
