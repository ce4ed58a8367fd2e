import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

/** Words set apart from those round them, such as a quotation or a rule. */
export function InsetText(props: {
  children?: Content;
  id?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <div id={props.id} class={classNames('govuk-inset-text', props.class)} {...props.attributes}>
      {props.children}
    </div>
  );
}
