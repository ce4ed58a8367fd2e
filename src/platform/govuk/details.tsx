import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

/** Words that few readers need, behind a link that opens them. Printed open. */
export function Details(props: {
  summary: Content;
  children?: Content;
  open?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <details
      id={props.id}
      class={classNames('govuk-details', props.class)}
      {...props.attributes}
      open={props.open}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}
