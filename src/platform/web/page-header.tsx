import type { JSX } from 'preact';
import { ServiceNavigation } from '../govuk/index.ts';
import { linkAsAt } from './as-at.ts';
import type { Frame, Place } from './frame.ts';
import { PRODUCT } from './product.ts';
import { ProductMark } from './product-mark.tsx';

/** The head of every page, like the head of a council's paper: whose it is, what it is, and its main places. */
export function PageHeader(props: { frame: Frame }): JSX.Element {
  const { site, path, asAt, places, account } = props.frame;
  const here = placeOf(path, places);
  return (
    <header class="govuk-template__header tl-header">
      <div class="govuk-width-container tl-header__row">
        <a class="tl-header__council" href={linkAsAt('/', asAt)}>
          {site.assets.logo === undefined ? (
            site.councilName
          ) : (
            <img class="tl-header__logo" src={site.assets.logo} alt={site.councilName} />
          )}
        </a>
        <span class="tl-header__product">
          <ProductMark />
          {PRODUCT}
        </span>
        {account.length > 0 && (
          <ul class="tl-header__account">
            {account.map(({ text, href }) => (
              <li>
                <a
                  class="govuk-link tl-header__account-link"
                  href={href}
                  aria-current={href === path ? 'page' : undefined}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      {places.length > 0 && (
        <ServiceNavigation
          class="tl-navigation"
          items={places.map((place) => ({
            text: place.text,
            href: linkAsAt(place.href, asAt),
            current: place === here && place.href === path,
            active: place === here,
          }))}
        />
      )}
    </header>
  );
}

/** The place a path belongs to: the one with the longest address that the path starts with. Home is only home. */
export function placeOf(path: string, places: readonly Place[]): Place | undefined {
  return places
    .filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
