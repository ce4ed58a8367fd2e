import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EveryPage } from '../support/every-page/looking.ts';
import { PAGES } from '../support/every-page/pages.ts';
import { DAYS, everyLook, type Look, looksOfPart, partOf } from '../support/every-page/sweep.ts';

/** `npm run sweep` looks at everything; a run without it at the part of the day, so that all is looked at in eight weeks. */
const isWhole = process.env['SWEEP'] === 'all';
const part = partOf(new Date());

let pages: EveryPage;
let looks: readonly Look[];
beforeAll(async () => {
  pages = await EveryPage.open();
  const all = everyLook(Object.keys(PAGES), (route) => pages.whoMayOpen(route));
  looks = isWhole ? all : looksOfPart(all, part);
});
afterAll(() => pages.close());

const every = 'every page as everybody who may open it, at both widths, with every row of its lists';

const size = isWhole ? 'the whole' : `part ${part + 1} of ${DAYS} (npm run sweep looks at all)`;

describe(`the sweep, ${size}`, () => {
  it(
    `passes axe, keeps to its width and makes no complaint: ${every}`,
    { timeout: 4 * 60 * 60_000 },
    async () => {
      expect(looks.length).toBeGreaterThan(5);
      const amiss: string[] = [];
      for (const { route, reader, width, viewport } of looks)
        for (const what of await pages.look(route, reader, viewport, { whole: true }))
          amiss.push(`${what}, at ${width}`);
      expect(amiss).toEqual([]);
    },
  );
});
