import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../../test/support/rounds.ts';
import { type Balance, calculateBalance } from './political-balance.rule.ts';
import { tablesToChoose } from './tables-to-choose.rule.ts';
import { deviationInDecimals, type Bench, type Party, shareInDecimals, shareInFull } from './shares.rule.ts';

/** April 2011 as the rules reference works it out: 73, 7, 3 and one who belongs to no group, of 84. */
const KENT = parties([73, 7, 3], 1);

function parties(groups: readonly number[], ungrouped: number): readonly Party[] {
  return [
    ...groups.map((members, index) => ({ name: `Group ${index + 1}`, members, isGroup: true })),
    ...(ungrouped === 0 ? [] : [{ name: 'No group', members: ungrouped, isGroup: false }]),
  ];
}

function benches(...seats: readonly number[]): readonly Bench[] {
  return seats.map((of, index) => ({ name: `Body ${index + 1}`, seats: of }));
}

function balance(of: readonly Party[], on: readonly Bench[], totals?: readonly number[]): Balance {
  const result = calculateBalance(of, on, totals);
  if (result.kind === 'cannot') throw new Error('No way to share the seats out');
  return result.balance;
}

describe('sharing out the seats of one body', () => {
  it.each([
    [8, ['6.952', '0.667', '0.286', '0.095'], [7, 1, 0, 0]],
    // The groups' nearest numbers leave one seat, which goes to the member of no group (reg 16), not to the largest remainder.
    [13, ['11.298', '1.083', '0.464', '0.155'], [11, 1, 0, 1]],
    [14, ['12.167', '1.167', '0.500', '0.167'], [12, 1, 1, 0]],
    // 2.607 would round to three, which (a) forbids.
    [3, ['2.607', '0.250', '0.107', '0.036'], [2, 1, 0, 0]],
  ])('gives the worked numbers of a body of %i', (seats, shares, held) => {
    const { shares: exact, seatsHeld } = balance(KENT, benches(seats));
    expect(exact[0]?.map((share) => shareInDecimals(share))).toEqual(shares);
    expect(seatsHeld).toEqual([held]);
  });

  it('says where (a) told, and the exact share behind it', () => {
    const { principles, shares } = balance(KENT, benches(3));
    expect(principles[0]).toEqual({
      letter: 'a',
      told: [{ bench: 0, party: 0, seats: 2 }],
      notKept: [],
    });
    expect(shareInFull(shares[0]?.[0] ?? fail())).toBe('73/28');
    expect(deviationInDecimals(2, shares[0]?.[0] ?? fail())).toBe('−0.607');
  });

  it('keeps a majority for the group that holds one, though the nearest number is half', () => {
    // 51 of 100 is 4.08 of 8: half, and (b) asks for more.
    const { seatsHeld, principles } = balance(parties([51, 49], 0), benches(8));
    expect(seatsHeld).toEqual([[5, 3]]);
    expect(principles[1]?.told).toEqual([{ bench: 0, party: 0, seats: 5 }]);
  });

  it.each([
    [[50, 50], 8, [4, 4]],
    [[50, 30, 20], 8, [4, 2, 2]],
  ])('gives no majority where nobody holds one: %j', (groups, seats, held) => {
    expect(balance(parties(groups, 0), benches(seats)).seatsHeld).toEqual([held]);
  });

  it('puts (a) before (b) on a body of two, and can keep neither on a body of one', () => {
    const two = balance(parties([60, 40], 0), benches(2));
    expect(two.seatsHeld).toEqual([[1, 1]]);
    expect(two.principles[1]?.notKept).toEqual([0]);
    const one = balance(parties([60, 40], 0), benches(1));
    expect(one.seatsHeld).toEqual([[1, 0]]);
    expect(one.principles[0]?.notKept).toEqual([0]);
  });

  it('gives everything to the one group where there is nobody else', () => {
    const { seatsHeld, principles } = balance(parties([40], 0), benches(5));
    expect(seatsHeld).toEqual([[5]]);
    expect(principles[0]?.notKept).toEqual([0]);
  });

  it('never gives one member two seats of a body', () => {
    // Four groups of 7 are due 2.414 each: two seats are left, and only one of them can go to one member.
    const { totals, otherTotals } = balance(parties([7, 7, 7, 7], 1), benches(10));
    expect(totals).toEqual([3, 2, 2, 2, 1]);
    expect(otherTotals).toEqual([
      [2, 3, 2, 2, 1],
      [2, 2, 3, 2, 1],
      [2, 2, 2, 3, 1],
    ]);
  });

  it('says that it cannot where a body has more seats than the council has members', () => {
    expect(calculateBalance(parties([3, 2], 0), benches(9)).kind).toBe('cannot');
  });
});

