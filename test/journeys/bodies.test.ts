import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, lookAroundAs, PHONE, visit, type Visitor } from '../support/visitor.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

const heading = ({ page }: Visitor) => page.locator('h1').innerText();
const text = ({ page }: Visitor) => page.locator('main').innerText();
const notice = ({ page }: Visitor) => page.locator('.govuk-notification-banner').innerText();

async function fillDay({ page }: Visitor, name: string, day: readonly [number, number, number]) {
  for (const [index, part] of (['day', 'month', 'year'] as const).entries())
    await page.locator(`#${name}-${part}`).fill(String(day[index]));
}

async function fillSource(clerk: Visitor, authority?: string) {
  if (authority !== undefined) await clerk.page.locator('#authority').fill(authority);
  await clerk.page.getByLabel('Who says so').fill('Minutes of 14 May 2026');
  await fillDay(clerk, 'statedOn', [14, 5, 2026]);
}

it('finds who could vote on a body on a day, from the home page, in four clicks', async () => {
  const resident = await visit(`${app.address}/?on=2011-04-26`);
  await resident.follow('Bodies');
  await resident.follow('List');
  await resident.follow('Planning Applications Committee');
  await resident.follow('Who could vote here on 26 April 2011');
  expect(await heading(resident)).toBe('Who could vote here on 26 April 2011');
  expect(await text(resident)).toContain('Mr R E King');
  expect(resident.clicks()).toBe(4);
  await resident.leave();
});

it('opens a body by its shape on the diagram, which zooms and scrolls by keyboard', async () => {
  const member = await visit(`${app.address}/bodies?on=2011-03-30`);
  const { page } = member;
  const region = page.getByRole('region', { name: /Governance diagram/ });
  await member.follow(/^Larger/);
  const box = await region.evaluate((element) => [element.scrollWidth, element.clientWidth]);
  expect(box[0]).toBeGreaterThan(box[1] ?? 0);
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await member.follow('As wide as the page');
  await page.locator('.tl-diagram a', { hasText: 'Kent Improvement' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForLoadState();
  expect(await heading(member)).toBe('Kent Improvement Board');
  expect(page.url()).toContain('on=2011-03-30');
  await member.leave();
});

it('reads the diagram on a phone, and the same as a list', async () => {
  const resident = await visit(`${app.address}/bodies?on=2011-04-06`, { viewport: PHONE });
  expect(await text(resident)).toContain('The same as a list');
  await resident.follow('Corporate Parenting Panel');
  expect(await heading(resident)).toBe('Corporate Parenting Panel');
  expect(resident.clicks()).toBe(1);
  await resident.leave();
});

it('takes the diagram away as SVG, PNG and PDF', async () => {
  const member = await visit(`${app.address}/bodies?on=2011-04-06`);
  for (const format of ['SVG', 'PNG', 'PDF']) {
    const href = await member.page.getByRole('link', { name: format, exact: true }).getAttribute('href');
    const response = await member.page.request.get(app.address + (href ?? ''));
    expect(response.status()).toBe(200);
    expect((await response.body()).length).toBeGreaterThan(5000);
  }
  await member.leave();
});

it('sees why a resolution counts and a later paper does not, in two clicks from the diagram', async () => {
  const member = await visit(`${app.address}/bodies?on=2014-04-01`);
  await member.follow('Where papers differ');
  expect(await text(member)).toMatch(/Corporate Parenting Panel[\s\S]*decided by a body entitled to/);
  await member.follow('Corporate Parenting Panel');
  expect(await text(member)).toContain('Every group may nominate; political balance does not apply');
  expect(member.clicks()).toBe(2);
  await member.leave();
});

it('sets a body up, gives it seats and fills one, and shows it not approved before', async () => {
  const clerk = await visit(`${app.address}/bodies/list`);
  await lookAroundAs(clerk, 'clerk');
  await clerk.press('Set up a body');
  const { page } = clerk;
  await page.getByLabel('What the body is called').fill('Loamshire Transition Board');
  await page.getByLabel('Board', { exact: true }).check();
  await fillDay(clerk, 'day', [14, 5, 2026]);
  await fillSource(clerk);
  await clerk.press('Set up this body');
  expect(await text(clerk)).toContain('not yet approved');
  expect(clerk.clicks()).toBe(2);

  await clerk.press('Record what happened');
  await page.getByLabel('It is set up, as was proposed').check();
  await fillDay(clerk, 'day', [20, 5, 2026]);
  await fillSource(clerk, 'Council, 20 May 2026, minute 4');
  await clerk.press('Record it');
  expect(await text(clerk)).toContain('Since 20 May 2026');

  await clerk.press('Define a seat');
  await page.getByLabel('What the seat is called').fill('Independent Chair');
  await page.getByLabel('Independent chair', { exact: true }).check();
  await page.getByLabel('Chair', { exact: true }).check();
  await page.getByLabel('Does not vote').check();
  await fillDay(clerk, 'from', [20, 5, 2026]);
  await fillSource(clerk, 'Council, 20 May 2026, minute 4');
  await clerk.press('Define the seat');
  await clerk.follow('Appoint to Independent Chair');
  await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Philippa Ashenholt' });
  await fillDay(clerk, 'from', [20, 5, 2026]);
  await fillDay(clerk, 'until', [19, 5, 2027]);
  await fillSource(clerk);
  await clerk.press('Record the appointment');
  expect(await notice(clerk)).toContain('Appointed Philippa Ashenholt to Independent Chair');
  expect(clerk.clicks()).toBe(8);
  await clerk.leave();
});

it('works political balance out from typed numbers in one click, and shows again what does not add up', async () => {
  const member = await visit(`${app.address}/bodies/balance/work-out`);
  const { page } = member;
  await page.getByLabel('Members of the council').fill('84');
  await page.getByLabel('Groups and their members').fill('Conservative 73\nLiberal Democrat 7\nLabour 3');
  await page.getByLabel('Bodies and their seats').fill('Improvement Panel 8');
  await member.press('Work it out');
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('1 member too few');
  expect(await page.getByLabel('Groups and their members').inputValue()).toContain('Labour 3');
  await page
    .getByLabel('Groups and their members')
    .fill('Conservative 73\nLiberal Democrat 7\nLabour 3\nNo group 1');
  await member.press('Work it out');
  const cells = await page.locator('.tl-balance tbody tr').first().locator('td').allInnerTexts();
  expect(cells.map((cell) => cell.split('\n')[0])).toEqual(['7', '1', '0', '0', '8']);
  expect(cells[0]).toContain('146/21 = 6.952, +0.048');
  await member.leave();
});

it('prints an options paper without its navigation, for members to decide', async () => {
  const member = await visit(`${app.address}/bodies/options`);
  await member.follow(/^Options for governing/);
  await member.page.emulateMedia({ media: 'print' });
  expect(await member.page.locator('.tl-navigation').first().isVisible()).toBe(false);
  expect(await text(member)).toContain('Who would lose a seat');
  expect(member.clicks()).toBe(1);
  await member.leave();
});

it('says the same without JavaScript', async () => {
  for (const path of [
    '/bodies?on=2011-04-06',
    '/bodies/corporate-parenting-panel?on=2014-04-01',
    '/bodies/changes',
  ]) {
    const [withIt, without] = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const reader = await visit(app.address + path, { javaScriptEnabled });
        const said = await reader.page.locator('main').textContent();
        await reader.leave();
        return said;
      }),
    );
    expect(without).toBe(withIt);
  }
});
