import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { groupedBy } from '../../../platform/grouped-by.ts';
import { postTimeline } from '../holdings/post-timeline.rule.ts';
import { type Holder, holdersOfPosts } from '../holdings/holders-on.read.ts';
import { readHoldings } from '../holdings/read-holdings.read.ts';

export interface PostRow {
  readonly id: number;
  readonly title: string;
  readonly organisation: string | null;
  readonly holders: readonly Holder[];
  /** Where nobody held it: whether it is known to have been vacant. */
  readonly isVacant: boolean;
}

interface FoundPost {
  readonly id: number;
  readonly title: string;
  readonly organisation: string | null;
}

/** Posts whose title or organisation has all the words, by title. */
export async function findPosts(db: Db, search: string): Promise<readonly FoundPost[]> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  let query = db
    .selectFrom('identity.post as post')
    .leftJoin('identity.organisation as organisation', 'organisation.id', 'post.organisation_id')
    .select(['post.id', 'post.title', 'organisation.name as organisation'])
    .orderBy(sql`lower(post.title)`)
    .orderBy('post.id');
  for (const word of words)
    query = query.where(
      sql<string>`lower(post.title || ' ' || coalesce(organisation.name, ''))`,
      'like',
      `%${word.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`,
    );
  return query.execute();
}

/** Posts with who held each on a day; ask for one page of them. */
export async function withHolders(
  db: Db,
  posts: readonly FoundPost[],
  day: PlainDay,
): Promise<readonly PostRow[]> {
  const postIds = posts.map(({ id }) => id);
  const holders = groupedBy(await holdersOfPosts(db, postIds, day), ({ postId }) => postId);
  const holdings = groupedBy(await readHoldings(db, { postIds }), ({ postId }) => postId);
  return posts.map((post) => ({
    ...post,
    holders: holders.get(post.id) ?? [],
    isVacant: postTimeline(holdings.get(post.id) ?? []).some(
      (stretch) =>
        stretch.kind === 'vacant' && stretch.from <= day && (stretch.to === null || day <= stretch.to),
    ),
  }));
}
