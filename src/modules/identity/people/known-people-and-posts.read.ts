import type { Db, Tx } from '../../../platform/db/index.ts';
import { isInitial } from '../names/name.rule.ts';
import { parseName } from '../names/parse-name.rule.ts';

/** A post by its exact title, the oldest where several organisations have one; undefined where there is none. */
export async function postNamed(db: Db, title: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('identity.post')
    .select('id')
    .where('title', '=', title)
    .orderBy('id')
    .executeTakeFirst();
  return row?.id;
}

/** What posts are called, by their numbers. */
export async function postTitles(db: Db, postIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (postIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('identity.post')
    .select(['id', 'title'])
    .where('id', 'in', postIds)
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Whether there is such a person. */
export async function isPerson(db: Db, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('identity.person')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Locks a person, or a post, until the transaction ends, so that two changes of what is tied to it come one after the
 * other. False where there is none.
 */
export async function lockWhom(
  tx: Tx,
  whom: { readonly personId: number } | { readonly postId: number },
): Promise<boolean> {
  const found =
    'personId' in whom
      ? await tx
          .selectFrom('identity.person')
          .select('id')
          .where('id', '=', whom.personId)
          .forUpdate()
          .executeTakeFirst()
      : await tx
          .selectFrom('identity.post')
          .select('id')
          .where('id', '=', whom.postId)
          .forUpdate()
          .executeTakeFirst();
  return found !== undefined;
}

/**
 * The one person whose recorded name is this one in full, with at least one forename written out; undefined where there is
 * none, or there are several. Only for whoever knows that the papers they take in mean one person by one full name.
 */
export async function personNamedInFull(db: Db, printed: string): Promise<number | undefined> {
  const name = parseName(printed);
  if (name === null || name.forenames.every(isInitial)) return undefined;
  const { forenames, surname } = name;
  const rows = await db
    .selectFrom('identity.person_name')
    .select('person_id')
    .distinct()
    .where('replaced_at', 'is', null)
    .where('surname', '=', surname)
    .where('forenames', '=', forenames.join(' '))
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]?.person_id : undefined;
}
