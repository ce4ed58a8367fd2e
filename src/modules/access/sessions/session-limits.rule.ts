/**
 * How long a session lasts: an hour without a page, and twelve hours in all, so that one left open on a shared desk ends
 * with the working day (OWASP ASVS 5.0, 7.3.1 and 7.3.2). Seconds.
 */
export const IDLE_SECONDS = 60 * 60;
export const ABSOLUTE_SECONDS = 12 * 60 * 60;

/**
 * How often a session's token is changed for another, in seconds: one that was copied from a browser or a log is of use for
 * so long at most, unless whoever copied it goes on using it, and then the person notices that they are signed out.
 */
export const CHANGED_EVERY = 30 * 60;

/** For how long the token before is good beside the new one, in seconds: pages asked for at the same moment. */
export const OVERLAP_SECONDS = 60;

/** A visit is noted at most this often: a page should not wait for a write because of it. Seconds. */
export const NOTED_EVERY = 60;