describe('sharing out the seats of several bodies', () => {
  it('gives the worked table of four bodies, 53 seats', () => {
    const { totals, totalShares, seatsHeld, otherTables, principles } = balance(KENT, benches(18, 14, 12, 9));
    expect(totalShares.map((share) => share.round(2).valueOf())).toEqual([46.06, 4.42, 1.89, 0.63]);
    expect(totals).toEqual([46, 4, 2, 1]);
    expect(seatsHeld).toEqual([
      [16, 1, 1, 0],
      [12, 1, 1, 0],
      [10, 1, 0, 1],
      [8, 1, 0, 0],
    ]);
    expect(otherTables).toEqual([]);
    // Nearest numbers of the first body are 16, 2 and 1: 19 seats of 18.
    expect(principles[3]?.told).toContainEqual({ bench: 0, party: 1, seats: 1 });
  });

  it('costs what the reference works out, and the cheapest of every table', () => {
    const { shares, seatsHeld } = balance(KENT, benches(18, 14, 12, 9));
    expect(costOf({ shares, seatsHeld }).toFixed(4)).toBe('2.1956');
  });

  it('lists tied totals, and takes the one the council chose', () => {
    // 7 seats, 3 + 3 of 6 members: 3.5 each.
    const tied = balance(parties([3, 3], 0), benches(4, 3));
    expect(tied.totals).toEqual([4, 3]);
    expect(tied.otherTotals).toEqual([[3, 4]]);
    const chosen = balance(parties([3, 3], 0), benches(4, 3), [3, 4]);
    expect(chosen.totals).toEqual([3, 4]);
    expect(chosen.otherTotals).toEqual([[4, 3]]);
  });

  it('offers a table for each of the tied totals, to choose from', () => {
    expect(tablesToChoose(balance(parties([3, 3], 0), benches(4, 3)))).toEqual([
      {
        seatsHeld: [
          [2, 2],
          [2, 1],
        ],
        totals: null,
      },
      {
        seatsHeld: [
          [2, 2],
          [1, 2],
        ],
        totals: [3, 4],
      },
    ]);
  });

  it('offers a table for each of the first eight other totals and for no more', () => {
    // One seat for nine or ten that are alike: the first gets it, and each of the others could as well.
    const offered = (groups: number) =>
      tablesToChoose(
        balance(
          parties(
            Array.from({ length: groups }, () => 1),
            0,
          ),
          benches(1),
        ),
      ).filter(({ totals }) => totals !== null).length;
    expect([offered(9), offered(10)]).toEqual([8, 8]);
    expect(
      balance(
        parties(
          Array.from({ length: 10 }, () => 1),
          0,
        ),
        benches(1),
      ).otherTotals,
    ).toHaveLength(9);
  });
  it('lists tied tables: which of two like bodies gets the odd seat', () => {
    const { seatsHeld, otherTables } = balance(parties([5, 5], 0), benches(3, 3));
    expect([seatsHeld, ...otherTables].map((table) => JSON.stringify(table)).toSorted()).toEqual([
      '[[1,2],[2,1]]',
      '[[2,1],[1,2]]',
    ]);
  });
});

