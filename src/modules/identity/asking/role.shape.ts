/**
 * What somebody is to the council's improvement, as the papers name it. A role is given from and to a day, to a person
 * or to whoever holds a post. What each may do is said by the permissions of each module and by nothing else.
 */
export const ROLES = [
  'programme-manager',
  'delivery-lead',
  'chair',
  'board-member',
  'clerk',
  'councillor',
  'analyst',
  'auditor',
  'partner',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** A role's name for people, and what it is for. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly name: string; readonly purpose: string }>> = {
  'programme-manager': {
    name: 'Programme manager',
    purpose: 'Keeps the improvement plan true: brings plans in, corrects them and accepts them.',
  },
  'delivery-lead': {
    name: 'Delivery lead',
    purpose: 'Answers for actions of the plan, and sees their own work first.',
  },
  chair: { name: 'Independent chair', purpose: 'Chairs the improvement board and challenges the plan.' },
  'board-member': { name: 'Board member', purpose: 'Sits on the improvement board.' },
  clerk: { name: 'Clerk', purpose: 'Democratic services: bodies, meetings and papers.' },
  councillor: { name: 'Councillor', purpose: 'An elected member of the council.' },
  analyst: { name: 'Performance analyst', purpose: 'Looks after figures and their definitions.' },
  auditor: {
    name: 'Auditor',
    purpose: 'Reads and verifies the audit trail, and who could see or did see what.',
  },
  partner: { name: 'Partner', purpose: 'Works for an organisation that delivers part of the plan.' },
  administrator: {
    name: 'Administrator',
    purpose: 'Keeps people and posts, gives roles, and sets up how people sign in.',
  },
};

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/**
 * Whether a role may be given to a post. An administrator's may not: whoever appoints to a post would give it, and
 * giving it must be an act of its own that names a person.
 */
export function mayGoWithPost(role: Role): boolean {
  return role !== 'administrator';
}
