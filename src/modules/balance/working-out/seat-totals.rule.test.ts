import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Party } from './shares.rule.ts';
import { type Bounds, MOST_ALTERNATIVES, shareOutSeats } from './seat-totals.rule.ts';

const group = (members: number): Party => ({ name: `Group of ${members}`, members, isGroup: true });
const inNone = (members: number): Party => ({ name: 'No group', members, isGroup: false });
const free = (parties: readonly Party[], seats: number): readonly Bounds[] =>
  parties.map(() => ({ least: 0, most: seats }));

/** Every way to give seats out within bounds. */
function everyWay(seats: number, [first, ...rest]: readonly Bounds[]): readonly (readonly number[])[] {
  if (first === undefined) return seats === 0 ? [[]] : [];
  return Array.from({ length: Math.max(0, first.most - first.least + 1) }, (_, more) => first.least + more)
    .filter((held) => held <= seats)
    .flatMap((held) => everyWay(seats - held, rest).map((others) => [held, ...others]));
}

/** How far from the exact shares, in whole numbers: every difference times the council's size. */
function distance(parties: readonly Party[], seats: number, totals: readonly number[]): number {
  const council = parties.reduce((sum, { members }) => sum + members, 0);
  return parties.reduce(
    (sum, { members }, index) => sum + ((totals[index] ?? 0) * council - members * seats) ** 2,
    0,
  );
}

const inOrder = (ways: readonly (readonly number[])[]) => ways.map((way) => way.join()).toSorted();

describe('how many of all seats each group gets', () => {
  const bound = fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }))
    .map(([least, more]): Bounds => ({ least, most: least + more }));
  const asked = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), bound), { minLength: 1, maxLength: 4 })
    .chain((groups) => fc.tuple(fc.constant(groups), fc.integer({ min: 0, max: 9 })));

  it('is the nearest of every way within the bounds, with each other way that is exactly as near', () => {
    fc.assert(
      fc.property(asked, ([groups, seats]) => {
        const parties = groups.map(([members]) => group(members));
        const bounds = groups.map(([, of]) => of);
        const ways = everyWay(seats, bounds);
        const nearest = Math.min(...ways.map((way) => distance(parties, seats, way)));
        const best = ways.filter((way) => distance(parties, seats, way) === nearest);
        const result = shareOutSeats(parties, seats, bounds);
        const found = result === null ? [] : [result.totals, ...result.alternatives];
        expect(inOrder(found)).toEqual(inOrder(best));
      }),
    );
  });

  it('lists so many other ways and no more, and every one of as many', () => {
    const eight = Array.from({ length: 8 }, () => group(1));
    // 70 ways to choose 4 of 8; of 7 and one more there are 28, with 3 of 6 there are 20.
    const others = (groups: number, seats: number) => {
      const parties = eight.slice(0, groups);
      return shareOutSeats(parties, seats, free(parties, seats))?.alternatives.length;
    };
    expect(MOST_ALTERNATIVES).toBe(24);
    expect([others(8, 4), others(8, 2), others(6, 3), others(8, 8)]).toEqual([24, 24, 19, 0]);
  });
});

describe('what those in no group get (SI 1990/1553 reg 16)', () => {
  it.each<[string, readonly Party[], number, readonly Bounds[], readonly number[] | null]>([
    [
      'what the groups’ nearest numbers leave',
      [group(73), group(7), group(3), inNone(1)],
      13,
      [],
      [11, 1, 0, 1],
    ],
    ['nothing where they leave nothing', [group(73), group(7), group(3), inNone(1)], 14, [], [12, 1, 1, 0]],
    [
      'no more than may be theirs',
      [group(3), group(3), group(3), inNone(1)],
      4,
      [
        { least: 0, most: 4 },
        { least: 0, most: 4 },
        { least: 0, most: 4 },
        { least: 0, most: 0 },
      ],
      [2, 1, 1, 0],
    ],
    [
      'no fewer than must be theirs',
      [group(9), inNone(1)],
      3,
      [
        { least: 0, most: 3 },
        { least: 1, most: 1 },
      ],
      [2, 1],
    ],
    [
      'more where the groups may have no more',
      [group(5), inNone(5)],
      4,
      [
        { least: 0, most: 1 },
        { least: 0, most: 5 },
      ],
      [1, 3],
    ],
    // Wherever they stand among the parties, and where there are none of them nothing is kept for them.
    ['and are found wherever they stand', [inNone(1), group(73), group(7), group(3)], 13, [], [1, 11, 1, 0]],
    ['and get nothing where there are none', [group(1), group(1), group(1), inNone(0)], 1, [], [1, 0, 0, 0]],
    [
      'and no way is no way',
      [group(9), inNone(1)],
      3,
      [
        { least: 2, most: 2 },
        { least: 0, most: 0 },
      ],
      null,
    ],
  ])('%s', (_, parties, seats, bounds, totals) => {
    const within = bounds.length === 0 ? free(parties, seats) : bounds;
    expect(shareOutSeats(parties, seats, within)?.totals ?? null).toEqual(totals);
  });
});
