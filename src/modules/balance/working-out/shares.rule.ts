import { Fraction } from 'fraction.js';

/**
 * The members of the council who share out seats together: one political group, or all who belong to none. Numbers are
 * whole; nothing in the calculation is a decimal fraction until it is printed.
 */
export interface Party {
  readonly name: string;
  readonly members: number;
  /** Whether it is a group within the Regulations; those who belong to none get what groups' shares leave (reg 16). */
  readonly isGroup: boolean;
}

/** A committee or sub-committee to which seats are shared out. */
export interface Bench {
  readonly name: string;
  readonly seats: number;
}

/** The exact share: members / council × seats (Local Government and Housing Act 1989 s.15(5)(c), (d)). */
export function exactShare(members: number, council: number, seats: number): Fraction {
  return council === 0 ? new Fraction(0) : new Fraction(members * seats, council);
}

/**
 * What one more seat would cost in closeness, where somebody holds `held` of `seats`: the growth of (held − share)², times
 * the council's size to stay whole. It grows with every seat, which is what makes giving the next seat to the cheapest exact.
 */
export function costOfNextSeat(
  { members, council, seats }: { readonly members: number; readonly council: number; readonly seats: number },
  held: number,
): number {
  return council * (2 * held + 1) - 2 * members * seats;
}

/** Half up, as seats are rounded; nothing where there is no share. */
export function nearestWhole(share: Fraction | undefined): number {
  return share === undefined ? 0 : share.add(1, 2).floor().valueOf();
}

/** A share as people read it: to three places, half up. */
export function shareInDecimals(share: Fraction): string {
  return share.round(3).valueOf().toFixed(3);
}

/** A share as it is: `146/21`, or `7` where it is whole. */
export function shareInFull(share: Fraction): string {
  return share.toFraction();
}

/** What is held less what is due, with its sign: `+0.048`, `−0.286`. */
export function deviationInDecimals(held: number, share: Fraction): string {
  const deviation = new Fraction(held).sub(share).round(3).valueOf();
  if (deviation === 0) return '0.000';
  return `${deviation < 0 ? '−' : '+'}${Math.abs(deviation).toFixed(3)}`;
}
