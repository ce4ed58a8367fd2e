import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { PATIENCE } from '../support/patience.ts';
import { Authenticator } from '../support/authenticator.ts';
import { start, type Started, stop, throughline } from '../support/npm-start.ts';
import { excessWidth, flawsOf } from '../support/passes.ts';
import { closeBrowser, NARROWEST, visit, type Visitor } from '../support/visitor.ts';

const PASSWORD = 'harrow lantern oyster twelve';
const SIGN_IN_NAME = 'jo.larkspur@loamshire.example';

let folder: string;
let environment: { readonly THROUGHLINE_DATA: string };
let running: Started;
let address: string;
/** As it was printed at the first start. */
let link: string;
let phone: Authenticator;
let recoveryCodes: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'throughline-set-up-'));
  environment = { THROUGHLINE_DATA: path.join(folder, 'data') };
  running = start(['--empty'], environment);
  address = await running.address;
  link = await vi.waitFor(linkSaid, PATIENCE);
});
afterAll(async () => {
  await closeBrowser();
  await stop(running);
  await rm(folder, { recursive: true, force: true });
});

/** The link to set it up that the program printed. */
function linkSaid(): string {
  const found = /http:\S+\/set-up\/\S+/.exec(running.said());
  if (found === null) throw new Error(`No link in ${running.said()}`);
  return found[0];
}

const heading = ({ page }: Visitor) => page.locator('h1').innerText();

async function passes({ page }: Visitor): Promise<void> {
  expect(await flawsOf(page)).toEqual([]);
  const before = page.viewportSize();
  await page.setViewportSize(NARROWEST);
  expect(await excessWidth(page)).toBe(0);
  if (before !== null) await page.setViewportSize(before);
}

/** Fills in the password, reads the authenticator's secret off the page, and fills in its code. */
async function fillPasswordAndCode({ page }: Visitor): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  phone = new Authenticator((await page.locator('.tl-secret').textContent()) ?? '');
  await page.getByLabel('The six figures it shows now').fill(await phone.next());
}

async function signIn(visitor: Visitor, code: string): Promise<void> {
  await visitor.follow('Sign in');
  await visitor.page.getByLabel('The name you sign in with').fill(SIGN_IN_NAME);
  await visitor.page.getByLabel('Password').fill(PASSWORD);
  await visitor.press('Continue');
  await visitor.page.getByLabel('The six figures your authenticator shows now').fill(code);
  await visitor.press('Sign in');
}

it('sets up an empty installation from the printed link, in three clicks until they are signed in', async () => {
  const officer = await visit(link);
  expect(await heading(officer)).toBe('Set up Throughline');
  await passes(officer);
  await officer.page.getByLabel('Name of the council').fill('Loamshire County Council');
  await officer.page.getByLabel('Forenames').fill('Jo');
  await officer.page.getByLabel('Surname').fill('Larkspur');
  await officer.page.getByLabel('The name you will sign in with').fill(SIGN_IN_NAME);
  await officer.press('Name the council and continue');

  expect(await heading(officer)).toBe('Set up how you sign in');
  await passes(officer);
  await fillPasswordAndCode(officer);
  await officer.press('Set this password and sign in');
  expect(await heading(officer)).toBe('Keep your recovery codes');
  await passes(officer);
  recoveryCodes = await officer.page.locator('.tl-codes li').allInnerTexts();
  expect(new Set(recoveryCodes).size).toBe(10);
  await officer.press('I have kept them');

  expect(officer.clicks()).toBe(3);
  expect(await heading(officer)).toBe('Jo Larkspur');
  expect(await officer.page.locator('main').innerText()).toContain('Administrator');
  expect(await officer.page.locator('main').innerText()).toContain('10 of 10 left');
  await officer.leave();
});

it('says what is wrong with the password, the code and a form left empty, and keeps what was typed', async () => {
  // Another way in for the same person, to fill the form wrongly without using the first link up.
  const made = await throughline(['access', 'link'], environment);
  const again = /http:\S+(\/link\/\S+)/.exec(made.said)?.[1] ?? '';
  const officer = await visit(address + again);
  await officer.press('Set this password and sign in');
  expect(await officer.page.locator('.govuk-error-summary li').allInnerTexts()).toEqual([
    'Enter a password',
    'Enter the six figures your authenticator shows',
  ]);
  await passes(officer);
  const secret = await officer.page.locator('.tl-secret').textContent();
  await officer.page.getByLabel('Password', { exact: true }).fill('loamshire county council');
  await officer.page.getByLabel('The six figures it shows now').fill('000000');
  await officer.press('Set this password and sign in');
  expect(await officer.page.locator('.govuk-error-summary li').count()).toBe(1);
  // The phone has read the picture already, and need not read another.
  expect(await officer.page.locator('.tl-secret').textContent()).toBe(secret);
  await officer.leave();
});

