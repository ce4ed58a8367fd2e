import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { keepTwoOfEachKind } from './kinds.ts';
import { flawsOf } from './passes.ts';
import { PATIENCE } from './patience.ts';

/** A page with a list of 400, whose 300th item may be of another kind. */
const listOf = (odd: string) =>
  `<!doctype html><html lang="en"><title>List</title><style>li { padding: 20px }</style><main><h1>List</h1><ul>${Array.from(
    { length: 400 },
    (_, index) =>
      index === 300 ? odd : `<li id="item-${index}"><a href="/item/${index}">Item ${index}</a></li>`,
  ).join('')}</ul></main></html>`;

const PLAIN = '<li id="item-300"><a href="/item/300">Item 300</a></li>';

let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  const browser = await launchChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  close = () => browser.close();
});
afterAll(() => close());

const items = () => page.locator('li').count();

describe('two of each kind', () => {
  it('stay of a list of like items, and the rest is put back as it was', async () => {
    await page.setContent(listOf(PLAIN));
    const before = await page.content();
    const putBack = await keepTwoOfEachKind(page);
    expect(await items()).toBe(2);
    await putBack();
    expect(await page.content()).toBe(before);
  });

  it.each([
    ['an element', '<li id="x"><span>Item</span></li>', 3],
    ['a class', '<li id="x"><a class="y" href="/">Item</a></li>', 3],
    ['a role', '<li id="x"><a role="button" href="/">Item</a></li>', 3],
    ['an attribute', '<li id="x"><a lang="cy" href="/">Item</a></li>', 3],
    ['nothing but its words', '<li id="x"><a href="/elsewhere">Another</a></li>', 2],
  ])('are told apart by %s', async (_, odd, left) => {
    await page.setContent(listOf(odd));
    const putBack = await keepTwoOfEachKind(page);
    expect(await items()).toBe(left);
    await putBack();
  });

  it('keep what has the focus', async () => {
    await page.setContent(listOf(PLAIN));
    await page.locator('#item-200 a').focus();
    const putBack = await keepTwoOfEachKind(page);
    expect(await page.evaluate(() => document.activeElement?.parentElement?.id)).toBe('item-200');
    await putBack();
  });
});

describe('what axe finds wrong', () => {
  it('is found in the one row that is of another kind', async () => {
    await page.setContent(listOf('<li id="x"><img src="data:,"></li>'));
    expect(await flawsOf(page)).toEqual([expect.stringMatching(/^image-alt: /)]);
    expect(await items()).toBe(400);
  });

  it('is nothing where all is well, of the whole as of two of each kind', async () => {
    await page.setContent(listOf(PLAIN));
    expect([await flawsOf(page), await flawsOf(page, { whole: true })]).toEqual([[], []]);
  });
});
