/**
 * The first byte a child sends on its answer's channel, once it has loaded what is to do the work and before it has seen the
 * file. One that ends without it never began, and so the file has nothing to do with it.
 */
export const READY = '\n';

/** It ends with this where the answer is longer than `LONGEST_ANSWER`. The engine's own ends are below 20 and above 127. */
export const ANSWER_TOO_LONG = 65;

/** The longest answer, in bytes of JSON: the process that serves pages parses it in one go. */
export const LONGEST_ANSWER = 24 * 1024 * 1024;
