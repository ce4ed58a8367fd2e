import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

/** The first link of a page: past the header, to what the page is about. */
export function SkipLink(props: {
  children?: Content;
  href?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <a
      href={props.href || '#content'}
      class={classNames('govuk-skip-link', props.class)}
      {...props.attributes}
      data-module="govuk-skip-link"
    >
      {props.children}
    </a>
  );
}
