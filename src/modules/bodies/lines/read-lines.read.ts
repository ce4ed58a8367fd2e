import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Line } from './lines.rule.ts';
import type { Relation } from '../sayings/body-words.shape.ts';
import { dayOf, saidOf } from '../sayings/said-columns.read.ts';

export interface LinesWanted {
  /** Lines from or to this body. */
  readonly bodyId?: number;
  readonly on?: PlainDay;
}

/** Lines between bodies that count still, both ends of which may be known to whoever asks. */
export async function readLines(db: Db, wanted: LinesWanted = {}): Promise<readonly Line[]> {
  let query = db
    .selectFrom('bodies.line')
    .selectAll()
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .orderBy('id');
  const { bodyId, on } = wanted;
  if (bodyId !== undefined)
    query = query.where((where) => where.or([where('from_id', '=', bodyId), where('to_id', '=', bodyId)]));
  if (on !== undefined)
    query = query
      .where((where) => where(where.fn.coalesce('from_day', 'stated_on'), '<=', on))
      .where((where) => where.or([where('until', 'is', null), where('until', '>=', on)]));
  return (await query.execute()).map((row) => ({
    ...saidOf(row),
    id: row.id,
    fromId: row.from_id,
    toId: row.to_id,
    relation: row.relation as Relation,
    detail: row.detail,
    from: dayOf(row.from_day),
    until: dayOf(row.until),
  }));
}
