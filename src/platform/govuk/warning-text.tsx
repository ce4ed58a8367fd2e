import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

/** Words about what follows from an act, such as losing something or breaking a rule. */
export function WarningText(props: {
  children?: Content;
  /** Said before the words to people who hear the page; "Warning" unless set. */
  iconFallbackText?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <div class={classNames('govuk-warning-text', props.class)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span> {props.children}
      </strong>
    </div>
  );
}
