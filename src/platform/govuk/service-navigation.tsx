import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface NavigationItem {
  text: Content;
  href?: string | undefined;
  /** The page itself. */
  current?: boolean | undefined;
  /** The part of the service the page belongs to. */
  active?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export interface ServiceNavigationProps {
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  items?: readonly NavigationItem[] | undefined;
  ariaLabel?: string | undefined;
  menuButtonText?: string | undefined;
  menuButtonLabel?: string | undefined;
  navigationLabel?: string | undefined;
  navigationId?: string | undefined;
  navigationClass?: string | undefined;
  collapseOnMobile?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** The service's name and its few main places. */
export function ServiceNavigation(props: ServiceNavigationProps): JSX.Element {
  const inner = (
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        {props.serviceName && <ServiceName name={props.serviceName} url={props.serviceUrl} />}
        {props.items && props.items.length > 0 && <Navigation {...props} items={props.items} />}
      </div>
    </div>
  );
  const common = {
    class: classNames('govuk-service-navigation', props.class),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  };
  return props.serviceName ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...common}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  );
}

function ServiceName(props: { name: string; url: string | undefined }): JSX.Element {
  return (
    <span class="govuk-service-navigation__service-name">
      {props.url ? (
        <a href={props.url} class="govuk-service-navigation__link">
          {props.name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{props.name}</span>
      )}
    </span>
  );
}

function Navigation(props: ServiceNavigationProps & { items: readonly NavigationItem[] }): JSX.Element {
  const menu = props.menuButtonText || 'Menu';
  const id = props.navigationId || 'navigation';
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {(props.collapseOnMobile ?? props.items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel === menu ? undefined : props.menuButtonLabel}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.items.map(navigationItem)}
      </ul>
    </nav>
  );
}

function navigationItem(item: NavigationItem): JSX.Element {
  const here = item.active || item.current;
  const current = here ? (item.current ? 'page' : 'true') : undefined;
  const words = here ? (
    <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  );
  return (
    <li
      class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}
    >
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...item.attributes}
        >
          {words}
        </a>
      ) : (
        item.text && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {words}
          </span>
        )
      )}
    </li>
  );
}
