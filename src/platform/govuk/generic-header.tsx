import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

/** The header for services that are not part of GOV.UK: the organisation's own logo or name. */
export function GenericHeader(props: {
  children?: Content;
  url?: string | undefined;
  containerClass?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <div class={classNames('govuk-generic-header', props.class)} {...props.attributes}>
      <div
        class={classNames('govuk-generic-header__container', props.containerClass || 'govuk-width-container')}
      >
        <div class="govuk-generic-header__logo">
          <a href={props.url ?? '/'} class="govuk-generic-header__homepage-link">
            {props.children}
          </a>
        </div>
      </div>
    </div>
  );
}
