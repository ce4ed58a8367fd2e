import { type Balance, calculateBalance } from './political-balance.rule.ts';

/** A whole table that the council may determine: as calculated, or exactly as close. */
export interface TableToChoose {
  readonly seatsHeld: readonly (readonly number[])[];
  /** The totals of the parties, where they are others than the calculated ones. */
  readonly totals: readonly number[] | null;
}

/** Tables of other totals are worked out anew, each: so many are offered. */
const MOST_OTHER_TOTALS = 8;

/** What the council may choose from: the calculated table, those with the same totals, and one for each of the other totals. */
export function tablesToChoose(balance: Balance): readonly TableToChoose[] {
  const { parties, benches } = balance;
  const ofOtherTotals = balance.otherTotals.slice(0, MOST_OTHER_TOTALS).flatMap((totals): TableToChoose[] => {
    const result = calculateBalance(parties, benches, totals);
    return result.kind === 'cannot' ? [] : [{ seatsHeld: result.balance.seatsHeld, totals }];
  });
  return [
    ...[balance.seatsHeld, ...balance.otherTables].map((seatsHeld) => ({ seatsHeld, totals: null })),
    ...ofOtherTotals,
  ];
}
