import type { Actor } from '../audit/index.ts';

/**
 * Who may do what with people and posts, a sentence each, asked by the handler and the page alike. There is no sign-in
 * yet and the server answers this machine alone, so whoever reaches it may do all of it. A person signed in has no
 * role here yet, and so changes nothing.
 */

/** Anybody may read who holds which post: that is what a council publishes. */
export function mayReadPosts(_actor: Actor): boolean {
  return true;
}

/** Former names, what was corrected and which records look alike are read by those who keep the record. */
export function mayReadNameHistory(actor: Actor): boolean {
  return mayChangePeople(actor);
}

/** Add people and posts, appoint, end and correct holdings. */
export function mayChangePeople(actor: Actor): boolean {
  return actor.kind === 'operator' || actor.kind === 'system' || actor.kind === 'visitor';
}

/** Say that two records are one person, or two; a program never may. */
export function mayJudgePeople(actor: Actor): boolean {
  return actor.kind === 'operator' || actor.kind === 'visitor';
}
