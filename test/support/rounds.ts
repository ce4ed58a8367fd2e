/** What a property is tried with is drawn from one seed; the run prints it, and the same seed draws the same again. */
export const SEED_SETTING = 'TEST_SEED';

/** `all` for every round of every property, as the whole run does; a fifth of them when left out. */
export const ROUNDS_SETTING = 'TEST_ROUNDS';

const SHARE_OF_EVERYDAY = 5;

/** The seed of this run: the one that was asked for, or the day's (in universal time), like 20260512. */
export function seedOfTheRun(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const asked = environment[SEED_SETTING];
  if (asked === undefined || asked === '')
    return Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
  if (!/^\d{1,9}$/.test(asked))
    throw new Error(`${SEED_SETTING} is ${asked}: give a whole number of up to nine figures`);
  return Number(asked);
}

/**
 * How often to try a property in this run: all the rounds in the whole run, a fifth of them every day, and one at least.
 *
 * @param all as many as the whole run tries
 */
export function rounds(
  all: number,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): number {
  return environment[ROUNDS_SETTING] === 'all' ? all : Math.ceil(all / SHARE_OF_EVERYDAY);
}
