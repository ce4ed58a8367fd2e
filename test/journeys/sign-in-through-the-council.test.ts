import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { importPaths } from '../../src/modules/planimport/paths.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, DESKTOP, NARROWEST, visit, type Visitor } from '../support/visitor.ts';

/** A page for programme managers alone. */
const GUARDED = importPaths.start();

let app: RunningApp;
let provider: IdentityProvider;
beforeAll(async () => {
  app = await startApp();
  // The app is at localhost and the provider at 127.0.0.1: two sites, as in life.
  provider = await startIdentityProvider({
    redirectUris: [`${app.address}/sign-in/organisation/return`],
    accounts: { jo: { name: 'Jo Larkspur', email: 'jo@loamshire.example', roles: ['Plan.Manage'] } },
  });
});
afterAll(async () => {
  await closeBrowser();
  await provider.close();
  await app.close();
});
beforeEach(async () => {
  provider.tampering = 'none';
});

async function heading({ page }: Visitor): Promise<string> {
  return page.locator('h1').innerText();
}

async function flaws({ page }: Visitor): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id }) => id);
}

/** The administrator of the sample, at the page that connects the council's own sign-in. */
async function administrator(viewport: { width: number; height: number } = DESKTOP): Promise<Visitor> {
  const officer = await visit(`${app.address}/look-around`, { viewport });
  await officer.press(/Administrator/);
  await officer.page.goto(`${app.address}/access/organisation`);
  return officer;
}

it('is connected by an administrator on one page, with one click', async () => {
  const officer = await administrator();
  const before = officer.clicks();
  expect(await officer.page.locator('main').innerText()).toContain(
    `${app.address}/sign-in/organisation/return`,
  );
  await officer.page.getByLabel('What people call their account').fill('your Loamshire account');
  await officer.page.getByLabel('Address of the issuer').fill(provider.issuer);
  await officer.page.getByLabel('Client ID').fill(provider.clientId);
  await officer.page.getByLabel('Client secret', { exact: true }).fill(provider.clientSecret);
  await officer.page.getByLabel('Value 1', { exact: true }).fill('Plan.Manage');
  await officer.page.getByLabel('Role for value 1', { exact: true }).selectOption('Programme manager');
  await officer.press('Connect');
  expect(officer.clicks() - before).toBe(1);
  expect(await officer.page.locator('.govuk-notification-banner').innerText()).toContain(
    'People can sign in with your Loamshire account',
  );
  expect(await officer.page.getByLabel('New client secret').inputValue()).toBe('');
  expect(await officer.page.content()).not.toContain(provider.clientSecret);
  await officer.leave();
});

it.each([
  ['a desktop', DESKTOP],
  ['320 pixels', NARROWEST],
])('passes axe with everything there is to put right, at %s', async (_, viewport) => {
  const officer = await administrator(viewport);
  expect(await flaws(officer)).toEqual([]);
  await officer.page.getByLabel('Address of the issuer').fill('http://login.loamshire.example');
  await officer.page.getByLabel('Value 2', { exact: true }).fill('Figures');
  await officer.press('Save the changes');
  expect(await officer.page.locator('.govuk-error-summary li').count()).toBe(2);
  expect(await flaws(officer)).toEqual([]);
  const { width } = viewport;
  expect(await officer.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await officer.leave();
});

it('leads from a guarded page to the council’s own sign-in and back to that page, in two clicks', async () => {
  const lead = await visit(`${app.address}${GUARDED}`);
  expect(await heading(lead)).toBe('Sign in');
  await lead.press('Sign in with your Loamshire account');
  expect(new URL(lead.page.url()).origin).toBe(provider.issuer);
  await lead.press('jo');
  expect(lead.page.url()).toBe(`${app.address}${GUARDED}`);
  expect(lead.clicks()).toBe(2);
  expect(await lead.page.locator('body').innerText()).toContain('Jo Larkspur');
  await lead.leave();
});

it('takes one click where the council’s own sign-in knows who is at the desk', async () => {
  provider.signsInAtOnce = 'jo';
  const lead = await visit(`${app.address}${GUARDED}`);
  await lead.press('Sign in with your Loamshire account');
  expect(lead.page.url()).toBe(`${app.address}${GUARDED}`);
  expect(lead.clicks()).toBe(1);
  provider.signsInAtOnce = null;
  await lead.leave();
});

it('says so to whoever gives up there', async () => {
  const lead = await visit(`${app.address}${GUARDED}`);
  await lead.press('Sign in with your Loamshire account');
  await lead.press('Cancel');
  expect(await heading(lead)).toBe('You did not sign in');
  expect(await flaws(lead)).toEqual([]);
  await lead.leave();
});

it('gives at the next sign-in what the council gives then, and no more', async () => {
  provider.signsInAtOnce = 'jo';
  const lead = await visit(`${app.address}${GUARDED}`);
  await lead.press('Sign in with your Loamshire account');
  expect(lead.page.url()).toBe(`${app.address}${GUARDED}`);
  const elsewhere = await visit(`${app.address}${GUARDED}`);
  provider.accounts['jo'] = { ...provider.accounts['jo'], roles: [] };
  await elsewhere.press('Sign in with your Loamshire account');
  expect(await heading(elsewhere)).toBe('You have no role in Throughline today');
  // The role ended, so the session that was open loses it as well.
  await lead.page.goto(`${app.address}${GUARDED}`);
  expect(await heading(lead)).toBe('Sign in');
  provider.signsInAtOnce = null;
  await lead.leave();
  await elsewhere.leave();
});

it('says that it does not answer while it is down, and leads to the other ways in', async () => {
  // A row of its own, of which nothing is known yet.
  const before = await app.db
    .selectFrom('access.provider')
    .select(['name', 'issuer', 'client_id', 'client_secret'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto('access.provider')
    .values({ ...before, recorded_by: 'Test' })
    .execute();
  provider.tampering = 'down';
  const lead = await visit(`${app.address}${GUARDED}`);
  await lead.press('Sign in with your Loamshire account');
  expect(await heading(lead)).toBe('Your organisation’s sign-in does not answer');
  expect(await flaws(lead)).toEqual([]);
  await lead.follow('use that');
  expect(await heading(lead)).toBe('Sign in');
  await lead.leave();
});
