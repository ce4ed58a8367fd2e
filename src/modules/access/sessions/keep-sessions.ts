import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { ABSOLUTE_SECONDS, CHANGED_EVERY, OVERLAP_SECONDS } from './session-limits.rule.ts';
import { sessionEnded, signedIn, signedOut } from '../events.ts';
import { hashOfToken } from './who-asks.read.ts';

export type SignInMethod =
  | 'passkey'
  | 'password'
  | 'recovery-code'
  | 'provider'
  | 'enrolment'
  | 'look-around';

export interface NewSession {
  readonly personId: number;
  readonly personName: string;
  readonly method: SignInMethod;
  /** What the browser calls itself, so that the person knows it again in the list of their sessions. */
  readonly browser: string;
  readonly requestId: string;
}

/**
 * Starts a session and gives the token that the browser keeps. A token is always new: one that was there before signing
 * in is never carried on (OWASP ASVS 5.0, 7.2.4), and 256 random bits.
 */
export async function startSession(
  tx: Tx,
  { personId, personName, method, browser, requestId }: NewSession,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { id } = await tx
    .insertInto('access.session')
    .values({
      token_hash: hashOfToken(token),
      person_id: personId,
      method,
      browser,
      ends_at: sql<Date>`clock_timestamp() + make_interval(secs => ${ABSOLUTE_SECONDS})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const actor: Actor = { kind: 'person', name: personName, personId, requestId };
  await recordEvent(tx, actor, signedIn(String(personId), { method, session: id }));
  return token;
}

/**
 * Notes that somebody was here, so that their session does not end for want of a page. A browser that shows the new token
 * needs the one before no longer, once pages asked for at the same moment have been answered.
 */
export async function noteVisit(db: Db, sessionId: string, token: string): Promise<void> {
  await db
    .updateTable('access.session')
    .set({
      last_seen_at: sql<Date>`clock_timestamp()`,
      before_hash: sql<Buffer | null>`case when token_hash = ${hashOfToken(token)}
        and changed_at < clock_timestamp() - make_interval(secs => ${OVERLAP_SECONDS}) then null else before_hash end`,
    })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
}

/**
 * Changes the token of a session for another (OWASP ASVS 5.0, 7.2.4). The one before stays good until the browser has
 * shown the new one, so that an answer lost on the way signs nobody out. Of two requests at the same moment one changes it.
 * @returns the new token for the browser; undefined where another request was first
 */
export async function changeToken(db: Db, sessionId: string, token: string): Promise<string | undefined> {
  const next = randomBytes(32).toString('base64url');
  const changed = await db
    .updateTable('access.session')
    .set({
      token_hash: hashOfToken(next),
      before_hash: hashOfToken(token),
      changed_at: sql<Date>`clock_timestamp()`,
      last_seen_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', sessionId)
    .where((where) =>
      where.or([where('token_hash', '=', hashOfToken(token)), where('before_hash', '=', hashOfToken(token))]),
    )
    .where('changed_at', '<', sql<Date>`clock_timestamp() - make_interval(secs => ${CHANGED_EVERY})`)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return changed === undefined ? undefined : next;
}

/** Ends the session a browser holds. Ending one that is over already is no mistake. */
export async function signOut(tx: Tx, actor: Actor, token: string): Promise<void> {
  const ended = await tx
    .updateTable('access.session')
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_why: 'signed-out' })
    .where((where) =>
      where.or([where('token_hash', '=', hashOfToken(token)), where('before_hash', '=', hashOfToken(token))]),
    )
    .where('ended_at', 'is', null)
    .returning(['id', 'person_id'])
    .executeTakeFirst();
  if (ended !== undefined)
    await recordEvent(tx, actor, signedOut(String(ended.person_id), { session: ended.id }));
}

/** Ends the session of somebody whose last role ended, when they next ask for a page. */
export async function endForWantOfARole(
  tx: Tx,
  { personId, name }: { readonly personId: number; readonly name: string },
  sessionId: string,
): Promise<void> {
  const actor: Actor = { kind: 'person', name, personId };
  await endSessions(tx, actor, personId, 'no-role', { only: sessionId });
}

export type WhySessionEnds =
  | 'no-role'
  | 'by-administrator'
  | 'elsewhere'
  | 'left'
  | 'closed'
  | 'credentials-changed';

const WHY: Readonly<Record<WhySessionEnds, string>> = {
  'by-administrator': 'an administrator ended it',
  elsewhere: 'they ended it themselves from elsewhere',
  left: 'they left',
  closed: 'their way in was closed',
  'no-role': 'they have no role any more',
  'credentials-changed': 'how they sign in was changed',
};

/**
 * Ends sessions of a person: one, all, or all but the one they are in. Takes effect with the commit, on every process.
 * @returns how many were ended
 */
export async function endSessions(
  tx: Tx,
  actor: Actor,
  personId: number,
  why: WhySessionEnds,
  which: { readonly only?: string; readonly allBut?: string } = {},
): Promise<number> {
  let query = tx
    .updateTable('access.session')
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_why: why })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (which.only !== undefined) query = query.where(sql`id::text`, '=', which.only);
  if (which.allBut !== undefined) query = query.where(sql`id::text`, '<>', which.allBut);
  const ended = await query.returning('id').execute();
  if (ended.length > 0)
    await recordEvent(tx, actor, sessionEnded(String(personId), { sessions: ended.length, why: WHY[why] }));
  return ended.length;
}
