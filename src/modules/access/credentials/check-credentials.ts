import { setTimeout as wait } from 'node:timers/promises';
import { verify } from 'otplib';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { Seal } from '../../../platform/secrets/seal.ts';
import { type Actor, lockTrail, recordEvent } from '../../audit/index.ts';
import { type Attempt, codeBuckets, passwordBuckets } from './attempt-limits.rule.ts';
import { looksLikeRecoveryCode, plainRecoveryCode } from './recovery-codes.rule.ts';
import { signInFailed } from '../events.ts';
import { hashPassword, isOutdated, isPassword } from './passwords.port.ts';
import { type Account, accountNamed, accountOf } from '../accounts/accounts.read.ts';
import { forgetOldFailures, itSucceeded, letThrough } from './let-through.write.ts';

/** The first half of signing in with a password, to be followed by a code within five minutes. */
export interface HalfWay {
  readonly personId: number;
  /** Changes when the password does: half a sign-in with the old one is then none. */
  readonly passwordMark: string;
}

export type CheckPassword =
  | { readonly kind: 'half-way'; readonly halfWay: HalfWay }
  /** Wrong password, no such account, or one that is closed or has no password: nobody is told which. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many' };

/**
 * No name or password is refused sooner, in milliseconds. Checking the password takes as long for a name that is nobody's,
 * and so does waiting for the trail; writing a failure of somebody who is there in it adds a tenth (docs/benchmarks.md).
 * On a machine that is not overloaded, more than all of it takes.
 */
const REFUSED_AFTER = 150;

/** The first half: name and password. Takes as long for a name that is nobody's. */
export async function checkPassword(
  db: Db,
  seal: Seal,
  typed: { readonly name: string; readonly password: string; readonly requestId: string },
  attempt: Attempt,
): Promise<CheckPassword> {
  const begun = performance.now();
  const attempted = await letThrough(db, passwordBuckets(attempt));
  if (attempted === null) return { kind: 'too-many' };
  const account = await accountNamed(db, typed.name);
  const usable = account !== null && !account.closed ? account.passwordHash : null;
  const fits = await isPassword(usable, typed.password).catch(async (error: unknown) => {
    // What was never looked at is no failure.
    await itSucceeded(db, attempted);
    throw error;
  });
  if (!fits || account === null || usable === null) {
    await failed(db, account, 'password', typed.requestId);
    await wait(Math.max(0, begun + REFUSED_AFTER - performance.now()));
    return { kind: 'refused' };
  }
  await itSucceeded(db, attempted);
  if (isOutdated(usable))
    await db
      .updateTable('access.account')
      .set({ password_hash: await hashPassword(typed.password) })
      .where('person_id', '=', account.personId)
      .where('password_hash', '=', usable)
      .execute();
  const now = await accountOf(db, account.personId);
  return {
    kind: 'half-way',
    halfWay: { personId: account.personId, passwordMark: markOf(seal, now?.passwordHash ?? '') },
  };
}

export type CheckCode =
  | { readonly kind: 'signed-in'; readonly personId: number; readonly method: 'password' | 'recovery-code' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many' }
  /** The password was changed or the way in closed since: begin again. */
  | { readonly kind: 'begin-again' };

/** The second half: the six figures of the authenticator, each good once, or a recovery code. */
export async function checkCode(
  db: Db,
  seal: Seal,
  { personId, passwordMark }: HalfWay,
  typed: { readonly code: string; readonly requestId: string },
): Promise<CheckCode> {
  const account = await accountOf(db, personId);
  if (account === null || account.closed || markOf(seal, account.passwordHash ?? '') !== passwordMark)
    return { kind: 'begin-again' };
  const attempted = await letThrough(db, codeBuckets(personId));
  if (attempted === null) return { kind: 'too-many' };
  const recovery = looksLikeRecoveryCode(typed.code);
  const fits = recovery
    ? await useRecoveryCode(db, seal, personId, typed.code)
    : await useCode(db, seal, account, typed.code);
  if (!fits) {
    await failed(db, account, 'code', typed.requestId);
    return { kind: 'refused' };
  }
  await itSucceeded(db, attempted);
  return { kind: 'signed-in', personId, method: recovery ? 'recovery-code' : 'password' };
}

/** What seals an authenticator's secret is said with whose it is, so that one cannot be put in another's place. */
export function codePurpose(personId: number): string {
  return `authenticator of person ${personId}`;
}

/** Half a minute either way, for a phone whose clock is off. */
const TOLERANCE_SECONDS = 30;

/**
 * Takes a code of the authenticator, unless it or a later one was used already: of two that present it at the same
 * moment one gets in (OWASP ASVS 5.0, 6.5.1).
 */
async function useCode(db: Db, seal: Seal, account: Account, code: string): Promise<boolean> {
  const secret =
    account.codeSecret === null ? undefined : seal.open(codePurpose(account.personId), account.codeSecret);
  const step = secret === undefined ? undefined : await stepOfCode(secret.toString(), code);
  if (step === undefined) return false;
  const taken = await db
    .updateTable('access.account')
    .set({ code_step: step })
    .where('person_id', '=', account.personId)
    .where((where) => where.or([where('code_step', 'is', null), where('code_step', '<', step)]))
    .returning('person_id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** The half minute a code is of, by the clock now; undefined where it is of none that counts. */
export async function stepOfCode(
  secret: string,
  typed: string,
  now = Date.now(),
): Promise<number | undefined> {
  const token = typed.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now / 1000);
  const result = await verify({ secret, token, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid ? Math.floor(epoch / 30) + result.delta : undefined;
}

/**
 * What is kept of a recovery code. It has 48 random bits, too few for a plain hash: whoever had a copy of the database
 * could try them all. Without the key of the data folder there is nothing to try (OWASP ASVS 5.0, 6.5.2).
 */
export function markOfRecoveryCode(seal: Seal, personId: number, code: string): Buffer {
  return seal.mark(`recovery code of person ${personId}`, plainRecoveryCode(code));
}

async function useRecoveryCode(db: Db, seal: Seal, personId: number, code: string): Promise<boolean> {
  const used = await db
    .updateTable('access.recovery_code')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('person_id', '=', personId)
    .where('code_hash', '=', markOfRecoveryCode(seal, personId, code))
    .where('used_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  return used !== undefined;
}

function markOf(seal: Seal, passwordHash: string): string {
  return seal.mark('password', passwordHash).toString('base64url');
}

/** Failures of a person who is there stand in the trail; of a name that is nobody's there is nothing to say. */
async function failed(
  db: Db,
  account: Account | null,
  step: 'password' | 'code',
  requestId: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await forgetOldFailures(tx);
    // For a name that is nobody's the trail is waited for just the same, so that waiting tells nobody who is there.
    await lockTrail(tx);
    if (account === null) return;
    const actor: Actor = { kind: 'visitor', name: 'Somebody not signed in', requestId };
    await recordEvent(tx, actor, signInFailed(String(account.personId), { step }));
  });
}
