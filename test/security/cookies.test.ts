import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rounds } from '../support/rounds.ts';
import { openForm } from '../../src/platform/web/story/form-token.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import { appOn, testSeal } from '../support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { cookieName } from '../support/cookie-names.ts';

const NAMES = [
  ...['session', 'form', 'notice', 'half-way', 'device', 'provider'].map((name) => cookieName(name)),
  cookieName('session', { secure: true }),
  '__proto__',
  'constructor',
];

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database);
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

/** Pages that read every cookie there is. */
const PAGES = ['/sign-in', '/sign-in/code', '/account', '/sign-in/organisation/return?state=x', '/nothing'];

async function statuses(cookie: string): Promise<readonly number[]> {
  const answers = await Promise.all(PAGES.map((url) => server.app.inject({ url, headers: { cookie } })));
  for (const { headers } of answers)
    expect([headers['set-cookie']].flat().join('\n')).not.toMatch(/injected|\r|\0/);
  return answers.map(({ statusCode }) => statusCode);
}

const asWithout = [200, 303, 303, 422, 404];

const each = (value: string) => NAMES.map((name) => `${name}=${value}`).join('; ');

describe('a cookie', () => {
  it.each([
    ['that is empty', each('')],
    ['of only an equals sign', '='],
    ['without a name', '=x; =y'],
    ['without a value', NAMES.join(';')],
    ['in quotes', each('"x"')],
    ['that is half decoded', each('%')],
    ['that is overlong UTF-8', each('%c0%ae%c0%ae')],
    ['with a NUL', each('a%00b')],
    ['with a line end, to add a header', each('x%0d%0aSet-Cookie:%20injected=1')],
    ['of another tongue', each('%F0%9F%A6%8A')],
    ['a lone surrogate', each('%ed%a0%80')],
    ['sent twice', `${each('a')}; ${each('b')}`],
    ['of many', Array.from({ length: 300 }, (_, index) => `c${index}=x`).join('; ')],
    ['of 8,000 characters', `${cookieName('session')}=${'a'.repeat(8000)}`],
    ['that is JSON', each(encodeURIComponent('{"personId":1,"__proto__":{"x":1}}'))],
    ['with attributes of its own', `${cookieName('session')}=x; Path=/; Domain=evil.example; Secure`],
    ['of bytes that are no text', each('\u00ff\u0080')],
  ])('%s is none, and breaks nothing', async (_name, cookie) => {
    expect(await statuses(cookie)).toEqual(asWithout);
  });

  it('whatever it holds is none, and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.string({ unit: 'binary', maxLength: 200 }),
        async (name, value) => {
          expect(
            await statuses(`${name}=${encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, ''))}`),
          ).toEqual(asWithout);
        },
      ),
      { numRuns: rounds(30) },
    );
  });

  it('of ours under another of our names is none: a signature does not say what it is of', async () => {
    const { cookie } = await openForm(server.app, '/sign-in');
    const signed = cookie.slice(`${cookieName('form')}=`.length);
    for (const name of NAMES.filter((one) => one !== cookieName('form')))
      expect([name, ...(await statuses(`${name}=${signed}`))]).toEqual([name, ...asWithout]);
    const sealed = testSeal.closeFacts('device', { personId: 1, device: 'x' }, 1000);
    expect(await statuses(each(sealed))).toEqual(asWithout);
    const old = testSeal.closeFacts('half way', { personId: 1, passwordMark: 'x' }, -1);
    expect(await statuses(each(old))).toEqual(asWithout);
  });

  it('larger than headers may be is refused on the wire before anything reads it', async () => {
    const listening = await appOn(database);
    await listening.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = listening.app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookieName('session')}=${'a'.repeat(100_000)}\r\n\r\n`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 431 /);
    socket.destroy();
    await listening.app.close();
  });
});
