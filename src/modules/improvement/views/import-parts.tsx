import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { Select } from '../../../platform/govuk/select.tsx';
import { importPaths } from '../paths.ts';
import type { DraftHead } from './import-head.tsx';
import { shortened } from './words.ts';

/** More priorities than this are a list to choose from instead of a row of links. */
const MOST_LINKS = 12;

/** The parts of a draft: the things to look at, and each priority as it was read. */
export function ImportParts(props: { head: DraftHead; current: 'problems' | number }): JSX.Element {
  const { head, current } = props;
  return (
    <nav class="tl-sub-navigation" aria-label="Parts of this import">
      <ul class="tl-sub-navigation__list">
        <Part href={importPaths.review(head.id)} current={current === 'problems'}>
          Things to look at{' '}
          <span class="tl-import-parts__count">{head.problems.open.toLocaleString('en-GB')}</span>
        </Part>
        {head.priorities.length <= MOST_LINKS &&
          head.priorities.map(({ number, title, actions }) => (
            <Part href={importPaths.review(head.id, { priority: number })} current={current === number}>
              {number}. {shortened(title, 40)}{' '}
              <span class="tl-import-parts__count">{actions.toLocaleString('en-GB')}</span>
            </Part>
          ))}
      </ul>
      {head.priorities.length > MOST_LINKS && (
        <form class="tl-filters tl-import-filters" method="get" action={importPaths.review(head.id)}>
          <Select
            name="priority"
            label="What was read under"
            value={current === 'problems' ? undefined : current}
            items={head.priorities.map(({ number, title, actions }) => ({
              value: number,
              text: `${number}. ${shortened(title, 60)} (${actions.toLocaleString('en-GB')})`,
            }))}
          />
          <Button kind="secondary">Show this priority</Button>
        </form>
      )}
    </nav>
  );
}

function Part(props: {
  href: string;
  current: boolean;
  children: JSX.Element | readonly (JSX.Element | string | number)[];
}): JSX.Element {
  return (
    <li>
      <a
        class="govuk-link tl-sub-navigation__link"
        href={props.href}
        aria-current={props.current ? 'page' : undefined}
      >
        {props.children}
      </a>
    </li>
  );
}
