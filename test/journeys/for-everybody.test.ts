import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EveryPage, READERS } from '../support/every-page/looking.ts';
import { NOT_PAGES, PAGES, PLAN } from '../support/every-page/pages.ts';
import { everyLook, DAYS, looksOfPart, partOf } from '../support/every-page/sweep.ts';
import type { RunningApp } from '../support/running-app.ts';
import { visit } from '../support/visitor.ts';

let pages: EveryPage;
let app: RunningApp;
beforeAll(async () => {
  pages = await EveryPage.open();
  app = pages.app;
});
afterAll(() => pages.close());

it('has an address for every page there is, and somebody who may open it', () => {
  const shown = app.routes.filter(({ method, path }) => method === 'GET' && !NOT_PAGES.test(path));
  expect(shown.map(({ path }) => path).filter((path) => PAGES[path] === undefined)).toEqual([]);
  expect(Object.keys(PAGES).filter((route) => pages.whoMayOpen(route).length === 0)).toEqual([]);
});

describe('the sweep', () => {
  it('has every page, everybody who may open it and both widths, each in the part of one day', () => {
    const looks = everyLook(Object.keys(PAGES), (route) => pages.whoMayOpen(route));
    const parts = Array.from({ length: DAYS }, (_, part) => looksOfPart(looks, part));
    expect(parts.flat()).toHaveLength(looks.length);
    expect(new Set(parts.flat())).toEqual(new Set(looks));
    expect(new Set(looks.map(({ route }) => route))).toEqual(new Set(Object.keys(PAGES)));
    const days = Array.from({ length: DAYS }, (_, day) => partOf(new Date(Date.UTC(2026, 1, 10 + day))));
    expect(new Set(days).size).toBe(DAYS);
  });
});

it('sends everybody whom the matrix does not let in away, and shows them no link there', async () => {
  for (const reader of READERS) {
    const { visitor } = await pages.as(reader);
    const links: string[] = [];
    for (const start of ['/', '/people', '/access'].filter((route) =>
      pages.whoMayOpen(route).includes(reader),
    )) {
      await visitor.page.goto(app.address + start);
      links.push(
        ...(await visitor.page
          .locator('nav a')
          .evaluateAll((found) => found.map((link) => link.getAttribute('href')?.split('?')[0] ?? ''))),
      );
    }
    for (const route of Object.keys(PAGES).filter((path) => links.includes(path)))
      expect(pages.whoMayOpen(route), `${reader} is shown ${route}`).toContain(reader);
    for (const route of Object.keys(PAGES)) {
      if (pages.whoMayOpen(route).includes(reader)) continue;
      const response = await visitor.page.request.get(pages.addressOf(route), { maxRedirects: 0 });
      expect(response.status(), `${reader} at ${route}`).toBe(reader === 'the public' ? 303 : 403);
    }
  }
});

it('says the same without JavaScript', async () => {
  for (const path of [PLAN, `${PLAN}/actions?priority=2`, `${PLAN}/coverage`]) {
    const [withIt, without] = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const reader = await visit(app.address + path, { javaScriptEnabled });
        const text = await reader.page.locator('main').textContent();
        await reader.leave();
        return text;
      }),
    );
    expect(without).toBe(withIt);
  }
});

it('prints without its navigation', async () => {
  const reader = await visit(`${app.address}${PLAN}/actions`);
  await reader.page.emulateMedia({ media: 'print' });
  for (const selector of ['.tl-navigation', '.tl-filter', '.tl-list-head__exports'])
    expect(await reader.page.locator(selector).first().isVisible(), selector).toBe(false);
  expect(await reader.page.locator('table').first().isVisible()).toBe(true);
  await reader.leave();
});

it('answers with a page that helps where there is nothing', async () => {
  const reader = await visit(`${app.address}${PLAN}/action/9.9.9`);
  expect(await reader.page.locator('h1').innerText()).toBe('Page not found');
  await reader.leave();
});

it('says in which version a thing stood that the plan of the day does not have', async () => {
  const reader = await visit(`${app.address}${PLAN}/action/6.1.1?on=2011-06-01`);
  expect(await reader.page.locator('h1').innerText()).toBe('Action 6.1.1 was not in the plan on 1 June 2011');
  expect(await reader.page.locator('main').innerText()).toContain('version 1');
  await reader.leave();
});
