import type { JSX } from 'preact';
import type { PlanView } from './plan-view.ts';

const LISTS = [
  ['requirements', 'Requirements'],
  ['actions', 'Actions'],
  ['milestones', 'Milestones'],
  ['measures', 'Measures'],
  ['leads', 'Leads'],
  ['oddities', 'Oddities'],
] as const;

/** The lists of a plan side by side, in the order of the line. */
export function ListTabs(props: { view: PlanView; current: (typeof LISTS)[number][0] }): JSX.Element {
  return (
    <nav class="tl-sub-navigation" aria-label="Lists of the plan">
      <ul class="tl-sub-navigation__list">
        {LISTS.map(([list, text]) => (
          <li class="tl-sub-navigation__item">
            <a
              class="govuk-link govuk-link--no-visited-state tl-sub-navigation__link"
              href={props.view.paths[list]()}
              aria-current={list === props.current ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
