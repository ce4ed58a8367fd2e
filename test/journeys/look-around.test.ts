import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPersonas } from '../../src/modules/access/index.ts';
import { ROLE_WORDS, ROLES } from '../../src/modules/identity/index.ts';
import { partsOf, systemClock, todayInLondon } from '../../src/platform/time/plain-day.ts';
import { excessWidth, flawsOf } from '../support/passes.ts';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, DESKTOP, lookAroundAs, NARROWEST, visit, type Visitor } from '../support/visitor.ts';
import { cookieName } from '../support/cookie-names.ts';

const FILE = fileURLToPath(
  new URL('../../src/modules/planimport/reading/fixtures/loamshire-plan.txt', import.meta.url),
);
const PLAN_TITLE = "Putting Children First: Kent's improvement plan, March 2011";
const today = todayInLondon(systemClock);

let app: RunningApp;
let names: ReadonlyMap<string, string>;
beforeAll(async () => {
  app = await startApp();
  names = new Map((await listPersonas(app.db, today)).map(({ role, personName }) => [role, personName]));
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

const heading = ({ page }: Visitor) => page.locator('h1').innerText();
const header = ({ page }: Visitor) => page.locator('header').innerText();
const text = ({ page }: Visitor) => page.locator('main').innerText();

async function passes({ page }: Visitor): Promise<void> {
  for (const viewport of [NARROWEST, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await flawsOf(page)).toEqual([]);
    expect(await excessWidth(page)).toBe(0);
  }
}

describe.each(ROLES)('as %s', (role) => {
  it('looks around in two clicks from the home page', async () => {
    const visitor = await visit(app.address);
    await visitor.follow('Look around as…');
    await visitor.press(new RegExp(`^Look around as ${names.get(role)}\\s*, ${ROLE_WORDS[role].name}$`));
    expect(visitor.clicks()).toBe(2);
    expect(await header(visitor)).toContain(names.get(role));
    expect(await heading(visitor)).toBe(role === 'delivery-lead' ? 'My work' : PLAN_TITLE);
    await visitor.leave();
  });
});

it('goes on as the public in two clicks, with nothing kept', async () => {
  const visitor = await visit(app.address);
  await visitor.follow('Look around as…');
  await passes(visitor);
  await visitor.follow('Go on as the public');
  expect(visitor.clicks()).toBe(2);
  expect(await header(visitor)).toContain('Sign in');
  expect(await heading(visitor)).toBe(PLAN_TITLE);
  expect(await visitor.page.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: cookieName('session') }),
  );
  await visitor.leave();
});

it('shows a delivery lead their own work first, due soonest first, each a click from its milestone', async () => {
  const lead = await visit(app.address);
  await lead.follow('Look around as…');
  await lead.press(/Delivery lead$/);
  expect(await text(lead)).toContain('Head of Corporate Parenting');
  await passes(lead);
  const due = (await lead.page.locator('.tl-work .tl-work__due').allInnerTexts()).map((words) =>
    Date.parse(words.split(' to ').at(-1) ?? ''),
  );
  expect(due.length).toBeGreaterThan(5);
  expect(due).toEqual(due.toSorted((a, b) => a - b));
  await lead.page.locator('.tl-work__what a').first().click();
  expect(await heading(lead)).toMatch(/^\d\.\d\.\d+(\/\d+)?$/);
  await lead.leave();
});

it('is somebody else in two clicks more, and comes back from a page that asks who they are', async () => {
  const visitor = await visit(`${app.address}/plan/import`);
  await visitor.follow('look around as one of ten made-up people');
  await visitor.press(/Programme manager$/);
  expect(visitor.page.url()).toBe(`${app.address}/plan/import`);
  expect(visitor.clicks()).toBe(2);
  await visitor.follow(names.get('programme-manager') ?? '');
  await visitor.follow('Look around as somebody else');
  await visitor.press(/Auditor$/);
  expect(visitor.clicks()).toBe(5);
  expect(await header(visitor)).toContain(names.get('auditor'));
  await visitor.page.goto(`${app.address}/plan/import`);
  expect(await heading(visitor)).not.toBe('Import a plan');
  await visitor.leave();
});

