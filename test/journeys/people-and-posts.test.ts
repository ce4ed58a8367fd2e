import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, DESKTOP, lookAroundAs, NARROWEST, visit, type Visitor } from '../support/visitor.ts';

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

async function fillDay({ page }: Visitor, name: string, day: readonly [number, number, number]) {
  for (const [index, part] of (['day', 'month', 'year'] as const).entries())
    await page.locator(`#${name}-${part}`).fill(String(day[index]));
}

async function fillSource(officer: Visitor) {
  await officer.page.getByLabel('Who says so').fill('Letter of appointment');
  await fillDay(officer, 'statedOn', [1, 6, 2011]);
}

it('finds who held a post on 12 May 2011, and who says so, in two clicks from any page', async () => {
  const reader = await visit(`${app.address}/people?on=2011-05-12`);
  await reader.follow('Posts');
  await reader.follow('Head of Corporate Parenting');
  expect(await text(reader)).toContain('Liz Totman');
  expect(await text(reader)).toMatch(/Presumed: in post by 7 April 2011/);
  expect(reader.clicks()).toBe(2);
  await reader.leave();
});

it('hands on a post when a person leaves, in three clicks from the list of people', async () => {
  const officer = await visit(`${app.address}/people`);
  await lookAroundAs(officer, 'administrator');
  await officer.follow('Chris Berry');
  await officer.press('This person is leaving');
  await fillDay(officer, 'lastDay', [30, 6, 2011]);
  await officer.page.getByLabel('Head of Attendance & Behaviour Service').selectOption({ label: 'Alan Day' });
  await fillSource(officer);
  await officer.press('End it and hand it on');
  expect(await officer.page.locator('.govuk-notification-banner').innerText()).toContain('1 post handed on');
  expect(officer.clicks()).toBe(3);
  await officer.page.goto(`${app.address}/people?search=attendance&on=2011-07-01`);
  await officer.follow('Alan Day');
  expect(await text(officer)).toContain('From 1 July 2011, no last day recorded');
  await officer.leave();
});

it('adds a person, appoints them and corrects the day, with what was recorded kept in sight', async () => {
  const officer = await visit(`${app.address}/people`);
  await lookAroundAs(officer, 'administrator');
  await officer.press('Add a person');
  await officer.page.getByLabel('Forenames or initials').fill('L');
  await officer.page.getByLabel('Surname', { exact: true }).fill('Totman');
  await officer.page.getByLabel('Who says so').fill('Register');
  await officer.press('Add this person');
  expect(await officer.page.locator('.govuk-notification-banner').innerText()).toContain('looks alike');

  await officer.page.getByLabel('How you know, about Liz Totman').fill('One payroll number');
  await officer.press('Same person as Liz Totman');
  expect(await text(officer)).toContain('Joined records');
  await officer.page.getByLabel(/Why to take it back/).fill('Two numbers after all');
  await officer.press(/Take it back/);
  expect(await text(officer)).not.toContain('Joined records');
  const clicksForTheName = officer.clicks();
  expect(clicksForTheName).toBe(4);

  await officer.page.goto(`${app.address}/posts`);
  await officer.press('Add a post');
  await officer.page.getByLabel('What the post is called').fill('Head of Early Help');
  await officer.page.getByLabel('One', { exact: true }).check();
  await officer.press('Add this post');
  await officer.press('Appoint somebody');
  await officer.page.getByLabel('Who', { exact: true }).selectOption({ label: 'L Totman' });
  await fillDay(officer, 'since', [1, 6, 2011]);
  await fillSource(officer);
  await officer.press('Record the appointment');
  expect(await heading(officer)).toBe('Head of Early Help');
  await officer.follow(/^Correct/);
  await officer.page.getByLabel('Reason').fill('The letter says the 6th');
  await fillDay(officer, 'since', [6, 6, 2011]);
  await officer.press('Save the correction');
  expect(officer.clicks() - clicksForTheName).toBe(6);
  expect(await text(officer)).toContain('From 6 June 2011, no last day recorded');
  await officer.page.getByText('What was recorded before').click();
  expect(await text(officer)).toContain('from 1 June 2011, no last day recorded');
  await officer.leave();
});

it.each([
  ['a desktop', DESKTOP],
  ['320 pixels', NARROWEST],
])('says what is wrong in a form that passes axe, at %s', async (_, viewport) => {
  const officer = await visit(`${app.address}/posts/1/appoint`, { viewport });
  await lookAroundAs(officer, 'administrator');
  await officer.press('Record the appointment');
  expect(await officer.page.title()).toMatch(/^Error: /);
  expect(await officer.page.locator('.govuk-error-summary li').allInnerTexts()).toEqual([
    'Choose who is appointed',
    'Enter the day of the paper or letter that says so, like 12 May 2011',
    'Enter who says so, like Minutes of 12 May 2011, item 4',
  ]);
  const { violations } = await new AxeBuilder({ page: officer.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await officer.leave();
});
