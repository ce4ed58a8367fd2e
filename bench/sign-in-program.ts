import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { generateSecret } from 'otplib';
import type * as LoadSample from '../src/cli/load-sample.ts';
import type * as Accounts from '../src/modules/access/accounts/keep-accounts.ts';
import type * as RoleGrants from '../src/modules/access/roles/give-role.ts';
import type * as Sessions from '../src/modules/access/sessions/keep-sessions.ts';
import type * as SignIn from '../src/modules/access/credentials/check-credentials.ts';
import type * as Passwords from '../src/modules/access/credentials/passwords.port.ts';
import type * as Identity from '../src/modules/identity/index.ts';
import type * as Access from '../src/platform/web/access.ts';
import type { PlainDay } from '../src/platform/time/plain-day.ts';
import { fill } from './audit-bench.ts';
import { load } from './product.ts';
import { BENCH_PASSWORD, type OwnTimes, type SignInReady } from './sign-in-names.ts';

const SESSIONS_OF_EACH_ROLE = 5;
const ACCOUNTS = 60;

/**
 * The process that is measured: the program as it is built, with the sample, a long audit trail, people who are signed in
 * and people who sign in. It takes the word of whoever asks for where they ask from, so that attempts to sign in are not
 * all counted as one place's.
 */
const [root = '', events = '0'] = process.argv.slice(2);
const dist = (file: string): Promise<unknown> => import(pathToFileURL(path.join(root, 'dist', file)).href);
const { readConfig } = await load(root, 'config');
const { openDatabase, migrate } = await load(root, 'db');
const { createLog } = await load(root, 'log');
const { buildApp } = await load(root, 'app');
const { Seal } = await load(root, 'seal');
const { loadSample } = (await dist('cli/load-sample.js')) as typeof LoadSample;
const { openAccount } = (await dist('modules/access/accounts/keep-accounts.js')) as typeof Accounts;
const { giveRole } = (await dist('modules/access/roles/give-role.js')) as typeof RoleGrants;
const { startSession } = (await dist('modules/access/sessions/keep-sessions.js')) as typeof Sessions;
const { codePurpose } = (await dist('modules/access/credentials/check-credentials.js')) as typeof SignIn;
const { hashPassword, isPassword } = (await dist(
  'modules/access/credentials/passwords.port.js',
)) as typeof Passwords;
const { addPerson, ROLES } = (await dist('modules/identity/index.js')) as typeof Identity;
const { isOpenTo } = (await dist('platform/web/access.js')) as typeof Access;

const read = readConfig(process.env);
if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
const log = createLog(read.config.logLevel);
const opened = await openDatabase(read.config, { log, onStep: () => undefined });
if (opened.kind === 'problem') throw new Error(opened.message);
const { db } = opened;
const migrated = await migrate(db, path.join(root, 'migrations'), () => undefined);
if (migrated.kind === 'problem') throw new Error(migrated.message);
await loadSample(db);
await fill(db, Number(events));

const actor = { kind: 'operator', name: 'Bench' } as const;
const seal = new Seal(Buffer.alloc(32));
const passwordHash = await hashPassword(BENCH_PASSWORD);
const held: { readonly role: string; readonly token: string }[] = [];
const accounts: SignInReady['accounts'][number][] = [];

for (const role of ROLES)
  for (let number = 1; number <= SESSIONS_OF_EACH_ROLE; number += 1) {
    const personId = await somebody(`${role} ${number}`, role);
    const token = await db.transaction().execute((tx) =>
      startSession(tx, {
        personId,
        personName: role,
        method: 'passkey',
        browser: '',
        requestId: 'BCDF-GHJK',
      }),
    );
    held.push({ role, token });
  }
for (let number = 1; number <= ACCOUNTS; number += 1) {
  const personId = await somebody(`account ${number}`, 'clerk');
  const secret = generateSecret();
  await db
    .updateTable('access.account')
    .set({ password_hash: passwordHash, code_secret: seal.close(codePurpose(personId), secret) })
    .where('person_id', '=', personId)
    .execute();
  accounts.push({ name: nameOf(`account ${number}`), secret });
}
await sql`analyze`.execute(db);

const server = await buildApp({
  config: read.config,
  councilName: 'Loamshire County Council',
  dataFolder: 'no-such-folder',
  formSecret: 'a secret of a benchmark that nobody needs to guess',
  // What is measured is how long a thing takes, again and again.
  makingLimits: {
    ofOne: { atOnce: Infinity, inAMinute: Infinity },
    ofThePublic: { atOnce: Infinity, inAMinute: Infinity },
  },
  seal,
  db: opened.pagesDb,
  log,
  trustedProxies: ['127.0.0.1'],
});
const address = await server.app.listen({ host: '127.0.0.1', port: 0 });

process.on('message', (message) => {
  if (message === 'own times') void ownTimes().then((times) => process.send?.(times));
});
process.on('SIGTERM', () => {
  void (async () => {
    await server.app.close();
    await opened.close();
    process.exit(0);
  })();
});
// An older version, measured beside this one, has one name for every installation and does not say it.
const { cookieName = (name: string) => name } = server as Partial<Pick<typeof server, 'cookieName'>>;
const sessions = held.map(({ role, token }) => ({ role, cookie: `${cookieName('session')}=${token}` }));
process.send?.({ address, sessions, accounts, events: Number(events) } satisfies SignInReady);

function nameOf(surname: string): string {
  return `${surname.replaceAll(' ', '.')}@loamshire.example`;
}

async function somebody(surname: string, role: Identity.Role): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const personId = await addPerson(tx, actor, {
      name: { title: null, forenames: ['Bench'], knownAs: null, surname, suffix: null, honours: [] },
      source: 'A benchmark',
    });
    await openAccount(tx, actor, { personId, signInName: nameOf(surname) });
    const from = '2026-01-01' as PlainDay;
    await giveRole(tx, actor, {
      role,
      to: { personId },
      from,
      until: null,
      source: 'A benchmark',
      givenBy: 'person',
    });
    return personId;
  });
}

async function ownTimes(): Promise<OwnTimes> {
  const argon2: number[] = [];
  for (let time = 0; time < 60; time += 1) {
    const started = performance.now();
    await isPassword(passwordHash, BENCH_PASSWORD);
    argon2.push(performance.now() - started);
  }
  return { argon2, permissions: permissionsOfAPage() };
}

/** The places at the top of a page that not everybody may use, and the page itself, asked of somebody with many grounds. */
function permissionsOfAPage(): number {
  const paths = ['/my-work', '/plan/import', '/access', '/audit', '/my-work'];
  const asked = paths.map((wanted) => {
    const route = server.listRoutes().find(({ method, path }) => method === 'GET' && path === wanted);
    if (route === undefined) throw new Error(`There is no route ${wanted}`);
    return route.access;
  });
  const day = '2026-11-28' as PlainDay;
  const asker: Identity.Asker = {
    kind: 'person',
    name: 'Bench',
    personId: 1,
    day,
    grounds: Array.from({ length: 12 }, (_, postId) => ({
      kind: 'post' as const,
      postId,
      title: 'A post',
      from: '2026-01-01' as PlainDay,
      to: null,
    })),
  };
  const times = 200_000;
  let open = 0;
  const run = () => {
    for (const access of asked) if (isOpenTo(access, asker)) open += 1;
  };
  for (let time = 0; time < times; time += 1) run();
  const started = performance.now();
  for (let time = 0; time < times; time += 1) run();
  const each = (performance.now() - started) / times;
  if (open === 0) throw new Error('Nothing was open');
  return each;
}
