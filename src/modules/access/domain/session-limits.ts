/**
 * How long a session lasts: an hour without a page, and twelve hours in all, so that one left open on a shared desk ends
 * with the working day (OWASP ASVS 5.0, 7.3.1 and 7.3.2). Seconds.
 */
export const IDLE_SECONDS = 60 * 60;
export const ABSOLUTE_SECONDS = 12 * 60 * 60;

/** A visit is noted at most this often: a page should not wait for a write because of it. Seconds. */
export const NOTED_EVERY = 60;
