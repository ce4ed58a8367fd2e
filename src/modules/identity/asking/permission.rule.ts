import type { Needs } from '../../../platform/web/access.ts';
import type { Asker } from './asker.rule.ts';

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
  return { needs: rule.sentence, allows: (asker) => asker !== undefined && rule(asker as Asker) };
}
