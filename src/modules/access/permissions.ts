import { hasRole, isTheMachine, permission } from '../identity/index.ts';

/** Who may do what with signing in and with roles, a sentence each. */

/** Whoever signed in looks after their own way in and their own sessions. */
export const mayUseOwnAccount = permission('has signed in', ({ kind }) => kind === 'person');

/** Give and end roles, let people sign in, end sessions, name the council, connect its own sign-in. */
export const mayManageAccess = permission(
  'may manage who signs in and what they may do',
  (asker) => hasRole(asker, 'administrator') || isTheMachine(asker),
);

/** Which roles there are and who holds them is read by those who give them and those who check. */
export const mayReadAccess = permission(
  'may read who has which role',
  (asker) => hasRole(asker, 'administrator', 'auditor') || isTheMachine(asker),
);
