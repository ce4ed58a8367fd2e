import type { Reader } from './asking.ts';
import { UNPRIVILEGED } from './public-facts.ts';
import { cookieName } from '../cookie-names.ts';

/** Somebody with no cookie of ours. */
export const THE_PUBLIC: Reader = {
  who: 'the public',
  cookie: () => undefined,
  address: '198.51.100.1',
  isThorough: true,
};

/** The same from another place, with a cookie of a neighbour on the same host. */
export const ELSEWHERE: Reader = {
  who: 'the public elsewhere',
  cookie: () => 'theme=dark; session=of-a-neighbour',
  address: '203.0.113.9',
};

/** A browser whose session is over. */
export const OVER: Reader = {
  who: 'a session that is over',
  cookie: (world) => `${cookieName('session')}=${world.of('token of a session')}`,
  address: '198.51.100.2',
};

/** Every unprivileged persona. */
export const PERSONAS: readonly Reader[] = UNPRIVILEGED.map((role, index) => persona(role, index + 3));

export const READERS: readonly Reader[] = [THE_PUBLIC, OVER, ...PERSONAS];

/** Reads the trail, and nothing that is in a draft. */
export const AUDITOR: Reader = persona('auditor', 20);

function persona(role: string, number: number): Reader {
  return {
    who: role,
    cookie: (world) => world.facts.personas.get(role)?.cookie,
    address: `198.51.100.${number}`,
    isThorough: role === 'delivery-lead',
  };
}
