import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_WORDS, ROLES } from '../src/modules/identity/index.ts';
import { accessMatrix } from '../src/modules/access/index.ts';
import type { WebServer } from '../src/platform/web/index.ts';
import { openForm } from '../src/platform/web/story/form-token.ts';
import { appOn } from './support/access-app.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';
import { signedInAs } from './support/signed-in.ts';

/**
 * The table of who may use what, asked of the running pages: every route, for the public and for each role alone, by
 * plain HTTP as somebody without a browser would. What the rule opens must open, and what it shuts must be shut before
 * anything is looked up, whatever the address names.
 */

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

/** Ends the very session the test asks with. */
const ENDS_THE_SESSION = new Set(['POST /sign-out']);

/** Numbers and names that are nothing's: who may use a route must not depend on there being anything. */
function filled(path: string): string {
  return path.replaceAll(/:[a-z]+/gi, (name) => (name === ':plan' ? 'no-such-plan' : '999999'));
}

/** What somebody is told whom a rule is not for, by the columns of the table: the sentence, and the roles that may. */
function told(rule: string, open: readonly boolean[]): Answer {
  const roles = ROLES.filter((_role, index) => open[index + 1] === true).map((role) => ROLE_WORDS[role].name);
  const named = roles
    .map((name) => `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`)
    .join(' or ');
  return `refused: It is for somebody who ${rule}: ${named}.`;
}

type Answer = 'open' | 'sent to sign in' | 'refused' | `refused: ${string}`;

async function ask(method: 'GET' | 'POST', path: string, cookie: string, token: string): Promise<Answer> {
  const { statusCode, headers, body } = await server.app.inject({
    method,
    url: filled(path),
    headers: {
      cookie,
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { payload: new URLSearchParams({ _csrf: token }).toString() } : {}),
  });
  if (statusCode === 303 && String(headers.location).startsWith('/sign-in?back=')) return 'sent to sign in';
  if (statusCode === 403 && body.includes('You are not signed in')) return 'refused';
  if (statusCode === 403 && body.includes('You cannot use this page'))
    return `refused: ${/It is for [^<]*/.exec(body)?.[0] ?? ''}`;
  expect(statusCode, `${method} ${path}`).toBeLessThan(500);
  return 'open';
}

describe.each(['public', ...ROLES] as const)('%s', (who) => {
  it('may use what the table says, and nothing else', async () => {
    const index = who === 'public' ? 0 : ROLES.indexOf(who) + 1;
    const holder = who === 'public' ? undefined : await signedInAs(database.db, who);
    const form = await openForm(
      server.app,
      '/sign-in',
      holder === undefined ? {} : { cookie: holder.cookie },
    );
    const wrong: string[] = [];
    const rows = accessMatrix(server.listRoutes());
    for (const { method, path, open, who: rule } of rows) {
      const route = `${method} ${path}`;
      if (ENDS_THE_SESSION.has(route)) continue;
      const answer = await ask(method as 'GET' | 'POST', path, form.cookie, form.token);
      // Nobody is told to ask the role they have themselves, for then the rule would be open to them.
      const shut: Answer =
        who !== 'public' ? told(rule, open) : method === 'GET' ? 'sent to sign in' : 'refused';
      const expected: Answer = open[index] === true ? 'open' : shut;
      if (answer !== expected) wrong.push(`${route}: ${answer}, and the table says ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
  });
});
