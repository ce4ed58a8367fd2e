import { randomInt } from 'node:crypto';

/** No letters or figures that look alike. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXYZ23456789';
const CODES = 10;

/** New codes to sign in with when the phone with the authenticator is lost: each works once. Some 48 random bits each. */
export function newRecoveryCodes(): readonly string[] {
  const part = () => Array.from({ length: 5 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return Array.from({ length: CODES }, () => `${part()}-${part()}`);
}
