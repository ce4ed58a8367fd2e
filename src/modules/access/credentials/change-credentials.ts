import { generateSecret, generateURI } from 'otplib';
import type { Tx } from '../../../platform/db/index.ts';
import type { Seal } from '../../../platform/secrets/seal.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { newRecoveryCodes } from './new-recovery-codes.port.ts';
import { credentialsSet, passkeyRemoved } from '../events.ts';
import { hashPassword } from './passwords.port.ts';
import { lockOpenAccount } from '../accounts/accounts.read.ts';
import { providerInUse } from './provider-in-use.read.ts';
import { codePurpose, markOfRecoveryCode, stepOfCode } from './check-credentials.ts';

/** An authenticator being set up: its secret waits sealed in the page, and nothing is stored until a code shows that it works. */
export interface NewAuthenticator {
  readonly secret: string;
  /** For the picture that a phone reads. */
  readonly uri: string;
}

/** @param label whose it is, as the phone will show it */
export function newAuthenticator(
  label: string,
  council: string,
  secret = generateSecret(),
): NewAuthenticator {
  return { secret, uri: generateURI({ issuer: `Throughline ${council}`.slice(0, 60), label, secret }) };
}

export type SetPassword =
  | { readonly kind: 'set'; readonly recoveryCodes: readonly string[] }
  /** The six figures do not come from this authenticator at this time. */
  | { readonly kind: 'wrong-code' }
  /** Their way in was closed meanwhile. */
  | { readonly kind: 'closed' };

/** Sets a password together with the authenticator that goes with it: there is no sign-in with a password alone. */
export async function setPassword(
  tx: Tx,
  actor: Actor,
  seal: Seal,
  { personId, password, secret, code }: { personId: number; password: string; secret: string; code: string },
): Promise<SetPassword> {
  const passwordHash = await hashPassword(password);
  if (!(await lockOpenAccount(tx, personId))) return { kind: 'closed' };
  const step = await stepOfCode(secret, code);
  if (step === undefined) return { kind: 'wrong-code' };
  await tx
    .updateTable('access.account')
    .set({
      password_hash: passwordHash,
      code_secret: seal.close(codePurpose(personId), secret),
      code_step: step,
    })
    .where('person_id', '=', personId)
    .execute();
  await recordEvent(tx, actor, credentialsSet(String(personId), { what: 'password' }));
  return { kind: 'set', recoveryCodes: await writeRecoveryCodes(tx, seal, personId) };
}

/** Makes ten new recovery codes; those from before work no longer. They are shown once and kept as marks. */
export async function renewRecoveryCodes(
  tx: Tx,
  actor: Actor,
  seal: Seal,
  personId: number,
): Promise<readonly string[]> {
  const codes = await writeRecoveryCodes(tx, seal, personId);
  await recordEvent(tx, actor, credentialsSet(String(personId), { what: 'recovery-codes' }));
  return codes;
}

export interface PasskeyToKeep {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  /** What the person will know it by. */
  readonly name: string;
}

/** Keeps a passkey whose answer was verified. */
export async function addPasskey(
  tx: Tx,
  actor: Actor,
  personId: number,
  passkey: PasskeyToKeep,
): Promise<{ readonly kind: 'added' | 'known-already' | 'closed' }> {
  if (!(await lockOpenAccount(tx, personId))) return { kind: 'closed' };
  const added = await tx
    .insertInto('access.passkey')
    .values({
      credential_id: passkey.credentialId,
      person_id: personId,
      name: passkey.name,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('credential_id')
    .executeTakeFirst();
  if (added === undefined) return { kind: 'known-already' };
  await recordEvent(tx, actor, credentialsSet(String(personId), { what: 'passkey' }));
  return { kind: 'added' };
}

export type RemovePasskey =
  | { readonly kind: 'removed'; readonly name: string }
  | { readonly kind: 'only-way-in' }
  | { readonly kind: 'no-such-passkey' };

/** Removes a passkey, unless it is the only way somebody has to sign in. */
export async function removePasskey(
  tx: Tx,
  actor: Actor,
  personId: number,
  credentialId: string,
): Promise<RemovePasskey> {
  const account = await tx
    .selectFrom('access.account')
    .select('password_hash')
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  const passkeys = await tx
    .selectFrom('access.passkey')
    .select(['credential_id', 'name'])
    .where('person_id', '=', personId)
    .execute();
  const found = passkeys.find(({ credential_id: id }) => id === credentialId);
  if (found === undefined) return { kind: 'no-such-passkey' };
  const provider = await providerInUse(tx);
  const outside = await tx
    .selectFrom('access.outside_account')
    .select('subject')
    .where('person_id', '=', personId)
    // One of a provider that is no longer in use lets nobody in.
    .where('issuer', '=', provider?.issuer ?? '')
    .execute();
  if (passkeys.length === 1 && (account?.password_hash ?? null) === null && outside.length === 0)
    return { kind: 'only-way-in' };
  await tx.deleteFrom('access.passkey').where('credential_id', '=', credentialId).execute();
  await recordEvent(tx, actor, passkeyRemoved(String(personId), { name: found.name }));
  return { kind: 'removed', name: found.name };
}

async function writeRecoveryCodes(tx: Tx, seal: Seal, personId: number): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await tx.deleteFrom('access.recovery_code').where('person_id', '=', personId).execute();
  await tx
    .insertInto('access.recovery_code')
    .values(
      codes.map((code) => ({ person_id: personId, code_hash: markOfRecoveryCode(seal, personId, code) })),
    )
    .execute();
  return codes;
}
