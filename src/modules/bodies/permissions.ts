import { type Asker, hasRole, isTheMachine, permission, sitsOn } from '../identity/index.ts';

/** Who may do what with bodies, a sentence each. */

/** Which bodies there are, who sits on them and to whom they answer is public; of a restricted body below. */
export const mayReadBodies = permission('anybody', () => true);

/** Set bodies up and end them, write their terms, define seats and appoint to them, share seats out. */
export const mayKeepBodies = permission(
  'may keep bodies, seats and political balance',
  (asker) => hasRole(asker, 'clerk', 'administrator') || isTheMachine(asker),
);

/**
 * A body shown to its members alone is known to those who sit on it, from the first to the last day of their seat, and to
 * those who keep or check the record. The database says the same by itself: `migrations/0010_bodies.sql`.
 */
export function mayKnowOf(asker: Asker, body: { readonly id: number; readonly shownTo: string }): boolean {
  return (
    body.shownTo === 'everybody' ||
    mayKeepBodies(asker) ||
    hasRole(asker, 'auditor') ||
    sitsOn(asker, body.id)
  );
}
