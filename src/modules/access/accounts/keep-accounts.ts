import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { withdrawMessages, writeMessage } from '../../../platform/mail/message.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Seal } from '../../../platform/secrets/seal.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { lockWhom } from '../../identity/index.ts';
import { accountClosed, accountOpened, linkMade, setUpLinkMade } from '../events.ts';
import { accountOf } from './accounts.read.ts';
import { hashOfToken } from '../sessions/who-asks.read.ts';
import { administratorsLeft, lockAdministrators } from '../roles/lock-administrators.write.ts';
import { endSessions } from '../sessions/keep-sessions.ts';

/** How long a link works: a week for somebody invited, who may be away; a day for the first administrator. Seconds. */
export const LINK_SECONDS = 7 * 24 * 60 * 60;
const SET_UP_SECONDS = 24 * 60 * 60;

export type OpenAccount =
  | { readonly kind: 'opened' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'open-already' }
  | { readonly kind: 'no-such-person' };

/** Lets a person sign in, by a name that nobody else signs in by. They set up how by a link (`makeLink`). */
export async function openAccount(
  tx: Tx,
  actor: Actor,
  {
    personId,
    signInName,
    throughProvider = true,
  }: { personId: number; signInName: string; throughProvider?: boolean },
): Promise<OpenAccount> {
  if (!(await lockWhom(tx, { personId }))) return { kind: 'no-such-person' };
  const before = await accountOf(tx, personId);
  if (before !== null && !before.closed) return { kind: 'open-already' };
  const name = signInName.trim();
  // Two people must not be given one name at the same moment.
  await sql`select pg_advisory_xact_lock(hashtext('access.account'), hashtext(${name.toLowerCase()}))`.execute(
    tx,
  );
  const taken = await tx
    .selectFrom('access.account')
    .select('person_id')
    .where((where) => where.fn<string>('lower', ['sign_in_name']), '=', name.toLowerCase())
    .where('person_id', '<>', personId)
    .executeTakeFirst();
  if (taken !== undefined) return { kind: 'name-taken' };
  await tx
    .insertInto('access.account')
    .values({ person_id: personId, sign_in_name: name, through_provider: throughProvider })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({
        sign_in_name: name,
        through_provider: throughProvider,
        opened_at: sql<Date>`clock_timestamp()`,
        closed_at: null,
        last_day: null,
      }),
    )
    .execute();
  await recordEvent(tx, actor, accountOpened(String(personId), {}));
  return { kind: 'opened' };
}

export type CloseAccount =
  | { readonly kind: 'closed'; readonly sessions: number }
  | { readonly kind: 'last-administrator' }
  | { readonly kind: 'no-such-account' };

/** Closes somebody's way in at once: credentials are removed, links withdrawn and sessions ended. */
export async function closeAccount(
  tx: Tx,
  actor: Actor,
  personId: number,
  reason: string,
): Promise<CloseAccount> {
  await lockAdministrators(tx);
  const account = await accountOf(tx, personId);
  if (account === null || account.closed) return { kind: 'no-such-account' };
  const [all, others] = [await administratorsLeft(tx), await administratorsLeft(tx, { personId })];
  if (all > 0 && others === 0) return { kind: 'last-administrator' };
  await forgetCredentials(tx, personId);
  // What ties them to the council's own sign-in stays: else they would come back through it as somebody new.
  await withdrawLinks(tx, personId);
  await tx
    .updateTable('access.account')
    .set({ closed_at: sql<Date>`clock_timestamp()` })
    .where('person_id', '=', personId)
    .execute();
  const sessions = await endSessions(tx, actor, personId, 'closed');
  await recordEvent(tx, actor, accountClosed(String(personId), { reason }));
  return { kind: 'closed', sessions };
}

export type MakeLink =
  | { readonly kind: 'made'; readonly token: string }
  | { readonly kind: 'no-such-account' };

/**
 * Makes a link by which a person sets up how they sign in: for the first time, or again when a phone is lost. It works
 * once, until it is too old or another is made; what they had goes on working until they use it (OWASP ASVS 5.0, 6.4.1).
 * A message with it waits in the outbox.
 *
 * @param message the whole address of the link, and what seals it until it is sent; null for no message
 */
