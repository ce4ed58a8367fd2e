import type { JSX } from 'preact';
import { Pagination } from '../../../platform/govuk/index.ts';

interface Neighbour {
  readonly text: string;
  readonly href: string;
}

/** The way to the thing before and the thing after, at the foot of its page. */
export function NextAndPrevious(props: {
  previous: Neighbour | null;
  next: Neighbour | null;
  what: string;
}): JSX.Element | null {
  const { previous, next, what } = props;
  if (previous === null && next === null) return null;
  return (
    <Pagination
      label={`The ${what} before and after`}
      previous={
        previous === null
          ? undefined
          : { href: previous.href, text: `Previous ${what}`, labelText: previous.text }
      }
      next={next === null ? undefined : { href: next.href, text: `Next ${what}`, labelText: next.text }}
    />
  );
}
