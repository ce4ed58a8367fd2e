import type { JSX } from 'preact';
import { Button, Input } from '../../../platform/govuk/index.ts';
import { DAY_PARAMETER, linkAsAt } from '../../../platform/web/as-at.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { SubNavigation } from '../../../platform/web/sub-navigation.tsx';
import { identityPaths } from '../paths.ts';

/** People and posts are two views of one record. */
export function PeopleTabs(props: { frame: Frame; current: 'people' | 'posts' }): JSX.Element {
  const { frame, current } = props;
  const tabs = [
    ['people', 'People', identityPaths.people()],
    ['posts', 'Posts', identityPaths.posts()],
  ] as const;
  return (
    <SubNavigation
      name="People and posts"
      items={tabs.map(([name, words, href]) => ({
        words,
        href: linkAsAt(href, frame.asAt),
        isCurrent: name === current,
      }))}
    />
  );
}

/** A search over a list; the reader's day goes with it. */
export function SearchForm(props: { frame: Frame; label: string; search: string }): JSX.Element {
  const { frame } = props;
  const on = frame.query.get(DAY_PARAMETER);
  return (
    <form class="tl-filters" method="get" action={frame.path} role="search" novalidate>
      {on !== null && <input type="hidden" name={DAY_PARAMETER} value={on} />}
      <Input name="search" label={props.label} type="search" value={props.search} width={20} />
      <Button kind="secondary">Search</Button>
    </form>
  );
}
