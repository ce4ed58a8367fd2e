import type { Needs } from '../../../platform/web/access.ts';
import { type Asker, somebodyWith } from './asker.rule.ts';
import { type Role, ROLE_WORDS, ROLES } from './role.shape.ts';

/** A sentence about whoever asks that is true or not: asked by the handler and by the page alike. */
export interface Permission {
  (asker: Asker): boolean;
  /** As the table of who may use what prints it: "may accept a plan". */
  readonly sentence: string;
}

/** Names a rule of who may do what. Pure: it looks at nothing but whoever asks, with their dated grounds. */
export function permission(sentence: string, rule: (asker: Asker) => boolean): Permission {
  return Object.assign((asker: Asker) => rule(asker), { sentence });
}

/** A route for those of whom a sentence is true; never for the public, who are nobody yet. */
export function needs(rule: Permission): Needs {
  return {
    needs: rule.sentence,
    allows: (asker) => asker !== undefined && rule(asker as Asker),
    whoMay: whoMay(rule),
  };
}

/** The roles that are enough by themselves, found by asking the rule itself. */
export function rolesThatMay(rule: (asker: Asker) => boolean): readonly Role[] {
  return ROLES.filter((role) => rule(somebodyWith(role)));
}

/** "a clerk or an administrator"; undefined where every role may, or no role is enough by itself. */
export function whoMay(rule: Permission): string | undefined {
  const roles = rolesThatMay(rule);
  if (roles.length === 0 || roles.length === ROLES.length) return undefined;
  const names = roles.map((role) => withArticle(ROLE_WORDS[role].name.toLowerCase()));
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
}

function withArticle(name: string): string {
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
