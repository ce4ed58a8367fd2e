import { randomBytes } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Seal } from '../../../platform/secrets/seal.ts';
import { sql } from 'kysely';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { useOnce } from './let-through.write.ts';
import type { PasskeyToKeep } from './change-credentials.ts';
import { signInFailed } from '../events.ts';

/** How long a page that asks for a passkey may stand open, in seconds. */
const CHALLENGE_SECONDS = 10 * 60;

/**
 * The name passkeys of this site belong to; undefined where the site is reached by a bare address, which passkeys
 * cannot belong to: 127.0.0.1 instead of localhost.
 */
export function passkeySite(origin: string): string | undefined {
  const { hostname } = new URL(origin);
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : hostname;
}

/** What a browser needs to ask for a passkey. The challenge is ours by its seal, so that nothing is stored for a page that is only looked at. */
export async function optionsToSignIn(seal: Seal, site: string) {
  return generateAuthenticationOptions({
    rpID: site,
    challenge: challengeFor(seal, 'passkey sign-in'),
    userVerification: 'required',
  });
}

/** What a browser needs to make a passkey for a person. */
export async function optionsToAdd(
  seal: Seal,
  site: string,
  person: {
    readonly personId: number;
    readonly signInName: string;
    readonly name: string;
    readonly known: readonly string[];
  },
) {
  return generateRegistrationOptions({
    rpID: site,
    rpName: 'Throughline',
    userID: new TextEncoder().encode(`throughline ${person.personId}`),
    userName: person.signInName,
    userDisplayName: person.name,
    challenge: challengeFor(seal, `passkey of person ${person.personId}`),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: person.known.map((id) => ({ id })),
  });
}

/**
 * Whose passkey an answer is of; undefined for one that is forged, replayed, too late, of another site, or of a passkey
 * or account that is none any more.
 */
export async function checkPasskey(
  tx: Tx,
  seal: Seal,
  { origin, site, requestId }: { readonly origin: string; readonly site: string; readonly requestId: string },
  answer: string,
): Promise<number | undefined> {
  const response = parsed(answer) as AuthenticationResponseJSON | undefined;
  if (response === undefined) return undefined;
  const passkey = await tx
    .selectFrom('access.passkey')
    .innerJoin('access.account', 'access.account.person_id', 'access.passkey.person_id')
    .select(['access.passkey.person_id as personId', 'public_key', 'counter', 'transports', 'credential_id'])
    .where('credential_id', '=', response.id)
    .where(sql<boolean>`access.is_open(account)`)
    .forUpdate()
    .executeTakeFirst();
  if (passkey === undefined) return undefined;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => isOurs(tx, seal, 'passkey sign-in', challenge),
      expectedOrigin: origin,
      expectedRPID: site,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
      },
    });
    if (!verified) return await failed(tx, passkey.personId, requestId);
    await tx
      .updateTable('access.passkey')
      .set({ counter: authenticationInfo.newCounter, last_used_at: sql<Date>`clock_timestamp()` })
      .where('credential_id', '=', passkey.credential_id)
      .execute();
    return passkey.personId;
  } catch {
    // The library throws for whatever does not fit; what it is helps nobody but whoever forged it.
    return failed(tx, passkey.personId, requestId);
  }
}

/** A passkey that somebody has and that did not fit: a forgery, a replay, or a copy whose counter went back. */
async function failed(tx: Tx, personId: number, requestId: string): Promise<undefined> {
  const actor: Actor = { kind: 'visitor', name: 'Somebody not signed in', requestId };
  await recordEvent(tx, actor, signInFailed(String(personId), { step: 'passkey' }));
  return undefined;
}

/** The passkey an answer makes for a person; undefined for one that does not fit what was asked. */
export async function checkNewPasskey(
  tx: Tx,
  seal: Seal,
  { origin, site, personId }: { readonly origin: string; readonly site: string; readonly personId: number },
  answer: string,
): Promise<Omit<PasskeyToKeep, 'name'> | undefined> {
  const response = parsed(answer) as RegistrationResponseJSON | undefined;
  if (response === undefined) return undefined;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => isOurs(tx, seal, `passkey of person ${personId}`, challenge),
      expectedOrigin: origin,
      expectedRPID: site,
      requireUserVerification: true,
    });
    if (!verified || registrationInfo === undefined) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credentialId: id, publicKey, counter, transports: response.response.transports ?? [] };
  } catch {
    return undefined;
  }
}

/** Passkeys a person has, by their numbers. */
export async function passkeysOf(db: Db | Tx, personId: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('access.passkey')
    .select('credential_id')
    .where('person_id', '=', personId)
    .execute();
  return rows.map(({ credential_id: id }) => id);
}

function challengeFor(seal: Seal, purpose: string): Uint8Array<ArrayBuffer> {
  const facts = { once: randomBytes(16).toString('base64url') };
  return new Uint8Array(Buffer.from(seal.closeFacts(purpose, facts, CHALLENGE_SECONDS), 'base64url'));
}

/** Ours, not too old, and not used before. */
async function isOurs(tx: Tx, seal: Seal, purpose: string, challenge: string): Promise<boolean> {
  return (
    seal.openFacts(purpose, challenge) !== undefined &&
    (await useOnce(tx, `challenge ${challenge}`, CHALLENGE_SECONDS))
  );
}

/** What a browser sent, where it is JSON of a bearable size with a number in it. The library looks at the rest. */
function parsed(answer: string): object | undefined {
  if (answer.length > 20_000) return undefined;
  try {
    const value: unknown = JSON.parse(answer);
    const fits =
      typeof value === 'object' &&
      value !== null &&
      'id' in value &&
      typeof value.id === 'string' &&
      /^[\w-]{1,1400}$/.test(value.id) &&
      'response' in value &&
      typeof value.response === 'object' &&
      value.response !== null;
    return fits ? value : undefined;
  } catch {
    return undefined;
  }
}
