import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLink } from '../../src/modules/access/index.ts';
import { Authenticator } from '../support/authenticator.ts';
import { type PasskeyDevice, passkeyDevices } from '../support/passkey-device.ts';
import { excessWidth, flawsOf } from '../support/passes.ts';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { type SignedInPerson, signedInAs } from '../support/signed-in.ts';
import { closeBrowser, NARROWEST, visit, type Visitor } from '../support/visitor.ts';

const PASSWORD = 'harrow lantern oyster twelve';

let app: RunningApp;
let person: SignedInPerson;
let holder: Visitor;
let addDevice: (kind?: 'internal' | 'usb') => Promise<PasskeyDevice>;
let phone: PasskeyDevice;
beforeAll(async () => {
  app = await startApp({ empty: true });
  person = await signedInAs(app.db, 'programme-manager');
  holder = await visit(app.address);
  addDevice = await passkeyDevices(holder.page);
  phone = await addDevice();
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

/** Where they set up how they sign in. */
async function linkOf({ personId, name }: SignedInPerson): Promise<string> {
  const actor = { kind: 'operator', name: 'Test' } as const;
  const made = await app.db
    .transaction()
    .execute((tx) => makeLink(tx, actor, { personId, personName: name }, null));
  if (made.kind !== 'made') throw new Error(made.kind);
  return `${app.address}/link/${made.token}`;
}

const heading = ({ page }: Visitor) => page.locator('h1').innerText();
const text = ({ page }: Visitor) => page.locator('main').innerText();
const banner = ({ page }: Visitor) => page.locator('.govuk-notification-banner').innerText();

async function signOut(visitor: Visitor): Promise<void> {
  await visitor.page.goto(app.address);
  await visitor.follow('Sign out');
  await visitor.press('Sign out');
}

/** Presses a button that a passkey answers, and waits for the page the form leads to. */
async function pressWithPasskey(visitor: Visitor, words: string): Promise<void> {
  const gone = visitor.page.waitForEvent('framenavigated');
  await visitor.press(words);
  await gone;
  await visitor.page.waitForLoadState();
}

it('is made from a link in one click, with nothing typed', async () => {
  await holder.page.goto(await linkOf(person));
  expect(await heading(holder)).toBe('Set up how you sign in');
  expect(await flawsOf(holder.page)).toEqual([]);
  const before = holder.clicks();
  await pressWithPasskey(holder, 'Make a passkey');
  expect(holder.clicks() - before).toBe(1);
  expect(await banner(holder)).toContain('Your passkey is made, and you are signed in.');
  expect(await heading(holder)).toBe(person.name);
  expect(await phone.passkeys()).toBe(1);
});

it('signs in from the home page in two clicks', async () => {
  await signOut(holder);
  const before = holder.clicks();
  await holder.follow('Sign in');
  await pressWithPasskey(holder, 'Sign in with a passkey');
  expect(holder.clicks() - before).toBe(2);
  expect(await holder.page.locator('header').innerText()).toContain(person.name);
});

it('leads to the page that was asked for', async () => {
  await signOut(holder);
  await holder.page.goto(`${app.address}/plan/import`);
  expect(await heading(holder)).toBe('Sign in');
  await pressWithPasskey(holder, 'Sign in with a passkey');
  expect(holder.page.url()).toBe(`${app.address}/plan/import`);
});

it('says so where the phone does not know its owner, and lets them try again', async () => {
  await signOut(holder);
  await holder.follow('Sign in');
  await phone.knowsItsOwner(false);
  const problem = holder.page.locator('.tl-passkey__problem');
  expect(await problem.isVisible()).toBe(false);
  await holder.press('Sign in with a passkey');
  await problem.waitFor({ state: 'visible' });
  expect(await problem.innerText()).toContain('The passkey was not used. Try again, or choose another way.');
  expect(await flawsOf(holder.page)).toEqual([]);
  await phone.knowsItsOwner(true);
  await holder.page.waitForTimeout(1_000);
  await pressWithPasskey(holder, 'Sign in with a passkey');
  expect(await holder.page.locator('header').innerText()).toContain(person.name);
});

it('cannot be removed while it is the only way in', async () => {
  await holder.page.goto(`${app.address}/account`);
  await holder.press(/^Remove the passkey/);
  expect(await holder.page.locator('.govuk-error-summary').innerText()).toContain(
    'This passkey is your only way in',
  );
  expect(await flawsOf(holder.page)).toEqual([]);
});

it('is joined by a second in a click, and either of them can then be removed', async () => {
  await holder.page.goto(`${app.address}/account`);
  const first = await holder.page.locator('.tl-passkeys li').innerText();
  await phone.answers(false);
  const key = await addDevice('usb');
  const before = holder.clicks();
  await holder.page.getByLabel('What you will know it by').fill('Key on my ring');
  await pressWithPasskey(holder, 'Add a passkey');
  expect(holder.clicks() - before).toBe(1);
  expect(await banner(holder)).toContain('Added the passkey.');
  expect(await key.passkeys()).toBe(1);
  expect(await holder.page.locator('.tl-passkeys li').count()).toBe(2);
  expect(await flawsOf(holder.page)).toEqual([]);
  await holder.page.setViewportSize(NARROWEST);
  expect(await excessWidth(holder.page)).toBe(0);

  await holder.page
    .locator('.tl-passkeys li', { hasText: first.split('\n')[0] ?? '' })
    .getByRole('button')
    .click();
  await holder.page.waitForLoadState();
  expect(await banner(holder)).toContain('Removed the passkey');
  expect(await text(holder)).toContain('Key on my ring');
  expect(await holder.page.locator('.tl-passkeys li').count()).toBe(1);

  // What was removed opens nothing, though the phone still has it.
  await signOut(holder);
  await holder.follow('Sign in');
  await key.answers(false);
  await phone.answers(true);
  await pressWithPasskey(holder, 'Sign in with a passkey');
  expect(await holder.page.locator('.govuk-error-summary').innerText()).toContain(
    'That passkey was not accepted',
  );
  await phone.answers(false);
  await key.answers(true);
  await pressWithPasskey(holder, 'Sign in with a passkey');
  expect(await holder.page.locator('header').innerText()).toContain(person.name);
});

it('is not asked for without JavaScript, where the page says what else there is and a password works', async () => {
  const other = await signedInAs(app.db, 'analyst');
  const reader = await visit(await linkOf(other), { javaScriptEnabled: false });
  expect(await reader.page.getByRole('button', { name: 'Make a passkey' }).isVisible()).toBe(false);
  expect(await text(reader)).toContain('A passkey needs JavaScript, which is off in this browser.');
  await reader.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  const authenticator = new Authenticator((await reader.page.locator('.tl-secret').textContent()) ?? '');
  const signInName = await reader.page.getByLabel('The name you sign in with').inputValue();
  await reader.page.getByLabel('The six figures it shows now').fill(await authenticator.next());
  await reader.press('Set this password and sign in');
  await reader.press('I have kept them');
  expect(await heading(reader)).toBe(other.name);
  await signOut(reader);

  await reader.follow('Sign in');
  expect(await reader.page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
  expect(await text(reader)).toContain('A passkey needs JavaScript, which is off in this browser.');
  expect(await excessWidth(reader.page)).toBe(0);
  await reader.page.getByLabel('The name you sign in with').fill(signInName);
  await reader.page.getByLabel('Password').fill(PASSWORD);
  await reader.press('Continue');
  await reader.page
    .getByLabel('The six figures your authenticator shows now')
    .fill(await authenticator.next());
  await reader.press('Sign in');
  expect(await reader.page.locator('header').innerText()).toContain(other.name);
  await reader.leave();
});
