import type { Db } from '../../../platform/db/index.ts';
import type { FindWhoAsks, WhoAsks } from '../../../platform/web/who-asks.ts';
import { changeToken, endForWantOfARole, noteVisit } from '../sessions/keep-sessions.ts';
import { SESSION_COOKIE } from './finish-sign-in.route.ts';
import { accessPaths } from '../paths.ts';
import { whoHolds } from '../sessions/who-asks.read.ts';

/**
 * Finds who asks by the session their browser holds. Nothing is kept between two requests: a role, a post or a session
 * that ended a moment ago is over on every process. A browser with no session costs no query.
 */
export function findWhoAsks({
  db,
  lookAround,
}: {
  readonly db: Db;
  readonly lookAround: boolean;
}): FindWhoAsks {
  const nobody: WhoAsks = {
    asker: undefined,
    signedIn: false,
    account: [
      ...(lookAround ? [{ text: 'Look around as…', href: accessPaths.lookAround() }] : []),
      { text: 'Sign in', href: accessPaths.signIn() },
    ],
  };
  return async ({ cookies, requestId }) => {
    const token = cookies.read(SESSION_COOKIE);
    if (token === undefined) return nobody;
    const found = await whoHolds(db, token, { lookAround, requestId });
    const hasRole = found?.asker.grounds.some(({ kind }) => kind === 'role') === true;
    // Over for good: a role that is given later must not wake an old session.
    if (found !== null && !hasRole)
      await db.transaction().execute((tx) => endForWantOfARole(tx, found.asker, found.sessionId));
    if (found === null || !hasRole) {
      cookies.forget(SESSION_COOKIE);
      return nobody;
    }
    if (found.toBeChanged) {
      const next = await changeToken(db, found.sessionId, token);
      if (next !== undefined) cookies.keep(SESSION_COOKIE, next);
    } else if (found.toBeNoted) await noteVisit(db, found.sessionId, token);
    return {
      asker: found.asker,
      signedIn: true,
      session: found.sessionId,
      counted: `person ${found.asker.personId}`,
      account: [
        { text: found.asker.name, href: accessPaths.account() },
        { text: 'Sign out', href: accessPaths.signOut() },
      ],
    };
  };
}
