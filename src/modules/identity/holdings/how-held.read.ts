import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

export interface HowHeld {
  readonly interim: boolean;
  readonly jobShare: boolean;
  /** Others that the same paper names in the same post. */
  readonly sharedWith: readonly string[];
}

/**
 * How a person holds a post on a day, as the newest paper of that day or before that names them in it says; of several
 * statements of one day the last made counts. Null where no paper does.
 */
export async function howHeld(
  db: Db,
  personId: number,
  postId: number,
  day: PlainDay,
): Promise<HowHeld | null> {
  const statement = await db
    .selectFrom('identity.statement')
    .select(['interim', 'job_share as jobShare', 'stated_on as statedOn'])
    .where('person_id', '=', personId)
    .where('post_id', '=', postId)
    .where('stated_on', '<=', day)
    .orderBy('stated_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (statement === undefined) return null;
  const { interim, jobShare, statedOn } = statement;
  const others = await db
    .selectFrom('identity.statement')
    .select('name_as_printed as name')
    .distinct()
    .where('post_id', '=', postId)
    .where('person_id', '<>', personId)
    .where('stated_on', '=', statedOn)
    .orderBy('name')
    .execute();
  return { interim, jobShare, sharedWith: others.map(({ name }) => name) };
}
