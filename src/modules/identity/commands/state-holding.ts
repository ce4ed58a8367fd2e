import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

/** One line of a paper that says who holds a post. */
export interface StatedHolding {
  readonly name: string;
  readonly jobTitle: string;
  readonly interim: boolean;
  readonly jobShare: boolean;
  /** The day of the paper, and the paper. */
  readonly statedOn: PlainDay;
  readonly source: string;
}

export interface HoldingIds {
  readonly personId: number;
  readonly postId: number;
}

/**
 * Records that a paper names a person as the holder of a post on a day, and makes the person and the post where they
 * are new. The person is taken to be the same only where the very same name already holds the very same post: two
 * people may share a name, and nothing here decides that they are one.
 */
export async function stateHolding(tx: Tx, stated: StatedHolding): Promise<HoldingIds> {
  const postId = await postByTitle(tx, stated.jobTitle);
  const personId = await personInPost(tx, stated.name, postId);
  await tx
    .insertInto('identity.holding')
    .values({
      post_id: postId,
      person_id: personId,
      interim: stated.interim,
      job_share: stated.jobShare,
      stated_on: stated.statedOn,
      source: stated.source,
    })
    .onConflict((conflict) => conflict.columns(['post_id', 'person_id', 'stated_on']).doNothing())
    .execute();
  return { personId, postId };
}

async function postByTitle(tx: Tx, title: string): Promise<number> {
  await tx
    .insertInto('identity.post')
    .values({ title })
    .onConflict((conflict) => conflict.column('title').doNothing())
    .execute();
  const post = await tx
    .selectFrom('identity.post')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return post.id;
}

async function personInPost(tx: Tx, name: string, postId: number): Promise<number> {
  const known = await tx
    .selectFrom('identity.person as person')
    .innerJoin('identity.holding as holding', 'holding.person_id', 'person.id')
    .select('person.id')
    .where('person.name', '=', name)
    .where('holding.post_id', '=', postId)
    .orderBy('person.id')
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const made = await tx
    .insertInto('identity.person')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}
