import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { signedInAs } from '../support/signed-in.ts';
import { closeBrowser, DESKTOP, holdSession, PHONE, visit } from '../support/visitor.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

describe.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
])('the plan at a glance on a %s', (_, viewport) => {
  it('shows the line with its counts, each a click from its list', async () => {
    const reader = await visit(app.address, { viewport });
    const line = await reader.page.locator('.tl-thread').innerText();
    for (const words of ['49', 'requirements', '129', 'actions', '149', 'milestones', '283', 'measures'])
      expect(line).toContain(words);
    await reader.page.locator('.tl-thread__words a', { hasText: 'actions' }).first().click();
    expect(await reader.page.locator('[role=status]').innerText()).toContain('129');
    await reader.leave();
  });

  it('counts what each list then shows: every break, the month, what is past its date', async () => {
    const reader = await visit(app.address, { viewport });
    const counts = await reader.page.locator('.tl-break-counts > li:has(a)').evaluateAll((rows) =>
      rows.map((row) => ({
        count: Number(row.querySelector('.tl-break-counts__n')?.textContent),
        href: row.querySelector('a')?.getAttribute('href') ?? '',
      })),
    );
    expect(counts.length).toBeGreaterThan(3);
    for (const { count, href } of counts) {
      await reader.page.goto(app.address + href);
      expect(await reader.page.locator('.tl-asking > li').count(), href).toBe(count);
    }
    await reader.page.goto(app.address);
    const figures = await reader.page.locator('.tl-figure--link').evaluateAll((links) =>
      links.map((link) => ({
        count: Number.parseInt(link.querySelector('.tl-figure__n')?.textContent ?? '', 10),
        href: link.getAttribute('href') ?? '',
      })),
    );
    expect(figures).toHaveLength(2);
    for (const { count, href } of figures) {
      await reader.page.goto(app.address + href);
      expect(Number.parseInt(await reader.page.locator('[role=status]').innerText(), 10), href).toBe(count);
    }
    await reader.leave();
  });
});

it('reads any page as at another day, keeps the day on every link, and goes back', async () => {
  const reader = await visit(app.address);
  await reader.page.locator('.tl-as-at summary').click();
  await reader.page.fill('input[name="on-day"]', '1');
  await reader.page.fill('input[name="on-month"]', '9');
  await reader.page.fill('input[name="on-year"]', '2011');
  await reader.press('Show this day');
  expect(reader.page.url()).toBe(`${app.address}/?on=2011-09-01`);
  expect(await reader.page.locator('.tl-as-at').innerText()).toContain('1 September 2011');
  await reader.follow('Actions past a date with no completion recorded');
  expect(reader.page.url()).toContain('on=2011-09-01');
  await reader.follow('Back to 12 May 2011');
  expect(reader.page.url()).not.toContain('on=');
  await reader.leave();
});

it('says from when there was a plan, on a day before there was one', async () => {
  const reader = await visit(`${app.address}/plan/kent-2011?on=2011-03-30`);
  expect(await reader.page.locator('main').innerText()).toContain('There was no plan on 30 March 2011');
  await reader.press('Read it as at 7 April 2011');
  expect(await reader.page.locator('.tl-thread').count()).toBe(1);
  await reader.leave();
});

it('refuses a day that is not one, keeps what was typed, and says what to enter', async () => {
  const reader = await visit(`${app.address}/plan/kent-2011?on-day=31&on-month=6&on-year=2011`);
  expect(await reader.page.locator('.tl-as-at').innerText()).toContain('Enter a real day, like 12 May 2011');
  expect(await reader.page.inputValue('input[name="on-day"]')).toBe('31');
  await reader.leave();
});

it('begins an empty installation with the first step', async () => {
  const empty = await startApp({ empty: true });
  const reader = await visit(empty.address);
  await holdSession(reader, await signedInAs(empty.db, 'programme-manager'));
  await reader.press('Import a plan');
  expect(reader.page.url()).toBe(`${empty.address}/plan/import`);
  await reader.leave();
  await empty.close();
});
