import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, visit } from '../support/visitor.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

it('shows coverage as a picture and as a table that say the same, weakest first', async () => {
  const reader = await visit(app.address);
  await reader.press('See the coverage');
  const page = reader.page;
  expect(await page.locator('svg.tl-drawing').first().isVisible()).toBe(true);
  const strengths = await page.locator('table tbody tr td:last-child').allInnerTexts();
  expect(strengths).toHaveLength(49);
  const order = ['Gap: no action', 'Single thread', 'Carried'];
  expect(strengths.map((word) => order.indexOf(word))).toEqual(
    strengths.map((word) => order.indexOf(word)).toSorted((a, b) => a - b),
  );
  const alone = await page
    .locator('svg.tl-drawing')
    .first()
    .locator('text', { hasText: /^one action$/ })
    .count();
  expect(strengths.filter((word) => word === 'Single thread')).toHaveLength(alone);
  await reader.leave();
});

it('shows the roadmap with the day, every action a link, and the same as a table', async () => {
  const reader = await visit(app.address);
  await reader.press('See the roadmap');
  const drawing = reader.page.locator('.tl-only-wide svg.tl-drawing');
  expect(await drawing.locator('text', { hasText: 'As at 12 May 2011' }).count()).toBeGreaterThan(0);
  expect(await drawing.locator('a[href*="/action/"]').count()).toBe(129);
  expect(await reader.page.locator('details table tbody tr').count()).toBe(129);
  await drawing.locator('a[href*="/action/1.1.1"]').first().click();
  expect(await reader.page.locator('h1').innerText()).toBe('1.1.1');
  await reader.leave();
});
