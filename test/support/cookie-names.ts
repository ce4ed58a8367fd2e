import { cookieNames } from '../../src/platform/web/cookie-names.ts';

/** What signs cookies in tests, and so gives them their names. */
export const FORM_SECRET = 'a secret of thirty-two characters or more';

/** What a cookie of the program is called in the browser of a test. */
export function cookieName(name: string, { secure = false } = {}): string {
  return cookieNames({ secret: FORM_SECRET, secure }).of(name);
}
