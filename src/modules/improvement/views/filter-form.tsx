import type { JSX } from 'preact';
import { Button, Input, Select } from '../../../platform/govuk/index.ts';
import { formatMonth } from '../../../platform/time/plain-day.ts';
import { CALENDAR_STATES } from '../domain/state.ts';
import type { ListFilter } from '../queries/list-filter.ts';
import { CALENDAR_STATE_LOOKS } from './calendar-state-mark.tsx';
import type { PlanView } from './plan-view.ts';
import { shortened } from './words.ts';

export type FilterField =
  | 'text'
  | 'priority'
  | 'lead'
  | 'partner'
  | 'requirement'
  | 'due'
  | 'status'
  | 'lacking';

/** What each filter offers in this version of the plan. */
export interface FilterOptions {
  readonly priorities: readonly { readonly number: number; readonly title: string }[];
  readonly leads: readonly { readonly slug: string; readonly name: string }[];
  readonly partners: readonly string[];
  readonly requirements: readonly { readonly ref: string; readonly text: string }[];
  /** Months in which some milestone ends, such as 2011-05. */
  readonly months: readonly string[];
}

export const NO_OPTIONS: FilterOptions = {
  priorities: [],
  leads: [],
  partners: [],
  requirements: [],
  months: [],
};

const LACKING_WORDS = {
  lead: 'No lead',
  measure: 'No measure',
  date: 'No date',
  requirement: 'Carries no requirement',
} as const;

/** A form that narrows a list. A plain GET form: its address can be kept and shared, and it needs no JavaScript. */
export function FilterForm(props: {
  view: PlanView;
  list: string;
  filter: ListFilter;
  fields: readonly FilterField[];
  options: FilterOptions;
}): JSX.Element {
  const { view, filter, fields } = props;
  const chosen = selected(props);
  const on = view.frame.query.get('on');
  return (
    <section class="tl-filter" aria-label="Narrow the list">
      <details class="tl-filter__details">
        <summary class="tl-filter__summary">Narrow the list</summary>
        <form class="tl-filter__form" method="get" action={view.frame.path} novalidate>
          {on !== null && <input type="hidden" name="on" value={on} />}
          {fields.map((field) => (
            <FilterControl field={field} filter={filter} options={props.options} />
          ))}
          <Button kind="secondary">Show</Button>
        </form>
      </details>
      {chosen.length > 0 && (
        <ul class="tl-filter__chosen" aria-label="Narrowed by">
          {chosen.map(({ words, href }) => (
            <li>
              <a class="tl-filter__tag" href={href}>
                <span class="govuk-visually-hidden">Stop narrowing by </span>
                {words}
                <span aria-hidden="true"> ×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FilterControl(props: {
  field: FilterField;
  filter: ListFilter;
  options: FilterOptions;
}): JSX.Element {
  const { field, filter, options } = props;
  switch (field) {
    case 'text':
      return <Input name="text" label="Words" type="search" value={filter.text} width={20} />;
    case 'priority':
      return select(
        'priority',
        'Priority',
        String(filter.priority ?? ''),
        options.priorities.map(({ number, title }) => [String(number), `${number}: ${title}`]),
      );
    case 'lead':
      return select(
        'lead',
        'Lead',
        filter.lead,
        options.leads.map(({ slug, name }) => [slug, name]),
      );
    case 'partner':
      return select(
        'partner',
        'Joint with',
        filter.partner,
        options.partners.map((partner) => [partner, partner]),
      );
    case 'requirement':
      return select(
        'requirement',
        'Carries',
        filter.requirement,
        options.requirements.map(({ ref, text }) => [ref, `${ref}: ${shortened(text, 60)}`]),
      );
    case 'due':
      return select(
        'due',
        'Ends in',
        filter.due,
        options.months.map((month) => [month, formatMonth(month)]),
      );
    case 'status':
      return select(
        'status',
        'State',
        filter.status,
        CALENDAR_STATES.map((state) => [state, CALENDAR_STATE_LOOKS[state].words]),
      );
    case 'lacking':
      return select('lacking', 'Lacking', filter.lacking, Object.entries(LACKING_WORDS));
  }
}

function select(
  name: string,
  label: string,
  value: string | undefined,
  choices: readonly (readonly [string, string])[],
): JSX.Element {
  return (
    <Select
      name={name}
      label={label}
      items={[
        { value: '', text: 'Any' },
        ...choices.map(([choice, text]) => ({ value: choice, text, selected: choice === value })),
      ]}
    />
  );
}

/** What the list is narrowed by now, each with the address of the list without it. */
function selected(props: { view: PlanView; filter: ListFilter; options: FilterOptions }) {
  const { view, filter, options } = props;
  const without = (name: string) => {
    const rest = new URLSearchParams(view.frame.query);
    rest.delete(name);
    rest.delete('page');
    return rest.size === 0 ? view.frame.path : `${view.frame.path}?${rest.toString()}`;
  };
  const words: Partial<Record<string, string>> = {
    text: filter.text === undefined || filter.text === '' ? undefined : `“${filter.text}”`,
    priority: filter.priority === undefined ? undefined : `Priority ${filter.priority}`,
    outcome: filter.outcome === undefined ? undefined : `Outcome ${filter.outcome}`,
    action: filter.action === undefined ? undefined : `Action ${filter.action}`,
    lead:
      filter.lead === undefined
        ? undefined
        : (options.leads.find(({ slug }) => slug === filter.lead)?.name ?? filter.lead),
    partner: filter.partner === undefined ? undefined : `Joint with ${filter.partner}`,
    requirement: filter.requirement === undefined ? undefined : `Carries ${filter.requirement}`,
    due: filter.due === undefined ? undefined : `Ends in ${formatMonth(filter.due)}`,
    status: filter.status === undefined ? undefined : CALENDAR_STATE_LOOKS[filter.status].words,
    lacking: filter.lacking === undefined ? undefined : LACKING_WORDS[filter.lacking],
  };
  return Object.entries(words).flatMap(([name, text]) =>
    text === undefined ? [] : [{ words: text, href: without(name) }],
  );
}
