import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface Breadcrumb {
  text: Content;
  /** Left out for the page itself. */
  href?: string | undefined;
  attributes?: Attributes | undefined;
}

/** Where the page stands: the way back up, from the home page. */
export function Breadcrumbs(props: {
  items: readonly Breadcrumb[];
  collapseOnMobile?: boolean | undefined;
  label?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  return (
    <nav
      class={classNames(
        'govuk-breadcrumbs',
        props.class,
        props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      {...props.attributes}
      aria-label={props.label ?? 'Breadcrumb'}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
