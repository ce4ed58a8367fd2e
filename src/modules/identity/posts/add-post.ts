import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Holders } from '../holdings/holding.rule.ts';
import { postAdded } from '../events.ts';

export interface PostToAdd {
  readonly title: string;
  /** The organisation it belongs to, made where it is new; null for the council's own. */
  readonly organisation: string | null;
  readonly holders: Holders;
}

export type AddPost =
  | { readonly kind: 'added'; readonly postId: number }
  | { readonly kind: 'there-already'; readonly postId: number };

/** Adds a post. An organisation has one post of a title. */
export async function addPost(
  tx: Tx,
  actor: Actor,
  { title, organisation, holders }: PostToAdd,
): Promise<AddPost> {
  const organisationId = organisation === null ? null : await organisationByName(tx, organisation);
  const made = await tx
    .insertInto('identity.post')
    .values({ title, organisation_id: organisationId, holders })
    .onConflict((conflict) => conflict.constraint('post_title_in_organisation').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) {
    const { id } = await tx
      .selectFrom('identity.post')
      .select('id')
      .where('title', '=', title)
      .where('organisation_id', 'is not distinct from', organisationId)
      .executeTakeFirstOrThrow();
    return { kind: 'there-already', postId: id };
  }
  await recordEvent(tx, actor, postAdded(String(made.id), { title, holders }));
  return { kind: 'added', postId: made.id };
}

async function organisationByName(tx: Tx, name: string): Promise<number> {
  await tx
    .insertInto('identity.organisation')
    .values({ name })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('identity.organisation')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
}
