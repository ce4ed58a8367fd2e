import type { Db } from '../../../platform/db/index.ts';

export interface NamedPost {
  readonly id: number;
  readonly title: string;
  /** Whether it is of the council itself; another organisation may have a post of the same title. */
  readonly ofCouncil: boolean;
}

/** What these posts are called, in the order of their numbers. */
export async function postsById(db: Db, postIds: readonly number[]): Promise<readonly NamedPost[]> {
  if (postIds.length === 0) return [];
  const rows = await db
    .selectFrom('identity.post')
    .select(['id', 'title', 'organisation_id'])
    .where('id', 'in', [...new Set(postIds)])
    .orderBy('id')
    .execute();
  return rows.map(({ id, title, organisation_id }) => ({ id, title, ofCouncil: organisation_id === null }));
}
