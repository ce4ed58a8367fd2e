import type { Db } from '../../../platform/db/index.ts';

export interface HowHeld {
  readonly interim: boolean;
  readonly jobShare: boolean;
  /** Others that papers name in the same post. */
  readonly sharedWith: readonly string[];
}

/** How a person holds a post, as the newest paper that names them in it says; null where none does. */
export async function howHeld(db: Db, personId: number, postId: number): Promise<HowHeld | null> {
  const holding = await db
    .selectFrom('identity.holding')
    .select(['interim', 'job_share as jobShare'])
    .where('person_id', '=', personId)
    .where('post_id', '=', postId)
    .orderBy('stated_on', 'desc')
    .executeTakeFirst();
  if (holding === undefined) return null;
  const others = await db
    .selectFrom('identity.holding as holding')
    .innerJoin('identity.person as person', 'person.id', 'holding.person_id')
    .select('person.name')
    .distinct()
    .where('holding.post_id', '=', postId)
    .where('holding.person_id', '<>', personId)
    .orderBy('person.name')
    .execute();
  return { ...holding, sharedWith: others.map(({ name }) => name) };
}
