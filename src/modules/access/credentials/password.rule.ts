import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** OWASP ASVS 5.0, 6.2.1 and 6.2.9: long enough to need no other rule, and no shorter limit than a sentence needs. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 128;

/** Ten to this power of guesses are more than a stolen, slowly hashed password can be tried with. */
const GUESSES = 10;

/**
 * What is wrong with a password, or undefined. Any characters count, and none must be there: length and not being
 * guessable are what protects (NCSC, and OWASP ASVS 5.0, 6.2.5). Guesses are estimated offline, from lists of leaked
 * passwords, words and names, however they are joined, repeated or written with figures for letters.
 *
 * @param about words an attacker would try first: their name, their address, the council's name
 */
export async function passwordProblem(
  password: string,
  about: readonly string[],
): Promise<string | undefined> {
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD)
    return `The password must be ${SHORTEST_PASSWORD} characters or more. Three or four words that have nothing to do with each other are easy to remember`;
  if (length > LONGEST_PASSWORD) return `The password must be ${LONGEST_PASSWORD} characters or fewer`;
  const words = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter(Boolean);
  const { guessesLog10 } = (await estimator()).check(password, [...words, 'throughline']);
  return guessesLog10 < GUESSES
    ? 'That password stands on lists of passwords that were stolen elsewhere, or is made of what such lists hold. Choose words that have nothing to do with each other, with you or with the council'
    : undefined;
}

/** Its lists are some megabytes: read when somebody first chooses a password, and then kept. */
let made: Promise<ZxcvbnFactory> | undefined;

function estimator(): Promise<ZxcvbnFactory> {
  made ??= (async () => {
    const [{ ZxcvbnFactory }, common, english] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-en'),
    ]);
    return new ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...english.dictionary },
      graphs: common.adjacencyGraphs,
      maxLength: LONGEST_PASSWORD,
    });
  })();
  return made;
}