describe('an auditor', () => {
  /** What a programme manager brought in and looked at. */
  let draft: string;
  let auditor: Visitor;
  beforeAll(async () => {
    const manager = await visit(`${app.address}/plan/import`);
    await lookAroundAs(manager, 'programme-manager');
    await manager.page.setInputFiles('input[type=file]', FILE);
    await manager.press('Read this file');
    draft = new URL(manager.page.url()).pathname.split('/').at(-1) ?? '';
    await manager.leave();
    auditor = await visit(app.address);
    await lookAroundAs(auditor, 'auditor');
  });

  const kinds = ({ page }: Visitor) => page.locator('tbody tr td:last-child').allInnerTexts();
  const people = ({ page }: Visitor) => page.locator('tbody tr td:nth-child(3)').allInnerTexts();

  it('reads the trail by person, by kind and by day', async () => {
    const before = auditor.clicks();
    await auditor.follow('Audit trail');
    await auditor.page.getByLabel('Who', { exact: true }).fill('reedmarsh');
    await auditor.press('Show');
    expect(auditor.clicks() - before).toBe(2);
    expect(new Set(await people(auditor))).toEqual(new Set([names.get('programme-manager')]));

    await auditor.page.getByLabel('Kind of event').selectOption('plan-read');
    await auditor.press('Show');
    expect(await kinds(auditor)).toEqual(['plan-read']);
    expect(await text(auditor)).toMatch(/Read a file: \d+ actions/);
    // What it is called is a part of the draft, which an auditor does not see.
    expect(await text(auditor)).not.toContain('loamshire-plan.txt');

    for (const [name, years, count] of [
      ['from', 0, 1],
      ['to', -1, 0],
    ] as const) {
      await auditor.page.goto(`${app.address}/audit?type=plan-read&who=reedmarsh`);
      const { day, month, year } = partsOf(today);
      await auditor.page.locator(`#${name}-day`).fill(String(day));
      await auditor.page.locator(`#${name}-month`).fill(String(month));
      await auditor.page.locator(`#${name}-year`).fill(String(year + years));
      await auditor.press('Show');
      expect(await auditor.page.locator('tbody tr').count(), name).toBe(count);
    }
  });

  it('reads the trail of one thing from a click on it, and takes just that away', async () => {
    await auditor.page.goto(`${app.address}/audit?type=plan-read&who=reedmarsh`);
    await auditor.page
      .locator('tbody tr td')
      .getByRole('link', { name: /^import / })
      .click();
    expect(await kinds(auditor)).toContain('plan-read');
    expect(new Set(await kinds(auditor)).size).toBeGreaterThan(1);
    await passes(auditor);

    const waiting = auditor.page.waitForEvent('download');
    await auditor.page.getByRole('link', { name: 'These events as CSV' }).click();
    const file = path.join(app.folder, 'trail.csv');
    await (await waiting).saveAs(file);
    const rows = parse(await readFile(file, 'utf8'), { bom: true, relax_column_count: true });
    expect(rows.slice(1).length).toBeGreaterThanOrEqual(await auditor.page.locator('tbody tr').count());
    expect(rows.slice(1).every((row) => row.includes(draft))).toBe(true);
  });

  it('reads who could see a draft on a day and who did, and takes it away', async () => {
    await auditor.page.goto(`${app.address}/plan/import/${draft}/seen`);
    const [could, did] = await auditor.page.locator('table').allInnerTexts();
    expect(could).toContain(names.get('programme-manager'));
    expect(could).not.toContain(names.get('auditor'));
    expect(did).toContain(names.get('programme-manager'));
    await passes(auditor);

    const waiting = auditor.page.waitForEvent('download');
    await auditor.page.getByRole('link', { name: 'Save both lists as a CSV file' }).click();
    const file = path.join(app.folder, 'seen.csv');
    await (await waiting).saveAs(file);
    expect(await readFile(file, 'utf8')).toContain(names.get('programme-manager'));
    await auditor.page.goto(`${app.address}/audit?type=restricted-thing-read`);
    expect(await text(auditor)).toContain(names.get('auditor'));
  });

  it('cannot read the draft itself: there is none for them', async () => {
    const response = await auditor.page.goto(`${app.address}/plan/import/${draft}`);
    expect(response?.status()).toBe(404);
    expect(await heading(auditor)).toBe('Page not found');
    await auditor.leave();
  });
});
