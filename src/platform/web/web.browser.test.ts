import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_FILE } from './problem.ts';
import type { WebServer } from './server.ts';
import { chromiumPath, launchChromium } from '../../../test/support/chromium.ts';
import { PATIENCE } from '../../../test/support/patience.ts';
import { addFormRoutes } from './story/form-routes.tsx';
import { storyServer } from './story/story-server.tsx';

/** Beside the rules axe keeps on: targets large enough to hit (AA), and text that reads easily (AAA). */
const FURTHER_RULES = ['target-size', 'color-contrast-enhanced'];

describe.skipIf(chromiumPath === undefined)('in a real browser', () => {
  let browser: Browser;
  let server: WebServer;
  let address: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await storyServer();
    addFormRoutes(server);
    address = await server.app.listen({ port: 0, host: '127.0.0.1' });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await server.app.close();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  /** Opens a page, and notes whatever the browser complains of: a script that fails, or a policy that is broken. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const expected = /status of 4\d\d/.test(message.text());
      if (message.type() === 'error' && !expected) complaints.push(message.text());
    });
    await page.goto(address + path);
    return page;
  }

  it.each([
    ['on a desk', '/plan/story', { viewport: { width: 1280, height: 900 } }],
    ['on a phone', '/plan/story', { viewport: { width: 320, height: 640 } }],
    ['as at another day', '/plan/story?on=2011-04-26', {}],
    ['with a day that is none', '/plan/story?on=2011-02-31', {}],
    ['in forced colours', '/plan/story', { forcedColors: 'active' as const }],
    ['where there is no page', '/nothing', {}],
  ])('every part can be used by everyone, as far as axe can tell: %s', async (_name, path, options) => {
    const page = await open(path, options);
    const rules = Object.fromEntries(FURTHER_RULES.map((rule) => [rule, { enabled: true }]));
    const { violations, passes } = await new AxeBuilder({ page }).options({ rules }).analyze();
    expect(
      violations.map(({ id, nodes }) => [
        id,
        nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
      ]),
    ).toEqual([]);
    expect(passes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...FURTHER_RULES, 'document-title', 'link-name']),
    );
  });

  it.each(['/plan/story', '/plan/story?on=2011-04-26', '/nothing', '/form'])(
    '%s fits a screen of 320 pixels',
    async (path) => {
      const page = await open(path, { viewport: { width: 320, height: 640 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    },
  );

  it('is set in our own typeface, with figures of one width in tables', async () => {
    const page = await open('/plan/story');
    expect(
      await page.evaluate(
        `document.fonts.ready.then(() => [...document.fonts].some((face) => face.status === 'loaded'))`,
      ),
    ).toBe(true);
    const widths = await page.evaluate(`(() => {
      const cell = document.querySelector('td.govuk-table__cell--numeric');
      return ['1111', '8888'].map((text) => {
        cell.innerHTML = '<span>' + text + '</span>';
        return cell.firstChild.getBoundingClientRect().width;
      });
    })()`);
    expect(widths).toEqual([expect.any(Number), (widths as number[])[0]]);
  });

  it('is read as at another day with a keyboard and no script', async () => {
    const page = await open('/plan/story?lead=Ann', { javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to main content');
    await page.locator('.tl-as-at__summary').press('Enter');
    await page.getByLabel('Day', { exact: true }).first().fill('26');
    await page.getByLabel('Month').first().fill('April');
    await page.getByLabel('Year').first().press('Enter');
    await page.waitForURL('**/plan/story?lead=Ann&on=2011-04-26');
    expect(await page.locator('.tl-as-at__day').textContent()).toBe('As at 26 April 2011');
    await page.getByRole('link', { name: 'Back to today' }).click();
    await page.waitForURL('**/plan/story?lead=Ann');
  });

  it('holds everything without JavaScript', async () => {
    const page = await open('/plan/story', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const places = ['Overview', 'Reports'].map((name) => page.getByRole('link', { name, exact: true }));
    const parts = [...places, page.getByText('The same figures, as a table.')];
    expect(await Promise.all(parts.map((part) => part.isVisible()))).toEqual([true, true, true]);
  });

  it.each([
    '.tl-header__council',
    '.tl-as-at__summary',
    '.tl-thread a',
    '.tl-figure--link',
    '.govuk-link',
    'main .govuk-button',
    'main .govuk-button--secondary',
    '.tl-scroll',
  ])('shows where the keyboard is: %s', async (selector) => {
    const page = await open('/plan/story');
    const look = `(() => {
        const style = getComputedStyle(document.querySelector('${selector}'));
        return style.backgroundColor + style.boxShadow;
      })()`;
    const before = await page.evaluate(look);
    await page.keyboard.press('Tab');
    await page.locator(selector).first().focus();
    expect(await page.evaluate(look)).not.toBe(before);
  });

  it('takes a form, says what is wrong where it is heard first, then takes it put right', async () => {
    const page = await open('/form');
    await page.getByRole('button', { name: 'Save the name' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator(':focus').getAttribute('class')).toBe('govuk-error-summary');
    await page.getByRole('link', { name: 'Enter the name of the action' }).click();
    expect(await page.locator(':focus').getAttribute('id')).toBe('name');
    await page.keyboard.type('Recruit');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/plain');
    expect(await page.getByRole('alert').innerText()).toContain('Saved Recruit');
    await page.reload();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('says that a file is too big, instead of breaking the connection', async () => {
    const page = await open('/plan/story');
    await page.evaluate(`document.querySelector('form[method=post]').action = '/echo'`);
    await page.evaluate(`(() => {
      const file = new File([new Uint8Array(${LARGEST_FILE + 5_000_000})], 'plan.docx');
      const chosen = new DataTransfer();
      chosen.items.add(file);
      document.querySelector('#plan').files = chosen.files;
    })()`);
    await page.getByRole('button', { name: 'Accept 129 actions' }).click();
    await page.waitForURL('**/echo');
    expect(await page.locator('h1').textContent()).toBe('That file is too big');
  });

  it('prints without what only a screen needs, and with links out spelled in full', async () => {
    const page = await open('/plan/story?on=2011-04-26');
    await page.emulateMedia({ media: 'print' });
    const shown = async (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
    expect(
      await Promise.all(
        ['.tl-navigation', '.govuk-breadcrumbs', '.tl-as-at__verb', 'main .govuk-button'].map(shown),
      ),
    ).toEqual([false, false, false, false]);
    expect(
      await Promise.all(
        ['.tl-header__council', '.tl-as-at__day', '.tl-thread', '.tl-footer__printed'].map(shown),
      ),
    ).toEqual([true, true, true, true]);
    const after = await page.evaluate(`(() => {
      const link = document.querySelector('main .govuk-link');
      link.href = 'https://example.org/a';
      return getComputedStyle(link, '::after').content;
    })()`);
    expect(after).toContain('https://example.org/a');
  });

  it('stands the thread upright on a phone', async () => {
    const tops = async (width: number): Promise<readonly number[]> => {
      const page = await open('/plan/story', { viewport: { width, height: 900 } });
      return page.evaluate(
        `[...document.querySelectorAll('.tl-thread__shape')].map((shape) => shape.getBoundingClientRect().top)`,
      );
    };
    expect(new Set(await tops(1280)).size).toBe(1);
    expect(new Set(await tops(320)).size).toBe(7);
  });

  it('broke no policy and failed no script in all of this', () => {
    expect(complaints).toEqual([]);
  });
});
