import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP } from '../visitor.ts';
import { EveryPage, type Reader, type Viewport, WIDTHS } from './looking.ts';
import { PAGES } from './pages.ts';

/**
 * As whom a page is looked at: at 320 pixels as the first who may, the public wherever it is public; at a desktop as the
 * one who is shown the most buttons. Everybody else who may open it takes their turn in the sweep.
 */
function readerOf(readers: readonly Reader[], viewport: Viewport): Reader {
  const [first] = readers;
  if (first === undefined) throw new Error('Nobody may open it');
  if (viewport !== DESKTOP) return first;
  return (
    (['administrator', 'programme-manager', 'clerk'] as const).find((role) => readers.includes(role)) ?? first
  );
}

/** Tests that look at some of the pages there are, each at both widths. */
export function lookAtPages(wanted: (route: string) => boolean): void {
  let pages: EveryPage;
  beforeAll(async () => {
    pages = await EveryPage.open();
  });
  afterAll(() => pages.close());

  const routes = Object.keys(PAGES).filter(wanted);
  it('are some', () => {
    expect(routes.length).toBeGreaterThan(5);
  });

  describe.each(routes)('%s', (route) => {
    it.each(WIDTHS)('passes axe, keeps to its width and makes no complaint, at %s', async (_, viewport) => {
      const reader = readerOf(pages.whoMayOpen(route), viewport);
      expect(await pages.look(route, reader, viewport)).toEqual([]);
    });
  });
}