it('shows the council’s name on every page at once, and makes one who is set up sign in', async () => {
  const reader = await visit(address);
  for (const page of ['/', '/glossary', '/people', '/sign-in']) {
    await reader.page.goto(address + page);
    expect(await reader.page.locator('header').innerText()).toContain('Loamshire County Council');
    expect(await reader.page.title()).toContain('Loamshire County Council');
  }
  await reader.page.goto(`${address}/access`);
  expect(await heading(reader)).toBe('Sign in');
  await reader.leave();
});

it('opens the printed link once', async () => {
  const stranger = await visit(link);
  expect(await heading(stranger)).toBe('This link does not work');
  await passes(stranger);
  await stranger.leave();
});

it('signs out, and in again with the password and a code, in three clicks', async () => {
  const officer = await visit(address);
  await officer.follow('Sign in');
  await passes(officer);
  await officer.page.goto(address);
  const before = officer.clicks();
  await signIn(officer, await phone.next());
  expect(officer.clicks() - before).toBe(3);
  expect(await officer.page.locator('header').innerText()).toContain('Jo Larkspur');
  await officer.follow('Sign out');
  await officer.press('Sign out');
  expect(await officer.page.locator('.govuk-notification-banner').innerText()).toContain(
    'You are signed out.',
  );
  expect(await officer.page.locator('header').innerText()).not.toContain('Jo Larkspur');
  await officer.page.goto(`${address}/account`);
  expect(await heading(officer)).toBe('Sign in');
  await officer.leave();
});

it('lets a recovery code in once', async () => {
  const [code = ''] = recoveryCodes;
  const officer = await visit(address);
  await signIn(officer, code);
  await officer.follow('Jo Larkspur');
  expect(await officer.page.locator('main').innerText()).toContain('9 of 10 left');
  await officer.leave();
  const again = await visit(address);
  await signIn(again, code);
  expect(await heading(again)).toBe('Enter your code');
  expect(await again.page.locator('.govuk-error-summary').innerText()).toContain('was used already');
  await passes(again);
  await again.leave();
});

it('says the same of a wrong password as of a name that is nobody’s', async () => {
  const said: string[] = [];
  for (const name of [SIGN_IN_NAME, 'nobody@loamshire.example']) {
    const stranger = await visit(`${address}/sign-in`);
    await stranger.page.getByLabel('The name you sign in with').fill(name);
    await stranger.page.getByLabel('Password').fill('not the password at all');
    await stranger.press('Continue');
    said.push((await stranger.page.locator('main').innerText()).replaceAll(name, ''));
    expect(await stranger.page.getByLabel('The name you sign in with').inputValue()).toBe(name);
    expect(await stranger.page.getByLabel('Password').inputValue()).toBe('');
    await passes(stranger);
    await stranger.leave();
  }
  expect(said[0]).toContain('The name or the password is wrong');
  expect(said[1]).toBe(said[0]);
});

it('prints no link when it is started again, and makes a new one on the machine itself', async () => {
  expect(await stop(running)).toBe(0);
  running = start(['--empty'], environment);
  address = await running.address;
  await expect.poll(running.said).toContain('Press Ctrl and C to stop it.');
  expect(running.said()).not.toMatch(/\/(set-up|link)\//);

  const made = await throughline(['access', 'link'], { ...environment, PORT: new URL(address).port });
  expect(made.code).toBe(0);
  expect(made.said).toContain('It is for Jo Larkspur');
  const lockedOut = await visit(/http:\S+/.exec(made.said)?.[0] ?? '');
  expect(lockedOut.page.url()).toMatch(`${address}/link/`);
  await fillPasswordAndCode(lockedOut);
  await lockedOut.press('Set this password and sign in');
  await lockedOut.press('I have kept them');
  expect(lockedOut.clicks()).toBe(2);
  expect(await heading(lockedOut)).toBe('Jo Larkspur');
  await lockedOut.leave();

  // Whoever held the old codes is out.
  const [, second = ''] = recoveryCodes;
  const finder = await visit(address);
  await signIn(finder, second);
  expect(await finder.page.locator('.govuk-error-summary').innerText()).toContain('does not fit');
  await finder.leave();
});
