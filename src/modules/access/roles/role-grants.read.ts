import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { isRole, namesOn, postTitles, ROLE_WORDS } from '../../identity/index.ts';

/** A role that was given, as pages about roles show it. */
export interface ShownGrant {
  readonly id: number;
  readonly role: string;
  readonly roleName: string;
  readonly person: { readonly id: number; readonly name: string } | null;
  readonly post: { readonly id: number; readonly title: string } | null;
  readonly from: PlainDay;
  readonly until: PlainDay | null;
  readonly stoppedAt: Date | null;
  readonly source: string;
  readonly givenBy: string;
  readonly reason: string | null;
  /** Whether it holds on the day, has yet to begin, or is over. */
  readonly state: 'held' | 'to come' | 'over';
}

/** Roles as last recorded: of one person, of the posts they hold, of one post, or all. Those held first, then by role. */
export async function roleGrants(
  db: Db,
  day: PlainDay,
  of: {
    readonly personId?: number;
    readonly postId?: number;
    readonly throughPostsOf?: number;
    /** One by its number, also where another has replaced it. */
    readonly grantId?: number;
  } = {},
): Promise<readonly ShownGrant[]> {
  let query = db
    .selectFrom('access.role_grant as grant')
    .select(['grant.id', 'role', 'person_id', 'post_id', 'from_day', 'to_day', 'stopped_at'])
    .select(['source', 'given_by', 'reason'])
    .$if(of.grantId === undefined, (query) => query.where('replaced_at', 'is', null));
  if (of.grantId !== undefined) query = query.where('grant.id', '=', of.grantId);
  if (of.personId !== undefined) query = query.where('person_id', '=', of.personId);
  if (of.postId !== undefined) query = query.where('post_id', '=', of.postId);
  if (of.throughPostsOf !== undefined)
    query = query.where(
      sql<boolean>`post_id in (select post_id from access.posts_of(${of.throughPostsOf})
        where from_day <= ${day}::date and (to_day is null or ${day}::date <= to_day))`,
    );
  const rows = await query.orderBy('grant.id').execute();
  const nameOf = await namesOn(
    db,
    rows.flatMap(({ person_id: id }) => (id === null ? [] : [id])),
    day,
  );
  const titles = await postTitles(
    db,
    rows.flatMap(({ post_id: id }) => (id === null ? [] : [id])),
  );
  return rows
    .map((row): ShownGrant => ({
      id: row.id,
      role: row.role,
      roleName: isRole(row.role) ? ROLE_WORDS[row.role].name : row.role,
      person: row.person_id === null ? null : { id: row.person_id, name: nameOf(row.person_id) },
      post: row.post_id === null ? null : { id: row.post_id, title: titles.get(row.post_id) ?? '' },
      from: row.from_day as PlainDay,
      until: row.to_day as PlainDay | null,
      stoppedAt: row.stopped_at,
      source: row.source,
      givenBy: row.given_by,
      reason: row.reason,
      state:
        row.stopped_at !== null || (row.to_day !== null && row.to_day < day)
          ? 'over'
          : row.from_day > day
            ? 'to come'
            : 'held',
    }))
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        a.roleName.localeCompare(b.roleName, 'en-GB') ||
        (a.person?.name ?? a.post?.title ?? '').localeCompare(b.person?.name ?? b.post?.title ?? '', 'en-GB'),
    );
}

const ORDER: readonly ShownGrant['state'][] = ['held', 'to come', 'over'];
