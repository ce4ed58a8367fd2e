import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface TagProps {
  children?: Content;
  colour?:
    | 'grey'
    | 'green'
    | 'teal'
    | 'blue'
    | 'purple'
    | 'magenta'
    | 'red'
    | 'orange'
    | 'yellow'
    | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A short status word. For the standing of an action or a figure use a state mark, which has a shape too. */
export function Tag(props: TagProps): JSX.Element {
  return (
    <strong
      class={classNames('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.class)}
      {...props.attributes}
    >
      {props.children}
    </strong>
  );
}
