import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Ground, isRole, type Thing } from '../../identity/index.ts';

/** A role that went with a post on a day. */
export interface PostRole {
  readonly postId: number;
  readonly role: string;
  readonly from: PlainDay;
  readonly to: PlainDay | null;
}

/** What was given to people themselves on a day, and what to posts. */
export interface RecordedGrounds {
  readonly own: readonly { readonly personId: number; readonly ground: Ground }[];
  readonly ofPosts: readonly PostRole[];
}

interface RoleRow {
  readonly role: string;
  readonly personId: number | null;
  readonly postId: number | null;
  readonly from: PlainDay;
  readonly to: PlainDay | null;
}

interface ThingRow {
  readonly kind: 'need-to-know' | 'interest';
  readonly personId: number;
  readonly thing: Thing;
  readonly from: PlainDay;
  readonly to: PlainDay | null;
}

/**
 * Roles, needs to know and interests that counted on a day, by the rows that were in force then. The row that says that one
 * was stopped never counts itself: the one it replaced counts until that moment.
 */
export async function recordedGrounds(
  db: Db,
  day: PlainDay,
  at: 'now' | 'that-day',
): Promise<RecordedGrounds> {
  const begins = startOf(day, 0);
  const ends = startOf(day, 1);
  const itsDays = sql<boolean>`stopped_at is null and from_day <= ${day}::date and (to_day is null or ${day}::date <= to_day)`;
  const opens =
    at === 'now'
      ? sql<boolean>`${itsDays} and replaced_at is null`
      : sql<boolean>`${itsDays} and recorded_at < ${ends} and (replaced_at is null or replaced_at >= ${begins})`;
  const shuts =
    at === 'now'
      ? opens
      : sql<boolean>`${itsDays} and recorded_at < ${begins} and (replaced_at is null or replaced_at >= ${ends})`;
  const thing = sql`person_id as "personId", json_build_object('kind', thing_kind, 'ref', thing_ref) as thing,
    from_day as from, to_day as to`;
  const [roles, things] = await Promise.all([
    sql<RoleRow>`select role, person_id as "personId", post_id as "postId", from_day as from, to_day as to
      from access.role_grant where ${opens} order by id`.execute(db),
    sql<ThingRow>`
      (select 'need-to-know' as kind, ${thing} from access.need_to_know where ${opens} order by id)
      union all
      (select 'interest', ${thing} from access.interest where ${shuts} order by id)`.execute(db),
  ]);
  return {
    own: [
      ...roles.rows.flatMap(({ personId, role, from, to }) =>
        personId === null || !isRole(role)
          ? []
          : [{ personId, ground: { kind: 'role' as const, role, throughPost: null, from, to } }],
      ),
      ...things.rows.map(({ personId, ...ground }) => ({ personId, ground })),
    ],
    ofPosts: roles.rows.flatMap(({ postId, role, from, to }) =>
      postId === null ? [] : [{ postId, role, from, to }],
    ),
  };
}

/** Midnight in London, which in summer is 23:00 the day before by UTC. */
function startOf(day: PlainDay, later: number) {
  return sql<Date>`(${day}::date + ${later}::int)::timestamp at time zone 'Europe/London'`;
}
