import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, DESKTOP, PHONE, visit } from '../support/visitor.ts';

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
])('walking the line on a %s', (_, viewport) => {
  it('goes from a requirement to the people who must act and what would show it, and back, a click a step', async () => {
    const reader = await visit(`${app.address}/plan/kent-2011/requirement/IN-3`, { viewport });
    const heading = () => reader.page.locator('h1').innerText();
    expect(await heading()).toBe('IN 3');
    await reader.follow('2.1.4');
    expect(await heading()).toBe('2.1.4');
    await reader.follow('2.1.4/3');
    expect(await heading()).toBe('2.1.4/3');
    await reader.follow('2.1.4/3/1');
    expect(await heading()).toBe('2.1.4/3/1');
    await reader.follow('Eva Learner');
    expect(await heading()).toBe('Eva Learner');
    await reader.follow('IN 3');
    expect(await heading()).toBe('IN 3');
    expect(reader.clicks()).toBe(5);
    await reader.leave();
  });

  it('makes a link of every typed reference in running text', async () => {
    const reader = await visit(`${app.address}/plan/kent-2011/action/1.1.2`, { viewport });
    const inText = reader.page.locator('.tl-measures a.tl-ref');
    expect(await inText.allInnerTexts()).toContain('1.1.1');
    await inText.first().click();
    expect(await reader.page.locator('h1').innerText()).toBe('1.1.1');
    await reader.leave();
  });
});

it('shows a person and a post with all they answer for', async () => {
  const reader = await visit(`${app.address}/plan/kent-2011/leads`);
  await reader.follow('Heads of Service');
  const text = await reader.page.locator('main').innerText();
  for (const holder of ['Karen Graham', 'Kathy Lambourn', 'Michelle Woodward', 'Cathy Yates'])
    expect(text).toContain(holder);
  await reader.follow('Karen Graham');
  expect(await reader.page.locator('main').innerText()).toContain('Head of Children');
  await reader.leave();
});

it('narrows a list by several things at once, and lets each go with a click', async () => {
  const reader = await visit(`${app.address}/plan/kent-2011/milestones?priority=2&due=2011-05`);
  const count = async () => reader.page.locator('[role=status]').innerText();
  const both = Number.parseInt(await count(), 10);
  await reader.follow(/Ends in May 2011/);
  const one = Number.parseInt((await count()).replace(/.* of /, ''), 10);
  expect(one).toBeGreaterThan(both);
  expect(both).toBeGreaterThan(0);
  await reader.leave();
});

it('finds by words in an action, in a measure, in a lead', async () => {
  for (const [words, ref] of [
    ['backlog of initial and core', '2.1.4'],
    ['Eva Learner', '2.1.6'],
  ] as const) {
    const reader = await visit(`${app.address}/plan/kent-2011/actions?text=${encodeURIComponent(words)}`);
    expect(await reader.page.locator('tbody th').allInnerTexts()).toContain(ref);
    await reader.leave();
  }
});
