import type { JSX } from 'preact';
import { h } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface NotificationBannerProps {
  /** "Success" or "Important" unless set. */
  title?: Content;
  /** One line; use children for more than one. */
  text?: string | undefined;
  children?: Content;
  type?: 'success' | undefined;
  role?: 'alert' | 'region' | undefined;
  titleId?: string | undefined;
  titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  disableAutoFocus?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** Says what an act did, or something everybody on the page should know. */
export function NotificationBanner(props: NotificationBannerProps): JSX.Element {
  const success = props.type === 'success';
  const titleId = props.titleId || 'govuk-notification-banner-title';
  return (
    <div
      class={classNames(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.class,
      )}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={
        props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
      }
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        {h(
          `h${props.titleHeadingLevel ?? 2}`,
          { class: 'govuk-notification-banner__title', id: titleId },
          props.title ?? (success ? 'Success' : 'Important'),
        )}
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  );
}
