import type { Db } from '../../../platform/db/index.ts';

export interface HowHeld {
  readonly interim: boolean;
  readonly jobShare: boolean;
  /** Others that papers name in the same post. */
  readonly sharedWith: readonly string[];
}

/** How a person holds a post, as the newest paper that names them in it says; null where none does. */
export async function howHeld(db: Db, personId: number, postId: number): Promise<HowHeld | null> {
  const statement = await db
    .selectFrom('identity.statement')
    .select(['interim', 'job_share as jobShare'])
    .where('person_id', '=', personId)
    .where('post_id', '=', postId)
    .orderBy('stated_on', 'desc')
    .executeTakeFirst();
  if (statement === undefined) return null;
  const others = await db
    .selectFrom('identity.statement')
    .select('name_as_printed as name')
    .distinct()
    .where('post_id', '=', postId)
    .where('person_id', '<>', personId)
    .orderBy('name')
    .execute();
  return { ...statement, sharedWith: others.map(({ name }) => name) };
}
