import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface FooterLink {
  text: Content;
  href: string;
  attributes?: Attributes | undefined;
}

/**
 * The foot of a page. GOV.UK's own prints the crown, the Open Government Licence and Crown copyright, none of which
 * is a council's to print: this one has the same frame and classes without them.
 */
export function Footer(props: {
  links: readonly FooterLink[];
  /** Said before the links to people who hear the page; "Support links" unless set. */
  hiddenTitle?: string | undefined;
  /** A line or two under the links. */
  children?: Content;
  containerClass?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <div class={classNames('govuk-footer', props.class)} {...props.attributes}>
      <div class={classNames('govuk-width-container', props.containerClass)}>
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {(props.links.length > 0 || props.children) && (
              <h2 class="govuk-visually-hidden">{props.hiddenTitle || 'Support links'}</h2>
            )}
            {props.links.length > 0 && (
              <ul class="govuk-footer__inline-list">
                {props.links.map((link) => (
                  <li class="govuk-footer__inline-list-item">
                    <a class="govuk-footer__link" href={link.href} {...link.attributes}>
                      {link.text}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {props.children && <div class="govuk-footer__meta-custom">{props.children}</div>}
          </div>
        </div>
      </div>
    </div>
  );
}
