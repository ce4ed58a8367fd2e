import type { Page } from 'playwright-core';

/** How many of a kind stay: two, since what is wrong between neighbours takes two to be seen, as the same id twice. */
const OF_A_KIND = 2;

/**
 * Takes out of a page, for a while, what is like its neighbours: of the rows of a table, the items of a list or the marks
 * of a chart that are built alike, two stay. What is looked at on them is then looked at once for each kind, and a list
 * of a thousand rows costs no more than one of ten.
 *
 * @returns puts everything back where it was
 */
export async function keepTwoOfEachKind(page: Page): Promise<() => Promise<void>> {
  const taken = await page.evaluateHandle((most) => {
    const kinds = new Map<Element, string>();
    // Built alike: the same element with the same class and names of attributes, around kinds that are the same. How many
    // of a kind are in it does not matter, nor what they say.
    const kindOf = (element: Element): string => {
      const known = kinds.get(element);
      if (known !== undefined) return known;
      const within = [...new Set([...element.children].map(kindOf))].sort().join();
      const named = element.getAttributeNames().sort().join(' ');
      const telling = ['class', 'role', 'type', 'aria-hidden', 'aria-current', 'scope']
        .map((name) => element.getAttribute(name) ?? '')
        .join('|');
      const kind = `${element.tagName}[${named}|${telling}](${within})`;
      kinds.set(element, kind);
      return kind;
    };
    const away: { element: Element; parent: Element; before: ChildNode | null }[] = [];
    const thin = (parent: Element): void => {
      const seen = new Map<string, number>();
      for (const child of parent.children) {
        const count = (seen.get(kindOf(child)) ?? 0) + 1;
        seen.set(kindOf(child), count);
        if (count <= most || child.contains(document.activeElement)) thin(child);
        else away.push({ element: child, parent, before: child.nextSibling });
      }
    };
    thin(document.body);
    for (const { element } of away) element.remove();
    return away;
  }, OF_A_KIND);
  return async () => {
    // From the last to the first, so that whatever each stood before is there again.
    await taken.evaluate((away) => {
      for (const { element, parent, before } of away.toReversed()) parent.insertBefore(element, before);
    });
    await taken.dispose();
  };
}
