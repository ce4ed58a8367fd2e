import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { parsePlainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { lockWhom, mayGoWithPost, type Role } from '../../identity/index.ts';
import { roleEnded, roleGiven } from '../events.ts';
import { administratorsLeft, lockAdministrators } from './lock-administrators.write.ts';

export interface RoleToGive {
  readonly role: Role;
  readonly to: { readonly personId: number } | { readonly postId: number };
  readonly from: PlainDay;
  readonly until: PlainDay | null;
  /** Who decided it: minutes, a letter. */
  readonly source: string;
  readonly givenBy: 'person' | 'provider' | 'set-up' | 'sample';
}

export type GiveRole =
  | { readonly kind: 'given'; readonly grantId: number }
  /** The same role, to the same person or post, on some of the same days. */
  | { readonly kind: 'given-already'; readonly from: PlainDay; readonly until: PlainDay | null }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'not-with-a-post' }
  | { readonly kind: 'no-such-person-or-post' };

/** Gives a role to a person, or to whoever holds a post, from and to a day. */
export async function giveRole(tx: Tx, actor: Actor, give: RoleToGive): Promise<GiveRole> {
  const { role, to, from, until, source, givenBy } = give;
  if (until !== null && until < from) return { kind: 'ends-before-it-begins' };
  if ('postId' in to && !mayGoWithPost(role)) return { kind: 'not-with-a-post' };
  const [personId, postId] = 'personId' in to ? [to.personId, null] : [null, to.postId];
  // Locked, so that two who give the same role at once are told of each other.
  if (!(await lockWhom(tx, to))) return { kind: 'no-such-person-or-post' };
  const before = await tx
    .selectFrom('access.role_grant')
    .select(['from_day as from', 'to_day as until'])
    .where('role', '=', role)
    .where(personId !== null ? 'person_id' : 'post_id', '=', personId ?? postId)
    .where('replaced_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where(sql<boolean>`daterange(from_day, to_day, '[]') && daterange(${from}::date, ${until}::date, '[]')`)
    .executeTakeFirst();
  if (before !== undefined)
    return {
      kind: 'given-already',
      from: dayOf(before.from),
      until: before.until === null ? null : dayOf(before.until),
    };
  const { id } = await tx
    .insertInto('access.role_grant')
    .values({
      role,
      person_id: personId,
      post_id: postId,
      from_day: from,
      to_day: until,
      source,
      given_by: givenBy,
      recorded_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(
    tx,
    actor,
    roleGiven(String(id), {
      role,
      to: personId === null ? 'post' : 'person',
      whom: String(personId ?? postId),
      from,
      until,
    }),
  );
  return { kind: 'given', grantId: id };
}

export type EndRole =
  | { readonly kind: 'ended' }
  | { readonly kind: 'last-administrator' }
  | { readonly kind: 'ended-already' }
  | { readonly kind: 'ends-before-it-begins' }
  /** It ends sooner already: ending is not for making it longer. */
  | { readonly kind: 'ends-sooner-already'; readonly until: PlainDay }
  | { readonly kind: 'no-such-grant' };

/**
 * Ends a role: at once, or with a day. It bites at the next request, on every process, since nobody's roles are kept
 * anywhere but here. What was recorded is kept beside what replaces it. The last administrator who can sign in stays:
 * otherwise nobody could ever give a role again.
 *
 * @param lastDay null for at once
 */
export async function endRole(
  tx: Tx,
  actor: Actor,
  grantId: number,
  {
    lastDay,
    reason,
    endedBy = 'person',
  }: {
    readonly lastDay: PlainDay | null;
    readonly reason: string;
    readonly endedBy?: 'person' | 'provider';
  },
): Promise<EndRole> {
  await lockAdministrators(tx);
  const grant = await tx
    .selectFrom('access.role_grant')
    .selectAll()
    .where('id', '=', grantId)
    .forUpdate()
    .executeTakeFirst();
  if (grant === undefined) return { kind: 'no-such-grant' };
  if (grant.replaced_at !== null || grant.stopped_at !== null) return { kind: 'ended-already' };
  if (lastDay !== null && lastDay < dayOf(grant.from_day)) return { kind: 'ends-before-it-begins' };
  if (lastDay !== null && grant.to_day !== null && dayOf(grant.to_day) < lastDay)
    return { kind: 'ends-sooner-already', until: dayOf(grant.to_day) };
  if (grant.role === 'administrator' && (await administratorsLeft(tx, { grantId })) === 0)
    return { kind: 'last-administrator' };
  await tx
    .updateTable('access.role_grant')
    .set({ replaced_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', grantId)
    .execute();
  const { id } = await tx
    .insertInto('access.role_grant')
    .values({
      role: grant.role,
      person_id: grant.person_id,
      post_id: grant.post_id,
      from_day: grant.from_day,
      to_day: lastDay ?? grant.to_day,
      stopped_at: lastDay === null ? sql<Date>`clock_timestamp()` : null,
      source: grant.source,
      given_by: grant.given_by,
      recorded_by: actor.name,
      reason,
      ended_by: endedBy,
      replaces: grantId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(
    tx,
    actor,
    roleEnded(String(id), {
      role: grant.role,
      to: grant.person_id === null ? 'post' : 'person',
      whom: String(grant.person_id ?? grant.post_id),
      from: grant.from_day,
      until: lastDay,
      reason,
    }),
  );
  return { kind: 'ended' };
}

function dayOf(text: string): PlainDay {
  const day = parsePlainDay(text);
  if (day === null) throw new Error(`The database gave ${text} as a day`);
  return day;
}
