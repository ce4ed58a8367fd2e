import type { Tx } from '../../../platform/db/index.ts';
import type { Seal } from '../../../platform/secrets/seal.ts';
import { type Answer, goNow, page } from '../../../platform/web/answer.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { hasRole, postsHeld } from '../../identity/index.ts';
import { type SignInMethod, signOut, startSession } from '../sessions/keep-sessions.ts';
import { ownPathOr } from './own-path.rule.ts';
import { askerOfPerson } from '../sessions/who-asks.read.ts';
import { NoRolePage } from './no-role-page.view.tsx';

/** What a browser keeps while somebody is signed in. */
export const SESSION_COOKIE = 'session';

/** The mark of a browser in which an account was signed in to before: see `credentials/attempt-limits.rule.ts`. */
const DEVICE_COOKIE = 'device';
const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/** Where a delivery lead begins. */
const MY_WORK = '/my-work';

/**
 * Lets somebody in who has shown who they are, and sends them where they were going. Somebody with no role today is told
 * so and stays the public.
 */
export async function finishSignIn(
  tx: Tx,
  seal: Seal,
  visit: Visit,
  { personId, method, back }: { personId: number; method: SignInMethod; back: string | null },
): Promise<Answer> {
  const asker = await letIn(tx, seal, visit, { personId, method });
  if (asker === null) return page(NoRolePage({ frame: visit.frame }), 422);
  const answersForWork = hasRole(asker, 'delivery-lead') || postsHeld(asker).length > 0;
  return goNow(ownPathOr(back, answersForWork ? MY_WORK : '/'));
}

/**
 * Starts a session in this browser, and ends the one it held before, whoever's it was (OWASP ASVS 5.0, 7.2.4); null, and
 * nothing started, for somebody with no role today.
 */
export async function letIn(
  tx: Tx,
  seal: Seal,
  visit: Pick<Visit, 'cookies' | 'browser' | 'requestId'>,
  { personId, method }: { personId: number; method: SignInMethod },
) {
  const asker = await askerOfPerson(tx, personId);
  if (!asker.grounds.some(({ kind }) => kind === 'role')) return null;
  const before = visit.cookies.read(SESSION_COOKIE);
  if (before !== undefined) await signOut(tx, { ...asker, requestId: visit.requestId }, before);
  const token = await startSession(tx, {
    personId,
    personName: asker.name,
    method,
    browser: visit.browser,
    requestId: visit.requestId,
  });
  visit.cookies.keep(SESSION_COOKIE, token);
  if (method !== 'look-around')
    visit.cookies.keep(
      DEVICE_COOKIE,
      seal.closeFacts('device', { personId, device: token.slice(0, 16) }, DEVICE_SECONDS),
      { maxAge: DEVICE_SECONDS },
    );
  return asker;
}

/** The mark this browser holds for a person, where it is that person's. */
export function knownDevice(
  seal: Seal,
  visit: Pick<Visit, 'cookies'>,
  personId: number | undefined,
): string | undefined {
  const facts = seal.openFacts('device', visit.cookies.read(DEVICE_COOKIE)) as
    | { readonly personId: number; readonly device: string }
    | undefined;
  return personId !== undefined && facts?.personId === personId ? facts.device : undefined;
}
