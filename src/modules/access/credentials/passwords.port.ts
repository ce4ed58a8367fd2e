import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { QUEUE_FULL, takeTurns } from '../../../platform/take-turns.ts';

/**
 * Argon2id (algorithm 2) with 19 MiB and two passes (OWASP's password storage guidance; ASVS 5.0, 11.4.2): some 20 ms. Parameters are
 * in the hash, so that they can be raised and old ones still be read.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Two at a time, so that many people signing in at once neither fill the memory nor hold up every page. */
const inTurn = takeTurns(2, 100);

/** Thrown where more sign-ins wait than can be answered in some seconds. */
export class TooBusyError extends Error {}

export async function hashPassword(password: string): Promise<string> {
  return turn(() => hash(normal(password), PARAMETERS));
}

/**
 * Whether a password is the one. For no account at all it takes as long and says no, so that nobody learns from the
 * time which accounts there are (OWASP ASVS 5.0, 6.3.8).
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await (nobodys ??= hashPassword(randomBytes(32).toString('hex'))));
  const fits = await turn(() => verify(known, normal(password)));
  return passwordHash !== null && fits;
}

/** Whether a hash was made with other parameters than today's, and should be made again now that the password is here. */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = PARAMETERS;
  return !passwordHash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

let nobodys: Promise<string> | undefined;

/** The same letters typed on two keyboards are the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

async function turn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = await inTurn(work);
  if (result === QUEUE_FULL) throw new TooBusyError('Too many sign-ins wait');
  return result;
}
