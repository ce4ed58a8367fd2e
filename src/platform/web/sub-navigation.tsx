import type { JSX } from 'preact';

export interface SubNavigationItem {
  readonly href: string;
  readonly words: string;
  readonly isCurrent: boolean;
}

/** The views of one record side by side, the shown one marked. */
export function SubNavigation(props: { name: string; items: readonly SubNavigationItem[] }): JSX.Element {
  return (
    <nav class="tl-sub-navigation" aria-label={props.name}>
      <ul class="tl-sub-navigation__list">
        {props.items.map(({ href, words, isCurrent }) => (
          <li class="tl-sub-navigation__item">
            <a
              class="govuk-link govuk-link--no-visited-state tl-sub-navigation__link"
              href={href}
              aria-current={isCurrent ? 'page' : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
