import { hasRole, isTheMachine, permission } from '../identity/index.ts';

/** Who may do what with plans, a sentence each. */

export const mayReadPlans = permission('anybody', () => true);

/** Bring in a plan, decide about its rows, accept it or drop it. */
export const mayChangePlans = permission(
  'may bring in, correct and accept a plan',
  (asker) => hasRole(asker, 'programme-manager') || isTheMachine(asker),
);
