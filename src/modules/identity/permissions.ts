import { formatDay } from '../../platform/time/plain-day.ts';
import { type Asker, hasRole, isTheMachine, roleGround } from './asking/asker.rule.ts';
import { ROLE_WORDS } from './asking/role.shape.ts';
import { permission } from './asking/permission.rule.ts';

/** Who may do what with people and posts, and with the audit trail that stands below this module. */

export const mayReadPosts = permission('anybody', () => true);

/** Former names, what was corrected and which records look alike are read by those who keep or check the record. */
export const mayReadNameHistory = permission(
  'may read former names, corrections and look-alikes',
  (asker) => hasRole(asker, 'administrator', 'auditor') || isTheMachine(asker),
);

/**
 * Add people and posts, appoint, end and correct holdings. An administrator alone, because roles go with posts: who
 * appoints gives rights.
 */
export const mayChangePeople = permission(
  'may change people, posts and who holds them',
  (asker) => hasRole(asker, 'administrator') || isTheMachine(asker),
);

/** Say that two records are one person, or two; a program never may. */
export const mayJudgePeople = permission(
  'may say that two records are of one person',
  (asker) => hasRole(asker, 'administrator') || asker.kind === 'operator',
);

export const mayReadTrail = permission(
  'may read the audit trail',
  (asker) => hasRole(asker, 'auditor', 'administrator') || isTheMachine(asker),
);

/** On which ground somebody reads the trail, as the record of reading it says. */
export function whyMayReadTrail(asker: Asker): string {
  const ground = roleGround(asker, ['auditor', 'administrator']);
  return ground === undefined
    ? asker.kind
    : `${ROLE_WORDS[ground.role].name.toLowerCase()} since ${formatDay(ground.from)}`;
}
