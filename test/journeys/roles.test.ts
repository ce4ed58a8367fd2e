import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLink } from '../../src/modules/access/index.ts';
import { addDays, partsOf, systemClock, todayInLondon } from '../../src/platform/time/plain-day.ts';
import { passkeyDevices } from '../support/passkey-device.ts';
import { excessWidth, flawsOf } from '../support/passes.ts';
import { addSomebody } from '../support/recorded-facts.ts';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { type SignedInPerson, signedInAs } from '../support/signed-in.ts';
import { closeBrowser, DESKTOP, NARROWEST, visit, type Visitor } from '../support/visitor.ts';

const today = todayInLondon(systemClock);

let app: RunningApp;
/** Who administers, at one browser, and whom they invite, at another. */
let self: SignedInPerson;
let administrator: Visitor;
let invited: Visitor;
beforeAll(async () => {
  app = await startApp();
  await addSomebody(app.db, 'Ana Brook');
  await addSomebody(app.db, 'Bo Field');
  self = await signedInAs(app.db, 'administrator');
  const actor = { kind: 'operator', name: 'Test' } as const;
  const made = await app.db
    .transaction()
    .execute((tx) => makeLink(tx, actor, { personId: self.personId, personName: self.name }, null));
  if (made.kind !== 'made') throw new Error(made.kind);
  administrator = await visitWithPhone(`${app.address}/link/${made.token}`);
  await pressWithPasskey(administrator, 'Make a passkey');
  await administrator.page.goto(app.address);
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

async function visitWithPhone(address: string): Promise<Visitor> {
  const visitor = await visit('about:blank');
  const addDevice = await passkeyDevices(visitor.page);
  await addDevice();
  await visitor.page.goto(address);
  return visitor;
}

async function pressWithPasskey(visitor: Visitor, words: string): Promise<void> {
  const gone = visitor.page.waitForEvent('framenavigated');
  await visitor.press(words);
  await gone;
  await visitor.page.waitForLoadState();
}

const heading = ({ page }: Visitor) => page.locator('h1').innerText();
const text = ({ page }: Visitor) => page.locator('main').innerText();
const banner = ({ page }: Visitor) => page.locator('.govuk-notification-banner').innerText();
const complaints = ({ page }: Visitor) => page.locator('.govuk-error-summary').innerText();

/** Fills in a day, given as so many days from today. */
async function fillDay({ page }: Visitor, name: string, daysFromToday: number): Promise<void> {
  const day = partsOf(addDays(today, daysFromToday));
  for (const part of ['day', 'month', 'year'] as const)
    await page.locator(`#${name}-${part}`).fill(String(day[part]));
}

/** At a desktop and at 320 pixels. */
async function passes({ page }: Visitor): Promise<void> {
  for (const viewport of [NARROWEST, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await flawsOf(page)).toEqual([]);
    expect(await excessWidth(page)).toBe(0);
  }
}

/** How many clicks something takes them. */
async function clicksOf(visitor: Visitor, work: () => Promise<void>): Promise<number> {
  const before = visitor.clicks();
  await work();
  return visitor.clicks() - before;
}

it('gives somebody a role from and to a day, in five clicks from the home page', async () => {
  await administrator.page.goto(app.address);
  const clicks = await clicksOf(administrator, async () => {
    await administrator.follow('People and posts');
    await administrator.follow('Ana Brook');
    await administrator.press('Roles and way in');
    await administrator.press('Give a role');
    await passes(administrator);
    await administrator.page.getByLabel('Programme manager').check();
    await fillDay(administrator, 'from', 0);
    await fillDay(administrator, 'until', 365);
    await administrator.page.getByLabel('Who decided it').fill('Director’s letter');
    await administrator.press('Give this role');
  });
  expect(clicks).toBe(5);
  expect(await banner(administrator)).toContain('Gave the role.');
  expect(await text(administrator)).toContain('Programme manager');
  expect(await text(administrator)).toContain('Director’s letter');
  expect(await text(administrator)).toContain('They cannot sign in yet.');
  await passes(administrator);
});

it('says what is wrong in the form of a role, and what was given already', async () => {
  await administrator.press('Give a role');
  await administrator.press('Give this role');
  expect(await administrator.page.locator('.govuk-error-summary li').allInnerTexts()).toEqual([
    'Choose a role',
    'Enter the first day of the role, like 1 April 2027',
    'Enter who decided it, like Director’s letter of 3 March 2027',
  ]);
  await passes(administrator);
  await administrator.page.getByLabel('Programme manager').check();
  await fillDay(administrator, 'from', 30);
  await administrator.page.getByLabel('Who decided it').fill('Another letter');
  await administrator.press('Give this role');
  expect(await complaints(administrator)).toContain('That role was given already');
  await passes(administrator);
});

it('lets them sign in by a link, in two clicks, which they open and are in with one', async () => {
  await administrator.follow('Roles and way in');
  const clicks = await clicksOf(administrator, async () => {
    await administrator.press('Let them sign in');
    await passes(administrator);
    await administrator.page.getByLabel('The name they will sign in with').fill('ana@loamshire.example');
    await administrator.press('Let them sign in and make their link');
  });
  expect(clicks).toBe(2);
  await passes(administrator);
  const link = await administrator.page.locator('.tl-secret').innerText();
  await administrator.page.goto(`${app.address}/access/outbox`);
  expect(await text(administrator)).toContain(link);

  invited = await visitWithPhone(link);
  expect(await text(invited)).toContain('Ana Brook');
  await pressWithPasskey(invited, 'Make a passkey');
  expect(invited.clicks()).toBe(1);
  await invited.follow('Import a plan');
  expect(await heading(invited)).toBe('Import a plan');

  // The link has worked, and the message with it keeps nothing of it.
  const late = await visit(link);
  expect(await heading(late)).toBe('This link does not work');
  await late.leave();
  await administrator.page.reload();
  expect(await text(administrator)).not.toContain(link);
});

it('sees their session and ends it in three clicks: their next click finds them signed out', async () => {
  await administrator.page.goto(app.address);
  const clicks = await clicksOf(administrator, async () => {
    await administrator.follow('Roles and sign-in');
    await administrator.follow('Sessions');
    expect(await text(administrator)).toContain('Ana Brook');
    await passes(administrator);
    await administrator.press(/^End the session of Ana Brook/);
  });
  expect(clicks).toBe(3);
  expect(await banner(administrator)).toContain('Ended that session.');
  await invited.follow('Import a plan');
  expect(await heading(invited)).toBe('Sign in');
  expect(await invited.page.locator('header').innerText()).not.toContain('Ana Brook');
  await pressWithPasskey(invited, 'Sign in with a passkey');
  expect(await heading(invited)).toBe('Import a plan');
});

it('takes the role away at once in three clicks: their next page is refused, and they do not get in again', async () => {
  await administrator.page.goto(app.address);
  const clicks = await clicksOf(administrator, async () => {
    await administrator.follow('Roles and sign-in');
    await passes(administrator);
    await administrator.follow('End Programme manager of Ana Brook');
    await passes(administrator);
    await administrator.page.getByLabel('At once').check();
    await administrator.page.getByLabel('Why it ends').fill('Moved to another council');
    await administrator.press('End this role');
  });
  expect(clicks).toBe(3);
  expect(await banner(administrator)).toContain('Ended the role Programme manager.');
  await invited.follow('Import a plan');
  expect(await heading(invited)).toBe('Sign in');
  await pressWithPasskey(invited, 'Sign in with a passkey');
  expect(await heading(invited)).toBe('You have no role in Throughline today');
  await passes(invited);
});

it('gives a role to a post: whoever is appointed has it, and only where somebody recorded that', async () => {
  await administrator.page.goto(`${app.address}/posts`);
  await administrator.press('Add a post');
  await administrator.page.getByLabel('What the post is called').fill('Head of Plan Office');
  await administrator.page.getByLabel('One', { exact: true }).check();
  await administrator.press('Add this post');
  const clicks = await clicksOf(administrator, async () => {
    await administrator.press('Roles of this post');
    await passes(administrator);
    expect(await administrator.page.getByLabel('Administrator').count()).toBe(0);
    await administrator.page.getByLabel('Programme manager').check();
    await fillDay(administrator, 'from', -60);
    await administrator.page.getByLabel('Who decided it').fill('Board of 3 March');
    await administrator.press('Give this role');
  });
  expect(clicks).toBe(2);
  expect(await banner(administrator)).toContain('Gave the role to whoever holds the post.');
  await passes(administrator);

  await administrator.follow('Head of Plan Office');
  await administrator.press('Appoint somebody');
  await administrator.page.getByLabel('Who', { exact: true }).selectOption({ label: 'Ana Brook' });
  await fillDay(administrator, 'since', -30);
  await fillDay(administrator, 'statedOn', -30);
  await administrator.page.getByLabel('Who says so').fill('Letter of appointment');
  await administrator.press('Record the appointment');

  await invited.page.goto(`${app.address}/plan/import`);
  await pressWithPasskey(invited, 'Sign in with a passkey');
  expect(await heading(invited)).toBe('Import a plan');
  await invited.follow('Ana Brook');
  expect(await text(invited)).toContain('with the post Head of Plan Office');
  await passes(invited);
});

it('ends everything of somebody who leaves in one step that shows it and hands it on', async () => {
  await administrator.page.goto(`${app.address}/people`);
  const clicks = await clicksOf(administrator, async () => {
    await administrator.follow('Ana Brook');
    await administrator.press('This person is leaving');
    const owned = await text(administrator);
    for (const words of ['Head of Plan Office', 'Their way in', /sessions? that goe?s? on/])
      expect(owned).toMatch(words);
    await passes(administrator);
    await fillDay(administrator, 'lastDay', -1);
    await administrator.page.getByLabel('Head of Plan Office').selectOption({ label: 'Bo Field' });
    await fillDay(administrator, 'statedOn', -1);
    await administrator.page.getByLabel('Who says so').fill('Letter of resignation');
    await administrator.press('End it and hand it on');
  });
  expect(clicks).toBe(3);
  expect(await banner(administrator)).toContain('1 post handed on');

  await invited.follow('My work');
  expect(await heading(invited)).toBe('Sign in');
  await pressWithPasskey(invited, 'Sign in with a passkey');
  expect(await complaints(invited)).toContain('That passkey was not accepted');
  expect(await invited.page.locator('header').innerText()).not.toContain('Ana Brook');

  await administrator.page.goto(`${app.address}/people`);
  await administrator.follow('Bo Field');
  await administrator.press('Roles and way in');
  expect(await text(administrator)).toContain('Head of Plan Office');
  await passes(administrator);
});

it('keeps the last administrator: no way of ending their own role goes through', async () => {
  await administrator.follow('Roles and sign-in');
  await administrator.follow(`End Administrator of ${self.name}`);
  await administrator.page.getByLabel('At once').check();
  await administrator.page.getByLabel('Why it ends').fill('I go');
  await administrator.press('End this role');
  expect(await complaints(administrator)).toContain('This is the last administrator who can sign in');
  await passes(administrator);

  await administrator.page.goto(`${app.address}/people/${self.personId}/access/close`);
  await administrator.page.getByLabel('Why they may no longer sign in').fill('I go');
  await administrator.press('Close their way in');
  expect(await complaints(administrator)).toContain('This is the last administrator who can sign in');
  await passes(administrator);

  await administrator.page.goto(`${app.address}/people/${self.personId}/leaving`);
  await fillDay(administrator, 'lastDay', 0);
  await fillDay(administrator, 'statedOn', 0);
  await administrator.page.getByLabel('Who says so').fill('I go');
  await administrator.press('Record that they leave');
  expect(await complaints(administrator)).toContain('They are the last administrator who can sign in');
  await administrator.page.goto(`${app.address}/access`);
  expect(await heading(administrator)).toBe('Roles and sign-in');
});
