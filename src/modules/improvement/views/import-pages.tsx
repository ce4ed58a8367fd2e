import type { JSX } from 'preact';
import { Pagination } from '../../../platform/govuk/pagination.tsx';

/** Links to the other pages of a long list; nothing where there is one page. */
export function ImportPages(props: {
  number: number;
  pages: number;
  href: (page: number) => string;
  label: string;
}): JSX.Element | null {
  const { number, pages, href } = props;
  if (pages === 1) return null;
  return (
    <Pagination
      label={props.label}
      previous={number > 1 ? { href: href(number - 1) } : undefined}
      next={number < pages ? { href: href(number + 1) } : undefined}
      items={itemsFor(number, pages).map((item) =>
        item === null ? { ellipsis: true } : { number: item, href: href(item), current: item === number },
      )}
    />
  );
}

/** The first, the last and those on either side of this page; null for a stretch that is left out. */
function itemsFor(number: number, pages: number): readonly (number | null)[] {
  const shown = [1, number - 1, number, number + 1, pages].filter((page) => page >= 1 && page <= pages);
  return [...new Set(shown)].flatMap((page, index, all) => {
    const before = all[index - 1] ?? page - 1;
    return page - before > 1 ? [null, page] : [page];
  });
}
