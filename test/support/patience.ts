/**
 * Milliseconds that a test waits for what should come, on the slowest machine and beside other work: never a measure of
 * how long it takes, which is for bench/. Below the time limit of a test, so that what did not come is named.
 */
export const PATIENCE = 300_000;

/** Milliseconds after which a test or what is set up for one is given up. */
export const TIME_LIMIT = 900_000;
