import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { keepTwoOfEachKind } from './kinds.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with the page (WCAG 2.2 AA and good practice), each with the first place.
 *
 * @param whole true to look at every row of every list, as the sweep does; else at two of each kind
 */
export async function flawsOf(page: Page, { whole = false } = {}): Promise<readonly string[]> {
  const putBack = whole ? undefined : await keepTwoOfEachKind(page);
  try {
    // In the page itself rather than in a second one beside it: no page of ours has a frame in it.
    const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode();
    const { violations } = await axe.analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  } finally {
    await putBack?.();
  }
}

/** By how many pixels the page is wider than its window. */
export function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
