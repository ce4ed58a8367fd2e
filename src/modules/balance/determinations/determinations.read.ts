import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Occasion, SharedOut } from './determination.rule.ts';

/** How the council shared seats out once. */
export interface Determination {
  readonly id: number;
  readonly determinedOn: PlainDay;
  readonly occasion: Occasion;
  readonly sharedOut: SharedOut;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly source: string;
  readonly statedOn: PlainDay;
}

/** How the council shared seats out up to a day, the latest first. */
export async function determinationsUpTo(db: Db, day: PlainDay): Promise<readonly Determination[]> {
  const rows = await db
    .selectFrom('balance.determination')
    .selectAll()
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .where('determined_on', '<=', day)
    .orderBy('determined_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    determinedOn: row.determined_on as PlainDay,
    occasion: row.occasion as Occasion,
    sharedOut: SharedOut.parse(row.shared_out),
    votesFor: row.votes_for,
    votesAgainst: row.votes_against,
    source: row.source,
    statedOn: row.stated_on as PlainDay,
  }));
}
