import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Said } from './said.rule.ts';
import type { Weight } from './body-words.shape.ts';

/** The columns that every dated fact of this module has, as the database gives them. */
interface SaidRow {
  readonly weight: string;
  readonly source: string;
  readonly stated_on: string;
  readonly place: string | null;
  readonly change: string;
}

/** Who says so, from a row. */
export function saidOf(row: SaidRow): Said {
  return {
    weight: row.weight as Weight,
    source: row.source,
    statedOn: row.stated_on as PlainDay,
    place: row.place,
    byPaper: row.change === 'stated',
  };
}

/** A day of a row that may be without one. */
export function dayOf(day: string | null): PlainDay | null {
  return day as PlainDay | null;
}
