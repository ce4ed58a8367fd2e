import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { Select } from '../../../platform/govuk/select.tsx';
import { importPaths } from '../paths.ts';
import type { DraftHead } from '../draft/draft-head.view.tsx';
import { shortened } from '../../improvement/index.ts';

/** More priorities than this are a list to choose from instead of a row of links. */
const MOST_LINKS = 12;

/** The part of a draft that is in front of the reader; a number is a priority. */
export type CurrentPart = 'problems' | 'requirements' | 'people' | number;

/** The parts of a draft: the things to look at, each priority as it was read, the requirements and the people. */
export function ImportParts(props: { head: DraftHead; current: CurrentPart }): JSX.Element {
  const { head, current } = props;
  return (
    <nav class="tl-sub-navigation" aria-label="Parts of this import">
      <ul class="tl-sub-navigation__list">
        <Part
          href={importPaths.review(head.id)}
          current={current === 'problems'}
          words="Things to look at"
          count={head.problems.open}
        />
        {head.priorities.length <= MOST_LINKS &&
          head.priorities.map(({ number, title, actions }) => (
            <Part
              href={importPaths.review(head.id, { priority: number })}
              current={current === number}
              words={`${number}. ${shortened(title, 40)}`}
              count={actions}
            />
          ))}
        {head.counts.requirements > 0 && (
          <Part
            href={importPaths.review(head.id, { part: 'requirements' })}
            current={current === 'requirements'}
            words="Requirements"
            count={head.counts.requirements}
          />
        )}
        {head.counts.people > 0 && (
          <Part
            href={importPaths.review(head.id, { part: 'people' })}
            current={current === 'people'}
            words="People"
            count={head.counts.people}
          />
        )}
      </ul>
      {head.priorities.length > MOST_LINKS && (
        <form class="tl-filters tl-import-filters" method="get" action={importPaths.review(head.id)}>
          <Select
            name="priority"
            label="What was read under"
            value={typeof current === 'number' ? current : undefined}
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

function Part(props: { href: string; current: boolean; words: string; count: number }): JSX.Element {
  return (
    <li>
      <a
        class="govuk-link tl-sub-navigation__link"
        href={props.href}
        aria-current={props.current ? 'page' : undefined}
      >
        {props.words} <span class="tl-import-parts__count">{props.count.toLocaleString('en-GB')}</span>
      </a>
    </li>
  );
}
