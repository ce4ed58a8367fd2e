import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

/** A way back to the page before. Use this or breadcrumbs, never both. */
export function BackLink(props: {
  href: string;
  children?: Content;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <a href={props.href || '#'} class={classNames('govuk-back-link', props.class)} {...props.attributes}>
      {props.children || 'Back'}
    </a>
  );
}
