import type { JSX } from 'preact';
import { formatMonth } from '../../../platform/time/plain-day.ts';
import { problemKindInWords } from '../plan/problem-kind-words.rule.ts';
import type { ListField } from './list-fields.rule.ts';
import type { ListFilter } from '../rows/list-filter.shape.ts';
import { CALENDAR_STATE_LOOKS } from '../states/calendar-state-mark.view.tsx';
import { COVERAGE_FILTER_WORDS, type FilterOptions, LACKING_WORDS } from './filter-options.shape.ts';
import type { PlanView } from '../plan/plan-view.shape.ts';

/** What the list is narrowed by now, each a link to the list without it. Nothing where it is whole. */
export function NarrowedBy(props: {
  view: PlanView;
  filter: ListFilter;
  options: FilterOptions;
}): JSX.Element | null {
  const { filter, options } = props;
  const chosen = (Object.keys(filter) as ListField[])
    .map((field) => ({ field, words: inWords(field, filter, options) }))
    .filter(({ words }) => words !== null);
  if (chosen.length === 0) return null;
  return (
    <ul class="tl-filter__chosen" aria-label="Narrowed by">
      {chosen.map(({ field, words }) => (
        <li>
          <a class="tl-filter__tag" href={without(props.view, field)}>
            <span class="govuk-visually-hidden">Stop narrowing by </span>
            {words}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function without(view: PlanView, field: ListField): string {
  const rest = new URLSearchParams(view.frame.query);
  rest.delete(field);
  rest.delete('page');
  return rest.size === 0 ? view.frame.path : `${view.frame.path}?${rest.toString()}`;
}

function inWords(field: ListField, filter: ListFilter, options: FilterOptions): string | null {
  const value = filter[field];
  if (value === undefined || value === '') return null;
  switch (field) {
    case 'text':
      return `“${value}”`;
    case 'priority':
      return `Priority ${value}`;
    case 'outcome':
      return `Outcome ${value}`;
    case 'action':
      return `Action ${value}`;
    case 'lead':
      return options.leads.find(({ slug }) => slug === value)?.name ?? String(value);
    case 'partner':
      return `Joint with ${value}`;
    case 'requirement':
      return `Carries ${value}`;
    case 'due':
      return `Ends in ${formatMonth(String(value))}`;
    case 'status':
      return filter.status === undefined ? null : CALENDAR_STATE_LOOKS[filter.status].words;
    case 'lacking':
      return filter.lacking === undefined ? null : LACKING_WORDS[filter.lacking];
    case 'open':
      return 'Not completed';
    case 'kind':
      return problemKindInWords(String(value));
    case 'set':
      return options.sets.find(({ code }) => code === value)?.title ?? `Set ${value}`;
    case 'coverage':
      return filter.coverage === undefined ? null : COVERAGE_FILTER_WORDS[filter.coverage];
  }
}
