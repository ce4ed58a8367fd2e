import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generate } from 'otplib';
import type { WebServer } from '../../src/platform/web/index.ts';
import { type AccountHolder, accountHolder, appOn, codeAt, PASSWORD } from '../support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { PlanVisitor } from '../support/plan-visitor.ts';

const NEW = 'copper lantern seldom walrus';

let database: TestDatabase;
let server: WebServer;
let holder: AccountHolder;
let visitor: PlanVisitor;
let made = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database);
});
beforeEach(async () => {
  made += 1;
  holder = await accountHolder(database.db, `Owner${made}`);
  visitor = await signedIn(0);
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

async function signedIn(steps: number): Promise<PlanVisitor> {
  const browser = new PlanVisitor(server);
  await browser.open('/sign-in');
  await browser.send('/sign-in', { name: holder.signInName, password: PASSWORD });
  const { path } = await browser.send('/sign-in/code', { code: await codeAt(steps) });
  if (path !== '/') throw new Error(`Not signed in but at ${path}`);
  return browser;
}

async function change(current: string | undefined) {
  const { words } = await visitor.open('/account/password');
  const secret = /([A-Z2-7]{4} ){3,}[A-Z2-7]{4}/.exec(words)?.[0].replaceAll(' ', '') ?? '';
  return visitor.send('/account/password', {
    ...(current === undefined ? {} : { current }),
    password: NEW,
    code: await generate({ secret }),
  });
}

async function canSignInWith(password: string): Promise<boolean> {
  const browser = new PlanVisitor(server);
  await browser.open('/sign-in');
  return (await browser.send('/sign-in', { name: holder.signInName, password })).path.startsWith(
    '/sign-in/code',
  );
}

describe('changing a password', () => {
  it.each([[undefined], [''], ['not the password it is'], [NEW]])(
    'takes the present one, and changes nothing for %j',
    async (current) => {
      const shown = await change(current);
      expect(shown.status).toBe(422);
      expect(shown.words).toContain('That is not your password now');
      expect(await canSignInWith(NEW)).toBe(false);
      expect(await canSignInWith(PASSWORD)).toBe(true);
    },
  );

  it('is held up after ten wrong guesses at the present one, as somebody at an open desk might make', async () => {
    for (let guess = 0; guess < 10; guess += 1) await change(`guess number ${guess}`);
    const shown = await change(PASSWORD);
    expect(shown.words).toContain('There were too many attempts');
    expect(await canSignInWith(PASSWORD)).toBe(true);
  });

  it('ends every other session, and lets the old password and the old authenticator in no more', async () => {
    const elsewhere = await signedIn(1);
    const shown = await change(PASSWORD);
    expect(shown.status).toBe(200);
    expect((await visitor.open('/account')).status).toBe(200);
    expect((await elsewhere.open('/account')).path).toContain('/sign-in');
    expect(await canSignInWith(PASSWORD)).toBe(false);
    expect(await canSignInWith(NEW)).toBe(true);
  });
});
