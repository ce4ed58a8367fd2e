import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../src/modules/identity/index.ts';
import { launchChromium } from './chromium.ts';
import { cookieName } from './cookie-names.ts';
import { PATIENCE } from './patience.ts';

/** A person in front of a page, whose clicks are counted. */
export interface Visitor {
  readonly page: Page;
  /** Clicks so far. */
  readonly clicks: () => number;
  /** Follows a link by its words (exact unless a pattern). */
  readonly follow: (words: string | RegExp) => Promise<void>;
  /** Presses a button by its words. */
  readonly press: (words: string | RegExp) => Promise<void>;
  readonly leave: () => Promise<void>;
}

export const DESKTOP = { width: 1280, height: 900 } as const;
export const PHONE = { width: 375, height: 800 } as const;
/** The width of WCAG 2.2 success criterion 1.4.10, reflow. */
export const NARROWEST = { width: 320, height: 800 } as const;

let browser: Promise<Browser> | undefined;

/** What each visitor of this file has open. */
const open = new Set<BrowserContext>();

/** Opens a page of the app as a new visitor with nothing in their browser. One browser serves every file of a process. */
export async function visit(
  address: string,
  {
    viewport = DESKTOP,
    javaScriptEnabled = true,
  }: { viewport?: { width: number; height: number }; javaScriptEnabled?: boolean } = {},
): Promise<Visitor> {
  browser ??= launchChromium();
  const context = await (await browser).newContext({ viewport, javaScriptEnabled, acceptDownloads: true });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  open.add(context);
  context.on('close', () => open.delete(context));
  await page.goto(address);
  let clicks = 0;
  const click = async (role: 'link' | 'button', name: string | RegExp) => {
    clicks += 1;
    await page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();
    await page.waitForLoadState();
  };
  return {
    page,
    clicks: () => clicks,
    follow: (words) => click('link', words),
    press: (words) => click('button', words),
    leave: () => context.close(),
  };
}

/**
 * Becomes the made-up person of the sample with a role, and goes back to the page they were at, or on to the one they were
 * sent away from. Not counted as clicks.
 */
export async function lookAroundAs({ page }: Visitor, role: Role): Promise<void> {
  const here = new URL(page.url());
  const back = here.searchParams.get('back') ?? here.pathname + here.search;
  await page.goto(`${here.origin}/look-around?${new URLSearchParams({ back }).toString()}`);
  await page.locator(`button[name=role][value=${role}]`).click();
  await page.waitForLoadState();
}

/** Puts a session into their browser, as if they had signed in, and shows them their page again. */
export async function holdSession({ page }: Visitor, { token }: { readonly token: string }): Promise<void> {
  const here = new URL(page.url());
  await page.context().addCookies([{ name: cookieName('session'), value: token, url: here.origin }]);
  await page.goto(here.origin + (here.searchParams.get('back') ?? here.pathname + here.search));
}

/** Lets every visitor leave; after the last test of a file. The browser stays for the next file, and goes with the process. */
export async function closeBrowser(): Promise<void> {
  await Promise.all([...open].map((context) => context.close()));
}
