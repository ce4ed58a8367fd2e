/*
 * Two databases that differ only in what an unprivileged reader may not see, and a comparison of every byte they answer.
 *
 * A module with something to hide adds it in one place, `test/support/two-worlds/<module>-secrets.ts`:
 *   secrets.add({ name, differs: [...], plant: async (world, db) => ... })   other in `world.name` A than in B, or in one alone
 *   world.word('title of the draft')   a word for a secret text: it must turn up in no answer and no log
 *   world.stands('first draft', id)    so that each world is asked for it by its own number, as `world.of('first draft')`
 * and the addresses of its routes in `own-addresses.ts`: a route with none fails. What is public belongs in
 * `public-facts.ts`, which both worlds go through first. Never put a difference out of sight in `normal-answer.ts` that is
 * not random in one world as well: a number that shifts because of a secret is a leak.
 */
// In the order in which they are planted: grounds name the drafts they are about.
import './two-worlds/improvement-secrets.ts';
import './two-worlds/identity-secrets.ts';
import './two-worlds/access-secrets.ts';
import './two-worlds/bodies-secrets.ts';
import './two-worlds/bodies-addresses.ts';
import './two-worlds/own-addresses.ts';

export { addPlain, addresses, addressesAmiss } from './two-worlds/addresses.ts';
export { type Compared, TwoWorlds } from './two-worlds/comparison.ts';
export type { Difference } from './two-worlds/differences.ts';
export type { Escaped } from './two-worlds/planted-words.ts';
export { READERS } from './two-worlds/readers.ts';
export { type Secret, secrets } from './two-worlds/secrets.ts';
export { World } from './two-worlds/world.ts';
