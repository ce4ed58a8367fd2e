import type { Actor } from '../audit/index.ts';

/**
 * Who may do what with plans, a sentence each. There is no sign-in yet and the server answers this machine alone, so
 * whoever reaches it may do all of it. Every page and every change of a plan asks here all the same.
 */
export function mayReadPlans(_actor: Actor): boolean {
  return true;
}

/** Bring in a plan, decide about its rows, accept it or drop it. */
export function mayChangePlans(actor: Actor): boolean {
  return actor.kind === 'operator' || actor.kind === 'system' || actor.kind === 'visitor';
}
