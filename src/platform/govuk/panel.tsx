import type { JSX } from 'preact';
import { h } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

/** Says that something long is done, on a page of its own. */
export function Panel(props: {
  title: Content;
  children?: Content;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <div class={classNames('govuk-panel', 'govuk-panel--confirmation', props.class)} {...props.attributes}>
      {h(`h${props.headingLevel ?? 1}`, { class: 'govuk-panel__title' }, props.title)}
      {props.children && <div class="govuk-panel__body">{props.children}</div>}
    </div>
  );
}