export async function makeLink(
  tx: Tx,
  actor: Actor,
  { personId, personName }: { readonly personId: number; readonly personName: string },
  message: { readonly seal: Seal; readonly addressOf: (token: string) => string } | null,
): Promise<MakeLink> {
  const account = await accountOf(tx, personId);
  if (account === null || account.closed) return { kind: 'no-such-account' };
  await withdrawLinks(tx, personId);
  const token = newToken();
  const link = await insertLink(tx, actor, { purpose: 'enrol', personId, token, seconds: LINK_SECONDS });
  if (message !== null && account.signInName.includes('@'))
    await writeMessage(tx, message.seal, {
      toAddress: account.signInName,
      toName: personName,
      subject: 'Your way in to Throughline',
      body: [
        `Dear ${personName},`,
        '',
        'Open this link to set up how you sign in to Throughline. It works once, within seven days:',
        '',
        message.addressOf(token),
        '',
        'If you did not expect this, leave it alone: nothing happens until the link is opened.',
      ].join('\n'),
      about: { kind: 'sign-in-link', ref: link.id },
    });
  await recordEvent(tx, actor, linkMade(String(personId), { ends: link.ends.toISOString() }));
  return { kind: 'made', token };
}

/** Makes the link by which an empty installation is set up. One made before works no longer. Nobody is told it but whoever starts the server. */
export async function makeSetUpLink(tx: Tx, actor: Actor): Promise<string> {
  await tx
    .updateTable('access.link')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('purpose', '=', 'set-up')
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  const token = newToken();
  await insertLink(tx, actor, { purpose: 'set-up', personId: null, token, seconds: SET_UP_SECONDS });
  await recordEvent(tx, actor, setUpLinkMade('installation', {}));
  return token;
}

export interface LinkFound {
  readonly id: string;
  readonly purpose: 'set-up' | 'enrol';
  readonly personId: number | null;
}

/**
 * The link a token is of, where it still works; null for one that was used, is too old, was withdrawn, is of a closed
 * account, or never was. Locked, so that it is used once.
 */
export async function findLink(
  tx: Tx,
  purpose: LinkFound['purpose'],
  token: string,
): Promise<LinkFound | null> {
  const found = await tx
    .selectFrom('access.link')
    .select(['id', 'person_id as personId'])
    .where('token_hash', '=', hashOfToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', sql<Date>`clock_timestamp()`)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) return null;
  if (found.personId !== null && (await accountOf(tx, found.personId))?.closed !== false) return null;
  return { id: found.id, purpose, personId: found.personId };
}

/** Marks a link as used, and lets go of the message that holds it. */
export async function useLink(tx: Tx, link: LinkFound): Promise<void> {
  await tx
    .updateTable('access.link')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', link.id)
    .execute();
  await withdrawMessages(tx, { kind: 'sign-in-link', ref: link.id });
}

/** Removes whatever a person signs in with but their account elsewhere, before it is set up anew. */
export async function forgetCredentials(tx: Tx, personId: number): Promise<void> {
  await tx
    .updateTable('access.account')
    .set({ password_hash: null, code_secret: null, code_step: null })
    .where('person_id', '=', personId)
    .execute();
  await tx.deleteFrom('access.recovery_code').where('person_id', '=', personId).execute();
  await tx.deleteFrom('access.passkey').where('person_id', '=', personId).execute();
}

async function withdrawLinks(tx: Tx, personId: number): Promise<void> {
  const withdrawn = await tx
    .updateTable('access.link')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of withdrawn) await withdrawMessages(tx, { kind: 'sign-in-link', ref: id });
}

/** 256 random bits: nobody guesses it (OWASP ASVS 5.0, 11.5.1). */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}

async function insertLink(
  tx: Tx,
  actor: Actor,
  link: { purpose: LinkFound['purpose']; personId: number | null; token: string; seconds: number },
): Promise<{ readonly id: string; readonly ends: Date }> {
  const { id, ends_at: ends } = await tx
    .insertInto('access.link')
    .values({
      token_hash: hashOfToken(link.token),
      purpose: link.purpose,
      person_id: link.personId,
      made_by: actor.name,
      ends_at: sql<Date>`clock_timestamp() + make_interval(secs => ${link.seconds})`,
    })
    .returning(['id', 'ends_at'])
    .executeTakeFirstOrThrow();
  return { id, ends };
}

/** Lets somebody sign in until a day and no longer: they leave then. A way in that is opened again has no last day. */
export async function closeAfter(tx: Tx, personId: number, lastDay: PlainDay): Promise<void> {
  await tx
    .updateTable('access.account')
    .set({ last_day: lastDay })
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .execute();
}
