import { accessMatrix } from '../../../src/modules/access/index.ts';
import { type Role, ROLES } from '../../../src/modules/identity/index.ts';
import type { RouteFact } from '../../../src/platform/web/index.ts';
import { excessWidth, flawsOf } from '../passes.ts';
import { type RunningApp, startApp } from '../running-app.ts';
import { closeBrowser, DESKTOP, lookAroundAs, NARROWEST, visit, type Visitor } from '../visitor.ts';
import { makeThings, TWO_VERSIONS } from './made.ts';
import { type Made, PAGES } from './pages.ts';

export type Reader = Role | 'the public';
export const READERS: readonly Reader[] = ['the public', ...ROLES];

/** The widths at which every page is looked at. */
export const WIDTHS = [
  ['a desktop', DESKTOP],
  ['320 pixels', NARROWEST],
] as const;
export type Viewport = (typeof WIDTHS)[number][1];

/** Everybody the access matrix lets in, the public first. */
export function whoMayOpen(routes: readonly RouteFact[], route: string): readonly Reader[] {
  const row = accessMatrix(routes).find(({ method, path }) => method === 'GET' && path === route);
  return READERS.filter((_, index) => row?.open[index] === true);
}

/** The whole program with something on every page, and a browser for each reader who looks. */
export class EveryPage {
  readonly app: RunningApp;
  readonly #made: Made;
  /** With what the browser's console complained of. */
  readonly #readers = new Map<
    Reader,
    Promise<{ readonly visitor: Visitor; readonly complaints: string[] }>
  >();

  private constructor(app: RunningApp, made: Made) {
    this.app = app;
    this.#made = made;
  }

  static async open(): Promise<EveryPage> {
    const app = await startApp({ filled: TWO_VERSIONS });
    return new EveryPage(app, await makeThings(app.db));
  }

  async close(): Promise<void> {
    await closeBrowser();
    await this.app.close();
  }

  whoMayOpen(route: string): readonly Reader[] {
    return whoMayOpen(this.app.routes, route);
  }

  addressOf(route: string): string {
    const at = PAGES[route] ?? route;
    return this.app.address + (typeof at === 'string' ? at : at(this.#made));
  }

  async as(reader: Reader) {
    const known = this.#readers.get(reader) ?? this.#enter(reader);
    this.#readers.set(reader, known);
    return known;
  }

  async #enter(reader: Reader) {
    const visitor = await visit(this.app.address);
    if (reader !== 'the public') await lookAroundAs(visitor, reader);
    const complaints: string[] = [];
    visitor.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    return { visitor, complaints };
  }

  /**
   * Opens a page as a reader, and tells what is amiss: it does not answer, it does not pass axe, it is wider than the
   * window, its console complains. Nothing where all is well.
   *
   * @param whole true to look at every row of its lists; else at two of each kind
   */
  async look(
    route: string,
    reader: Reader,
    viewport: Viewport,
    { whole = false } = {},
  ): Promise<readonly string[]> {
    const { visitor, complaints } = await this.as(reader);
    const { page } = visitor;
    complaints.length = 0;
    await page.setViewportSize(viewport);
    const address = this.addressOf(route);
    const response = await page.goto(address);
    const status = response?.status() ?? 0;
    const excess = await excessWidth(page);
    const amiss = [
      ...(status === 200 ? [] : [`answers ${status}`]),
      ...(page.url() === address ? [] : [`leads to ${page.url()}`]),
      ...(excess === 0 ? [] : [`is ${excess} pixels too wide`]),
      ...(await flawsOf(page, { whole })),
      ...complaints.map((complaint) => `the console says ${complaint}`),
    ];
    return amiss.map((what) => `${route} as ${reader}: ${what}`);
  }
}
