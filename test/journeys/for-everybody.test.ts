import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptPlan, readPlanFile, startImport } from '../../src/modules/improvement/index.ts';
import { plainDay } from '../../src/platform/time/plain-day.ts';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, DESKTOP, NARROWEST, visit } from '../support/visitor.ts';

const PLAN = '/plan/kent-2011';

/** An address for every GET route that shows a page; the test below fails when a route has none here. */
const PAGES: Readonly<Record<string, string>> = {
  '/': '/',
  '/glossary': '/glossary',
  '/accessibility': '/accessibility',
  '/audit': '/audit',
  '/audit/event/:sequence': '/audit/event/1',
  '/people': '/people?on=2011-05-12',
  '/people/new': '/people/new',
  '/people/:person': '/people/1?on=2011-05-12',
  '/people/:person/name': '/people/1/name',
  '/people/:person/leaving': '/people/1/leaving',
  '/posts': '/posts?on=2011-05-12',
  '/posts/new': '/posts/new',
  '/posts/:post': '/posts/1?on=2011-05-12',
  '/posts/:post/appoint': '/posts/1/appoint',
  '/holdings/:holding/end': '/holdings/1/end',
  '/holdings/:holding/correct': '/holdings/1/correct',
  '/plan/import': '/plan/import',
  '/plan/:plan': PLAN,
  '/plan/:plan/breaks': `${PLAN}/breaks`,
  '/plan/:plan/requirements': `${PLAN}/requirements`,
  '/plan/:plan/requirement/:ref': `${PLAN}/requirement/IN-3`,
  '/plan/:plan/priority/:number': `${PLAN}/priority/2`,
  '/plan/:plan/outcome/:ref': `${PLAN}/outcome/2.1`,
  '/plan/:plan/actions': `${PLAN}/actions?status=running&page=2`,
  '/plan/:plan/action/:ref': `${PLAN}/action/2.1.4`,
  '/plan/:plan/milestones': `${PLAN}/milestones?due=2011-05`,
  '/plan/:plan/action/:ref/milestone/:milestone': `${PLAN}/action/2.1.4/milestone/2`,
  '/plan/:plan/measures': `${PLAN}/measures`,
  '/plan/:plan/action/:ref/milestone/:milestone/measure/:measure': `${PLAN}/action/2.1.4/milestone/2/measure/1`,
  '/plan/:plan/leads': `${PLAN}/leads`,
  '/plan/:plan/lead/:lead': `${PLAN}/lead/heads-of-service`,
  '/plan/:plan/oddities': `${PLAN}/oddities`,
  '/plan/:plan/coverage': `${PLAN}/coverage`,
  '/plan/:plan/roadmap': `${PLAN}/roadmap`,
  '/plan/:plan/report': `${PLAN}/report`,
  '/plan/:plan/versions': `${PLAN}/versions`,
  '/plan/:plan/versions/:version': `${PLAN}/versions/2`,
};

/** Routes that answer with a file, or for a machine; and those that need a draft, which the import journey visits. */
const NOT_PAGES = /\.(csv|xlsx|pdf|docx|jsonl?)$|^\/(healthz|readyz|version)$|^\/plan\/import\/:draft/;

/** A version in force from the day after the sample's own, so that there is a difference to show. */
async function acceptSecondVersion(db: RunningApp['db']): Promise<void> {
  const read = await readPlanFile({
    fileName: 'plan.json',
    bytes: readFileSync(new URL('../../samples/kent-2011/plan.json', import.meta.url)),
  });
  if (read.kind !== 'read') throw new Error(read.sentence);
  const [first] = read.reading.priorities;
  const reading = { ...read.reading, priorities: first === undefined ? [] : [first] };
  const actor = { kind: 'operator', name: 'Test' } as const;
  await db.transaction().execute(async (tx) => {
    const { draftId } = await startImport(tx, actor, { ...read, reading, columns: {} });
    const accepted = await acceptPlan(tx, actor, {
      draftId,
      plan: { slug: 'kent-2011' },
      inForceFrom: plainDay(2011, 5, 13),
      opensOn: null,
      comparedWith: 1,
    });
    expect(accepted.kind).toBe('accepted');
  });
}

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
  await acceptSecondVersion(app.db);
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

it('has an address here for every page there is', () => {
  const pages = app.routes.filter(({ method, path }) => method === 'GET' && !NOT_PAGES.test(path));
  expect(pages.map(({ path }) => path).filter((path) => PAGES[path] === undefined)).toEqual([]);
});

describe.each(Object.values(PAGES))('%s', (path) => {
  it.each([
    ['a desktop', DESKTOP],
    ['320 pixels', NARROWEST],
  ])('passes axe, keeps to its width and makes no complaint, at %s', async (_, viewport) => {
    const reader = await visit('about:blank', { viewport });
    const complaints: string[] = [];
    reader.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const response = await reader.page.goto(app.address + path);
    expect(response?.status()).toBe(200);
    const { violations } = await new AxeBuilder({ page: reader.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    const wide = await reader.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
    expect(complaints).toEqual([]);
    await reader.leave();
  });
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
