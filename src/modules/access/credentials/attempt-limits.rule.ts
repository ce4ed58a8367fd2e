/**
 * How many failed attempts to sign in are let through, within a quarter of an hour, before further ones are turned away
 * unread. The aim is twofold: nobody guesses, and nobody can shut out another by guessing wrongly in their name.
 *
 * A browser in which somebody has signed in before holds a mark of it. Attempts from there are counted by themselves, so
 * whatever strangers do elsewhere, the person still gets in from a device they use. Passkeys and the council's own sign-in
 * are not counted at all: there is nothing to guess. (OWASP ASVS 5.0, 6.3.1; the idea is OWASP's "device cookies".)
 */
export const WINDOW_SECONDS = 15 * 60;

/** What an attempt is counted under, with how many failures are let through. */
export interface Bucket {
  readonly key: string;
  readonly most: number;
}

export interface Attempt {
  /** The name that was typed, whether or not there is such an account. */
  readonly name: string;
  /** The network they are asking from, as `networkOf` says. */
  readonly network: string;
  /** The mark of a browser in which this very account was signed in to before. */
  readonly knownDevice: string | undefined;
}

/** Under what an attempt at a password is counted. */
export function passwordBuckets({ name, network, knownDevice }: Attempt): readonly Bucket[] {
  const who = name.trim().toLowerCase();
  if (knownDevice !== undefined) return [{ key: `device ${knownDevice} ${who}`, most: 10 }];
  return [
    { key: `name ${who} place ${network}`, most: 10 },
    { key: `place ${network}`, most: 50 },
    { key: `name ${who}`, most: 100 },
  ];
}

/** Under what an attempt at a code is counted. Only who knows the password comes as far, so nobody is shut out by strangers. */
export function codeBuckets(personId: number): readonly Bucket[] {
  return [{ key: `code of ${personId}`, most: 10 }];
}
