import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

/** Days on which bodies were set up, renamed, merged or ended, with how many; the latest few, in order. */
export async function turningDays(
  db: Db,
  today: PlainDay,
): Promise<readonly { readonly day: PlainDay; readonly bodies: number }[]> {
  const rows = await db
    .selectFrom('bodies.event')
    .select(['day'])
    .select((select) => select.fn.count<number>('body_id').distinct().as('bodies'))
    .where('day', 'is not', null)
    .where('day', '<=', today)
    .where('exactness', '=', 'day')
    .where('weight', '<>', 'proposed')
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .where('kind', 'in', [
      'set-up',
      'renamed',
      'merged',
      'dissolved',
      'revived',
      'replaced',
      'first-met',
      'last-met',
    ])
    .groupBy('day')
    .orderBy('day', 'desc')
    .limit(6)
    .execute();
  return rows
    .flatMap(({ day, bodies }) => (day === null ? [] : [{ day: day as PlainDay, bodies }]))
    .toReversed();
}
