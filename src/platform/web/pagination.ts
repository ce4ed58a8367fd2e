import type { PaginationItem, PaginationProps } from '../govuk/index.ts';
import { address } from './as-at.ts';

/** One page of a long list. */
export interface ListPage {
  /** From 1. */
  number: number;
  pages: number;
  /** How many rows to pass over, and how many to take, for the query. */
  offset: number;
  limit: number;
  /** The first and last row shown, counted from 1; both 0 for an empty list. */
  from: number;
  to: number;
  total: number;
}

/**
 * Works out which rows `?page=3` means. A number that is none, or lies past the end, means the nearest page there is.
 * @param total rows in the whole list
 * @param size rows on a page
 */
export function listPage(query: URLSearchParams, total: number, size: number): ListPage {
  const pages = Math.max(1, Math.ceil(total / size));
  const asked = /^\d{1,9}$/.exec(query.get('page') ?? '') === null ? 1 : Number(query.get('page'));
  const number = Math.min(Math.max(asked, 1), pages);
  const offset = (number - 1) * size;
  return {
    number,
    pages,
    offset,
    limit: size,
    from: total === 0 ? 0 : offset + 1,
    to: Math.min(offset + size, total),
    total,
  };
}

/** The links to the other pages, which keep the rest of the query; undefined where there is only one page. */
export function paginationFor(
  page: ListPage,
  path: string,
  query: URLSearchParams,
): PaginationProps | undefined {
  if (page.pages < 2) return undefined;
  const link = (number: number): string => {
    const other = new URLSearchParams(query);
    if (number === 1) other.delete('page');
    else other.set('page', String(number));
    return address(path, other);
  };
  return {
    previous: page.number > 1 ? { href: link(page.number - 1) } : undefined,
    next: page.number < page.pages ? { href: link(page.number + 1) } : undefined,
    items: shownNumbers(page).map((number): PaginationItem =>
      number === null ? { ellipsis: true } : { number, href: link(number), current: number === page.number },
    ),
  };
}

/** "Showing 51 to 100 of 129 actions". */
export function shownInWords(page: ListPage, things: string): string {
  const count = (n: number): string => n.toLocaleString('en-GB');
  return page.pages === 1
    ? `${count(page.total)} ${things}`
    : `Showing ${count(page.from)} to ${count(page.to)} of ${count(page.total)} ${things}`;
}

/** The first, the last, and those round the current page; null for those left out between. */
function shownNumbers({ number, pages }: ListPage): readonly (number | null)[] {
  const near = [1, number - 1, number, number + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown: (number | null)[] = [];
  let last = 0;
  for (const n of [...new Set(near)].sort((a, b) => a - b)) {
    // One page left out takes as much room as the dots.
    if (n - last === 2) shown.push(n - 1);
    else if (n - last > 2) shown.push(null);
    shown.push(n);
    last = n;
  }
  return shown;
}
