import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessMatrix, matrixInMarkdown } from '../src/modules/access/index.ts';
import type { RouteFact, WebServer } from '../src/platform/web/index.ts';
import { appOn } from './support/access-app.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';

const DOCUMENT = fileURLToPath(new URL('../docs/access-matrix.md', import.meta.url));

let database: TestDatabase;
let real: WebServer;
let sample: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  real = await appOn(database);
  sample = await appOn(database, { lookAround: true });
});
afterAll(async () => {
  await real.app.close();
  await sample.app.close();
  await database.close();
});

const named = ({ method, path: of }: RouteFact) => `${method} ${of}`;

/** Written anew with `npm run matrix`, and read by people as it stands: it must be what the code says. */
it('the table in the papers is the one the code makes, with every route there is', async () => {
  const rows = accessMatrix(sample.listRoutes());
  expect(rows.map(({ method, path: of }) => `${method} ${of}`).toSorted()).toEqual(
    sample.listRoutes().map(named).toSorted(),
  );
  await expect(
    `${[
      '# Who may use what',
      '',
      'Made from the rules that the routes themselves ask (`npm run matrix` writes it again); a test fails where it is not what',
      'the code says. *Yes* is for somebody with that role and no other. What a page shows of single things is decided for each:',
      'a plan that is not accepted yet is there for those alone who may read it. `/look-around` exists only with the sample on',
      'loopback.',
      '',
      matrixInMarkdown(sample.listRoutes()),
    ].join('\n')}\n`,
  ).toMatchFileSnapshot(DOCUMENT);
});

it('a real installation has no way to look around as somebody', async () => {
  const only = sample
    .listRoutes()
    .map(named)
    .filter((route) => !real.listRoutes().map(named).includes(route));
  expect(only).toEqual(['GET /look-around', 'POST /look-around']);
  const answers = await Promise.all(
    (['GET', 'POST'] as const).map((method) => real.app.inject({ method, url: '/look-around' })),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  const home = await real.app.inject({ url: '/sign-in' });
  expect(home.body).not.toMatch(/look around/i);
});

it('every route that changes anything but a way in is closed to the public', () => {
  const open = real
    .listRoutes()
    .filter(({ method, access }) => method === 'POST' && access === 'public')
    .map(({ path: of }) => of);
  expect(open.toSorted()).toEqual([
    '/link/:token',
    '/link/:token/passkey',
    '/set-up/:token',
    '/sign-in',
    '/sign-in/code',
    '/sign-in/passkey',
    '/sign-out',
  ]);
});
