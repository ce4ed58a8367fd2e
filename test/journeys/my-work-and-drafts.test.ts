import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, NARROWEST, PHONE, visit, type Visitor } from '../support/visitor.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

const text = ({ page }: Visitor) => page.locator('main').innerText();

/** Looks around as one of the made-up people. */
async function lookAs(role: string, options: Parameters<typeof visit>[1] = {}): Promise<Visitor> {
  const visitor = await visit(`${app.address}/look-around`, options);
  await visitor.page.locator(`button[name="role"][value="${role}"]`).click();
  await visitor.page.waitForLoadState();
  return visitor;
}

async function passesAxe({ page }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
}

async function staysInItsWidth({ page }: Visitor): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect(tooWide).toEqual([]);
}

it('shows a delivery lead their own work, due soonest first, without a script on a phone', async () => {
  const lead = await lookAs('delivery-lead', { viewport: PHONE, javaScriptEnabled: false });
  await lead.page.goto(`${app.address}/my-work`);
  const words = await text(lead);
  expect(words).toContain('Head of Corporate Parenting');
  expect(words).toContain('is read as at 12 May 2011');
  expect(await lead.page.locator('.tl-work__card').count()).toBeGreaterThan(3);
  await staysInItsWidth(lead);
  // A card leads to its milestone and keeps the day.
  await lead.page.goto(`${app.address}/my-work?on=2011-06-01`);
  await lead.page.locator('.tl-work__card a').first().click();
  expect(lead.page.url()).toContain('on=2011-06-01');
  await lead.leave();
});

it.each([
  ['my work', '/my-work'],
  ['my work on a day of 2011', '/my-work?on=2011-05-12'],
  ['my work before any plan', '/my-work?on=2001-01-01'],
])('is accessible and fits the narrowest screen and paper: %s', async (_name, address) => {
  const lead = await lookAs('delivery-lead', { viewport: NARROWEST });
  await lead.page.goto(`${app.address}${address}`);
  await passesAxe(lead);
  await staysInItsWidth(lead);
  await lead.page.emulateMedia({ media: 'print' });
  expect(await lead.page.locator('h1').isVisible()).toBe(true);
  await lead.leave();
});

it('opens a draft to one person, who reads it and changes nothing, and an auditor sees who did', async () => {
  const manager = await lookAs('programme-manager');
  const file = path.join(app.folder, 'draft.csv');
  await writeFile(
    file,
    'Ref,Action,Timescale,Lead,Measures\n1.1,See every child,31 June 2026,Ana Brook,Seen',
  );
  await manager.page.goto(`${app.address}/plan/import`);
  await manager.page.setInputFiles('input[type=file]', file);
  await manager.press('Read this file');
  const draft = manager.page.url();
  await manager.follow('Who may see this');
  await passesAxe(manager);
  const chair = await lookAs('chair');
  expect((await chair.page.goto(draft))?.status()).toBe(404);
  const name = 'Philippa Ashenholt';
  await manager.page.getByLabel('Who needs to know').selectOption({ label: name });
  await manager.page.getByLabel('Why').first().fill('Chairs the board that will look at it');
  await manager.press('Open it to them');
  expect(await text(manager)).toContain(`Opened this draft to ${name}.`);
  await passesAxe(manager);
  await manager.page.setViewportSize(NARROWEST);
  await staysInItsWidth(manager);

  expect((await chair.page.goto(draft))?.status()).toBe(200);
  expect(await text(chair)).toContain('This draft was opened to you to read');
  expect(await chair.page.locator('main button, main input[type=radio]').count()).toBe(0);
  await passesAxe(chair);
  await chair.page.setViewportSize(NARROWEST);
  await staysInItsWidth(chair);

  const auditor = await lookAs('auditor');
  expect((await auditor.page.goto(draft))?.status()).toBe(404);
  await auditor.page.goto(`${draft}/seen`);
  const seen = await text(auditor);
  expect(seen).toContain(name);
  expect(seen).toMatch(/Need to know since/);
  expect(seen).not.toContain('draft.csv');
  await passesAxe(auditor);
  await auditor.page.setViewportSize(NARROWEST);
  await staysInItsWidth(auditor);

  // Ended, it is gone at the next click.
  await manager.press(/^End/);
  expect((await chair.page.goto(draft))?.status()).toBe(404);
  for (const one of [manager, chair, auditor]) await one.leave();
});
