import { keyFor } from './key-for.ts';

/** What the cookies of one installation are called in a browser. */
export interface CookieNames {
  /** Whether readers come over HTTPS alone. */
  readonly secure: boolean;
  /** The whole name of a cookie: `__Host-session-4f1c09aa27` for `session`. */
  readonly of: (name: string) => string;
  /** Whether a name that a browser sent is one of ours. */
  readonly isOurs: (whole: string) => boolean;
}

/** Letters and figures of the mark: enough that two installations on one host never have the same by chance. */
const MARK_LENGTH = 10;

/**
 * Names cookies so that two installations on one host are strangers to each other. A browser keeps cookies by host, and
 * not by port (RFC 6265, section 8.5): under the same names, whoever signed in at one was signed out of the other, and a
 * form of one was refused after a page of the other. The mark is made of the installation's own secret, so it stays over
 * restarts, is the same on every process, and tells nothing of the secret.
 *
 * Where readers come over HTTPS alone, names begin with `__Host-`, so that no neighbouring site can plant one
 * (OWASP ASVS 5.0, 3.3.1 and 3.3.3).
 * @param secret of the installation, as it signs cookies: 32 characters or more
 */
export function cookieNames({ secret, secure }: { secret: string; secure: boolean }): CookieNames {
  const mark = keyFor(secret, 'names of cookies').slice(0, MARK_LENGTH);
  const before = secure ? '__Host-' : '';
  const after = `-${mark}`;
  return {
    secure,
    of: (name) => `${before}${name}${after}`,
    isOurs: (whole) => whole.startsWith(before) && whole.endsWith(after),
  };
}
