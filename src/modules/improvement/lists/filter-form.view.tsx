import type { JSX } from 'preact';
import { Button, Input, Select } from '../../../platform/govuk/index.ts';
import { formatMonth } from '../../../platform/time/plain-day.ts';
import { CALENDAR_STATES } from '../states/calendar-state.rule.ts';
import { type FilteredList, LIST_FIELDS, type ListField } from './list-fields.rule.ts';
import type { ListFilter } from '../rows/list-filter.shape.ts';
import { CALENDAR_STATE_LOOKS } from '../states/calendar-state-mark.view.tsx';
import { COVERAGE_FILTER_WORDS, type FilterOptions, LACKING_WORDS } from './filter-options.shape.ts';
import { NarrowedBy } from './narrowed-by.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { shortened } from '../plan/plan-words.rule.ts';

/** More choices than this are a wall, and outweigh the page: then words are typed instead. */
const CHOICES_AT_MOST = 300;

/** A form that narrows a list. A plain GET form: its address can be kept and shared, and it needs no JavaScript. */
export function FilterForm(props: {
  view: PlanView;
  list: FilteredList;
  filter: ListFilter;
  options: FilterOptions;
}): JSX.Element {
  const { view, list, filter, options } = props;
  const fields: readonly ListField[] = LIST_FIELDS[list];
  const on = view.frame.query.get('on');
  return (
    <section class="tl-filter" aria-label="Narrow the list">
      <details class="tl-filter__details">
        <summary class="tl-filter__summary">Narrow the list</summary>
        <form class="tl-filter__form" method="get" action={view.frame.path} novalidate>
          {on !== null && <input type="hidden" name="on" value={on} />}
          {fields.map(
            (field) =>
              control(field, filter, options) ??
              (filter[field] !== undefined && <input type="hidden" name={field} value={filter[field]} />),
          )}
          <Button kind="secondary">Show</Button>
        </form>
      </details>
      <NarrowedBy view={view} filter={filter} options={options} />
    </section>
  );
}

/** What a person chooses a field's value with; null where it comes from a link alone, or has too many to choose from. */
function control(field: ListField, filter: ListFilter, options: FilterOptions): JSX.Element | null {
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
    case 'set':
      return select(
        'set',
        'Set',
        filter.set,
        options.sets.map(({ code, title }) => [code, title]),
      );
    case 'coverage':
      return select('coverage', 'Coverage', filter.coverage, Object.entries(COVERAGE_FILTER_WORDS));
    case 'outcome':
    case 'action':
    case 'open':
    case 'kind':
      return null;
  }
}

function select(
  name: string,
  label: string,
  value: string | undefined,
  choices: readonly (readonly [string, string])[],
): JSX.Element | null {
  if (choices.length > CHOICES_AT_MOST) return null;
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
