import { SIGN_IN_NAMES, WRONG_PASSWORD } from './access-secrets.ts';
import type { Ask } from './asking.ts';
import type { World } from './world.ts';
import { cookieName } from '../cookie-names.ts';

/** Requests that lead to every kind of error page. */
export const oddRequests: readonly Ask[] = [
  { method: 'GET', url: '/nothing-here' },
  { method: 'GET', url: '/nothing-here', headers: { accept: 'application/json' } },
  { method: 'GET', url: '/people/1/x.css' },
  { method: 'GET', url: '/plan/kent-2011/action/1.1.1/x.css' },
  { method: 'GET', url: '/%E0%A4%A' },
  { method: 'GET', url: `/${'long'.repeat(1100)}` },
  { method: 'GET', url: '/', headers: { host: 'elsewhere.example' } },
  { method: 'GET', url: '/people?on=2026-13-45' },
  { method: 'GET', url: '/', headers: { cookie: `${cookieName('session')}=${'x'.repeat(43)}` } },
  { method: 'GET', url: '/', headers: { cookie: `${cookieName('session')}=${'x'.repeat(5000)}` } },
  { method: 'POST', url: '/glossary' },
  { method: 'POST', url: '/nothing-here', form: { name: 'x' } },
  { method: 'POST', url: '/sign-in', form: {}, headers: { origin: 'https://elsewhere.example' } },
  { method: 'POST', url: '/sign-in', payload: '<x/>', headers: { 'content-type': 'text/xml' } },
  { method: 'POST', url: '/sign-in', payload: 'x', headers: { 'content-type': 'multipart/form-data' } },
  { method: 'PUT', url: '/people' },
  { method: 'DELETE', url: '/people/1' },
  { method: 'OPTIONS', url: '/people' },
];

/** Forms that ask about a secret, to be sent with a token: whether there is an account, a passkey, a session, a link. */
export function formsThatProbe(world: World): readonly Ask[] {
  const post = (url: string, form: Readonly<Record<string, string>>): Ask => ({ method: 'POST', url, form });
  return [
    ...SIGN_IN_NAMES.map((name) => post('/sign-in', { name, password: WRONG_PASSWORD })),
    post('/sign-in/code', { code: '123456' }),
    ...[1, 2, 3].map((number) =>
      post('/sign-in/passkey', {
        answer: JSON.stringify({
          id: world.of(`passkey ${number}`, passkeyOfNobody),
          response: {},
          type: 'public-key',
        }),
      }),
    ),
    post('/account/passkeys/remove', { passkey: world.of('passkey 1', passkeyOfNobody) }),
    post('/account/sessions/end', { session: world.of('session') }),
    post(`/link/${world.of('link that opens nothing')}`, { password: WRONG_PASSWORD, code: '123456' }),
    post(`/plan/import/${world.of('first draft')}/drop`, {}),
    post(`/plan/import/${world.of('second draft')}/accept`, { title: 'Anything' }),
    post('/look-around', { role: 'nobody' }),
  ];
}

function passkeyOfNobody(): string {
  return 'n'.repeat(43);
}
