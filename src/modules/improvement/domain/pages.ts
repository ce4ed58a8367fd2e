/** One page of a list that is cut into pages. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly number: number;
  readonly pages: number;
}

/** How many pages a list takes; an empty one takes one. */
export function pagesFor(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/** A page of a list; one past its end is the last, since a list may grow shorter while somebody works through it. */
export function pageOf<Item>(items: readonly Item[], wanted: number, size: number): PageOf<Item> {
  const pages = pagesFor(items.length, size);
  const number = Math.min(Math.max(1, wanted), pages);
  return { items: items.slice((number - 1) * size, number * size), number, pages };
}
