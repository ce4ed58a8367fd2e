import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excessWidth, flawsOf } from '../support/passes.ts';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { type SignedInPerson, signedInAs } from '../support/signed-in.ts';
import {
  closeBrowser,
  DESKTOP,
  holdSession,
  NARROWEST,
  PHONE,
  type Visitor,
  visit,
} from '../support/visitor.ts';

const plan = readFileSync(
  fileURLToPath(new URL('../../src/modules/planimport/reading/fixtures/loamshire-plan.txt', import.meta.url)),
  'utf8',
);

let app: RunningApp;
let manager: SignedInPerson;
beforeAll(async () => {
  app = await startApp({ empty: true });
  manager = await signedInAs(app.db, 'programme-manager');
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

async function asManager(...how: Parameters<typeof visit>): Promise<Visitor> {
  const reader = await visit(...how);
  await holdSession(reader, manager);
  return reader;
}

async function bringIn(reader: Visitor, name: string, content: string | Buffer): Promise<void> {
  const file = path.join(app.folder, name);
  await writeFile(file, content);
  await reader.page.goto(`${app.address}/plan/import`);
  await reader.page.setInputFiles('input[type=file]', file);
  await reader.press('Read this file');
}

async function passesAxe({ page }: Visitor): Promise<void> {
  expect(await flawsOf(page)).toEqual([]);
}

async function inForceFrom(reader: Visitor, day: string, month: string, year: string): Promise<void> {
  await reader.page.fill('input[name="inForceFrom-day"]', day);
  await reader.page.fill('input[name="inForceFrom-month"]', month);
  await reader.page.fill('input[name="inForceFrom-year"]', year);
}

it('brings a plan in, corrects a row, accepts it, and shows what a later version changes', async () => {
  const reader = await asManager(app.address);
  await bringIn(reader, 'plan.txt', plan);
  const review = reader.page.url();
  expect(await reader.page.locator('main').innerText()).toContain(
    'Nothing of it is stored in a plan until you accept it',
  );
  await passesAxe(reader);

  // Correct the first thing that has a row of its own.
  await reader.page
    .getByRole('link', { name: /^Correct row/ })
    .first()
    .click();
  expect(await reader.page.locator('h1').innerText()).toMatch(/./);
  await passesAxe(reader);
  await reader.page.fill('input[name="end"]', '31 Junember 2011');
  await reader.press('Save this correction');
  expect(await reader.page.locator('.govuk-error-summary').innerText()).toContain('real day');
  expect(await reader.page.inputValue('input[name="end"]')).toBe('31 Junember 2011');
  await passesAxe(reader);
  await reader.page.fill('input[name="end"]', '30 June 2011');
  await reader.press('Save this correction');
  await reader.page.goto(review);

  await reader.page.getByRole('button', { name: /Check and accept/ }).click();
  await reader.page.waitForLoadState();
  await passesAxe(reader);
  await reader.press(/^Accept \d+ actions$/);
  expect(await reader.page.locator('.govuk-error-summary').count()).toBe(1);
  await inForceFrom(reader, '1', '4', '2011');
  await reader.press(/^Accept \d+ actions$/);
  expect(await reader.page.locator('.govuk-notification-banner').innerText()).toMatch(/Accepted \d+ actions/);

  // The same file again changes nothing; a later one shows its difference before it is accepted.
  await bringIn(reader, 'later.txt', plan.replace(/(\t1\.1\.1 )/, '$1Now '));
  await reader.page.getByRole('button', { name: /Check and accept/ }).click();
  await reader.page.locator('select[name="plan"]').selectOption({ index: 1 });
  await reader.press('Choose and see what would change');
  expect(await reader.page.locator('.tl-difference__item').first().innerText()).toContain('1.1.1');
  await passesAxe(reader);
  await inForceFrom(reader, '1', '6', '2011');
  await reader.press(/^Accept \d+ actions$/);
  expect(await reader.page.locator('.govuk-notification-banner').innerText()).toContain('Accepted');
  await reader.leave();
});

it('brings a plan in within nine clicks and no typing but its day', async () => {
  const reader = await asManager(app.address);
  await reader.page.goto(`${app.address}/plan/import`);
  const file = path.join(app.folder, 'again.txt');
  await writeFile(file, plan.replace('Loamshire Improvement Plan', 'Loamshire Second Plan'));
  await reader.page.setInputFiles('input[type=file]', file);
  await reader.press('Read this file');
  await reader.press(/Check and accept/);
  await reader.page.fill('input[name="title"]', 'Loamshire second plan');
  await inForceFrom(reader, '1', '4', '2011');
  await reader.press(/^Accept \d+ actions$/);
  expect(reader.page.url()).toContain('/plan/loamshire-second-plan');
  expect(reader.clicks()).toBeLessThanOrEqual(9);
  await reader.leave();
});

describe.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
  ['320 pixels', NARROWEST],
])('at %s', (_, viewport) => {
  it('keeps the review to its width, and works without JavaScript', async () => {
    const reader = await asManager(app.address, { viewport, javaScriptEnabled: false });
    await bringIn(
      reader,
      'narrow.txt',
      plan.replace('Loamshire Improvement Plan', `Plan at ${viewport.width}`),
    );
    const review = reader.page.url();
    for (const address of [review, `${review}?priority=1`]) {
      await reader.page.goto(address);
      expect(await excessWidth(reader.page), address).toBe(0);
    }
    await reader.leave();
  });
});

it.each([
  ['an empty file', 'empty.txt', Buffer.alloc(0), /empty/i],
  [
    'a picture called a text',
    'picture.txt',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]),
    /picture\.txt/,
  ],
  ['a broken Word file', 'cut.docx', Buffer.from('PK\u0003\u0004 and no more'), /cut\.docx/],
])(
  'says what is wrong with %s, stores nothing, and goes on answering',
  async (_, name, content, sentence) => {
    const reader = await asManager(app.address);
    await bringIn(reader, name, content);
    expect(reader.page.url()).toBe(`${app.address}/plan/import`);
    expect(await reader.page.locator('.govuk-error-summary').innerText()).toMatch(sentence);
    expect((await fetch(`${app.address}/readyz`)).status).toBe(200);
    await reader.leave();
  },
);

it('shows a table that is no plan, and says which columns it looks for', async () => {
  const reader = await asManager(app.address);
  await bringIn(reader, 'prices.csv', 'Fruit,Price\nApples,2\nPears,3\n');
  expect(await reader.page.locator('main').innerText()).toMatch(/Fruit/);
  await passesAxe(reader);
  await reader.leave();
});
