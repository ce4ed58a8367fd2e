import { Fraction } from 'fraction.js';
import { describe, expect, it } from 'vitest';
import {
  costOfNextSeat,
  deviationInDecimals,
  exactShare,
  nearestWhole,
  shareInDecimals,
  shareInFull,
} from './shares.rule.ts';

describe('an exact share', () => {
  it.each([
    [73, 84, 8, '146/21', '6.952'],
    [7, 84, 12, '1', '1.000'],
    [1, 3, 1, '1/3', '0.333'],
    [2, 3, 1, '2/3', '0.667'],
    // Half a thousandth is rounded up, and what is less than half is not.
    [1, 2000, 1, '1/2000', '0.001'],
    [1, 2001, 1, '1/2001', '0.000'],
    [0, 84, 8, '0', '0.000'],
    // A council without members shares nothing out.
    [0, 0, 8, '0', '0.000'],
  ])('of %i of %i in %i seats is %s, as people read it %s', (members, council, seats, full, decimals) => {
    const share = exactShare(members, council, seats);
    expect([shareInFull(share), shareInDecimals(share)]).toEqual([full, decimals]);
  });

  it.each([
    [[0, 1], 0],
    [[49, 100], 0],
    [[1, 2], 1],
    [[149, 100], 1],
    [[3, 2], 2],
    [[7, 1], 7],
  ] as const)('%j is %i seats, half up', ([of, parts], seats) => {
    expect(nearestWhole(new Fraction(of, parts))).toBe(seats);
  });

  it('is no seat where there is no share', () => {
    expect(nearestWhole(undefined)).toBe(0);
  });
});

describe('the cost of one more seat', () => {
  it.each([
    [73, 84, 8, 0],
    [73, 84, 8, 6],
    [73, 84, 8, 7],
    [1, 3, 2, 0],
    [1, 3, 2, 1],
  ])(
    'of %i of %i in %i seats, beside %i held, is what the square of the difference grows by',
    (members, council, seats, held) => {
      const off = (of: number) => (of * council - members * seats) ** 2 / council;
      expect(costOfNextSeat({ members, council, seats }, held)).toBeCloseTo(off(held + 1) - off(held), 8);
    },
  );
});

describe('what is held less what is due', () => {
  it.each([
    [7, new Fraction(146, 21), '+0.048'],
    [0, new Fraction(2, 7), '−0.286'],
    [7, new Fraction(7), '0.000'],
    // Half a thousandth goes up, whichever side it is on.
    [1, new Fraction(2001, 2000), '0.000'],
    [1, new Fraction(20011, 20000), '−0.001'],
    [1, new Fraction(1999, 2000), '+0.001'],
    // Less than half a thousandth is nothing, and has no sign.
    [1, new Fraction(4001, 4000), '0.000'],
    [1, new Fraction(3999, 4000), '0.000'],
    [3, new Fraction(1), '+2.000'],
    [0, new Fraction(1), '−1.000'],
  ])('%i held and %s due is %s', (held, share, deviation) => {
    expect(deviationInDecimals(held, share)).toBe(deviation);
  });
});
