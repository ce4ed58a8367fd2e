import type { Reader } from './asking.ts';
import { UNPRIVILEGED } from './public-facts.ts';
import { cookieName } from '../cookie-names.ts';

/** The public, a browser whose session is over, and every unprivileged persona. */
export const READERS: readonly Reader[] = [
  { who: 'the public', cookie: () => undefined, address: '198.51.100.1', isThorough: true },
  {
    who: 'a session that is over',
    cookie: (world) => `${cookieName('session')}=${world.of('token of a session')}`,
    address: '198.51.100.2',
  },
  ...UNPRIVILEGED.map((role, index) => persona(role, index + 3)),
];

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
