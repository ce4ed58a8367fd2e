import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface ErrorSummaryItem {
  text: Content;
  /** The field the sentence is about, as `#id`. */
  href?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface ErrorSummaryProps {
  /** "There is a problem" unless set. */
  title?: Content;
  description?: Content;
  items?: readonly ErrorSummaryItem[] | undefined;
  disableAutoFocus?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** Everything there is to put right on the page, at its top, each a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps): JSX.Element {
  return (
    <div
      class={classNames('govuk-error-summary', props.class)}
      data-disable-auto-focus={
        props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
      }
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
        <div class="govuk-error-summary__body">
          {props.description && <p>{props.description}</p>}
          {props.items && props.items.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.items.map((item) => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...item.attributes}>
                      {item.text}
                    </a>
                  ) : (
                    item.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