const aCouncil = fc
  .record({
    groups: fc.array(fc.integer({ min: 2, max: 80 }), { minLength: 1, maxLength: 6 }),
    ungrouped: fc.integer({ min: 0, max: 6 }),
    seats: fc.array(fc.integer({ min: 2, max: 18 }), { minLength: 1, maxLength: 12 }),
  })
  .filter(({ groups, ungrouped, seats }) => {
    const all = [...groups, ungrouped];
    const council = all.reduce((sum, members) => sum + members, 0);
    return Math.max(...seats) <= council / 2 && all.filter((members) => members > 0).length > 1;
  });

describe('whatever the council', () => {
  it('keeps every sum, the majority, and never gives a body to one group alone', () => {
    fc.assert(
      fc.property(aCouncil, ({ groups, ungrouped, seats }) => {
        const all = parties(groups, ungrouped);
        const { seatsHeld, totals, majority } = balance(all, benches(...seats));
        expect(seatsHeld.map((row) => row.reduce((sum, held) => sum + held, 0))).toEqual(seats);
        expect(all.map((_, party) => seatsHeld.reduce((sum, row) => sum + (row[party] ?? 0), 0))).toEqual(
          totals,
        );
        for (const [bench, row] of seatsHeld.entries()) {
          const of = seats[bench] ?? 0;
          expect(Math.max(...row)).toBeLessThan(of);
          expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
          const ofMajority = majority === null || of <= 2 ? of : (row[majority] ?? 0);
          expect(ofMajority * 2).toBeGreaterThan(of);
        }
      }),
      { numRuns: rounds(300) },
    );
  });

  it('is as close as the closest of all tables of a small council, and finds every tie', () => {
    const small = fc.record({
      groups: fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 2, maxLength: 3 }),
      seats: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(small, ({ groups, seats }) => {
        const result = calculateBalance(parties(groups, 0), benches(...seats));
        if (result.kind === 'cannot') return fc.pre(false);
        const { balance: found } = result;
        const every = tables(found);
        const least = Math.min(...every.map((table) => costOf({ shares: found.shares, seatsHeld: table })));
        expect(costOf(found)).toBeCloseTo(least, 9);
        const best = every.filter(
          (table) => Math.abs(costOf({ shares: found.shares, seatsHeld: table }) - least) < 1e-9,
        );
        const listed = [found.seatsHeld, ...found.otherTables].map((table) => JSON.stringify(table));
        expect(new Set(listed).size).toBe(listed.length);
        fc.pre(best.length <= 20);
        expect(listed.toSorted()).toEqual(best.map((table) => JSON.stringify(table)).toSorted());
      }),
      { numRuns: rounds(200) },
    );
  });
});

/** The sum over all cells of (held − share)². */
function costOf({ shares, seatsHeld }: Pick<Balance, 'shares' | 'seatsHeld'>): number {
  return seatsHeld
    .flatMap((row, bench) => row.map((held, party) => (held - (shares[bench]?.[party]?.valueOf() ?? 0)) ** 2))
    .reduce((sum, cost) => sum + cost, 0);
}

/** Every table that keeps the sums of one that was calculated, (a) and (b), by trying all. */
function tables({ benches: rows, parties: columns, totals, majority }: Balance): number[][][] {
  const rowsOf = (seats: number): number[][] => {
    const fill = (left: number, place: number): number[][] =>
      place === columns.length
        ? left === 0
          ? [[]]
          : []
        : Array.from({ length: left + 1 }, (_, held) => held).flatMap((held) =>
            held > (columns[place]?.members ?? 0) || held === seats
              ? []
              : fill(left - held, place + 1).map((rest) => [held, ...rest]),
          );
    const need = Math.min(Math.floor(seats / 2) + 1, seats - 1);
    return fill(seats, 0).filter((row) => majority === null || (row[majority] ?? 0) >= need);
  };
  return rows
    .reduce<number[][][]>(
      (before, { seats }) => before.flatMap((table) => rowsOf(seats).map((row) => [...table, row])),
      [[]],
    )
    .filter((table) =>
      totals.every((total, party) => table.reduce((sum, row) => sum + (row[party] ?? 0), 0) === total),
    );
}

function fail(): never {
  throw new Error('Nothing there');
}
