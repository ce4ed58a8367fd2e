import type { JSX } from 'preact';
import { type Content, Pagination } from '../../../platform/govuk/index.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import { Page } from '../../../platform/web/page.tsx';
import { type ListPage as Shown, paginationFor } from '../../../platform/web/pagination.ts';
import type { FilteredList } from './list-fields.rule.ts';
import type { ListFilter } from '../rows/list-filter.shape.ts';
import { CalendarStateRule } from '../states/calendar-state-mark.view.tsx';
import { FilterForm } from './filter-form.view.tsx';
import type { FilterOptions } from './filter-options.shape.ts';
import { ListTabs } from './list-tabs.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';

/** The lists that stand on a page of this kind; coverage has a picture and a page of its own. */
export type ListName = Exclude<FilteredList, 'coverage'>;

/** A list of a plan: filters above, how many there are, the rows, other pages, and the whole of it as a spreadsheet. */
export function ListPage(props: {
  view: PlanView;
  list: ListName;
  title: string;
  /** What is counted, in the singular and the plural: "action", "actions". */
  counted: readonly [string, string];
  filter: ListFilter;
  options: FilterOptions;
  shown: Shown;
  showsStates?: boolean;
  children: Content;
}): JSX.Element {
  const { view, list, shown, filter } = props;
  const [one, many] = props.counted;
  const pages = paginationFor(shown, view.frame.path, view.frame.query);
  return (
    <Page
      frame={view.frame}
      title={props.title}
      crumbs={[{ text: view.plan.title, href: view.plainPaths.home() }]}
    >
      <h1 class="govuk-heading-l">{props.title}</h1>
      <ListTabs view={view} current={list} />
      <FilterForm view={view} list={list} filter={filter} options={props.options} />
      <div class="tl-list-head">
        <p class="govuk-body tl-list-head__count" role="status">
          {shown.total === 0
            ? `No ${many}`
            : shown.pages > 1
              ? `${shown.from} to ${shown.to} of ${shown.total.toLocaleString('en-GB')} ${many}`
              : `${shown.total.toLocaleString('en-GB')} ${shown.total === 1 ? one : many}`}
        </p>
        <p class="govuk-body tl-list-head__exports">
          Take away as{' '}
          <a class="govuk-link" href={view.paths.export(list, 'csv', filter)}>
            CSV
          </a>{' '}
          or{' '}
          <a class="govuk-link" href={view.paths.export(list, 'xlsx', filter)}>
            Excel
          </a>
        </p>
      </div>
      {shown.total === 0 ? (
        <Empty title={`No ${many} to show`} action={{ text: `Show all ${many}`, href: view.paths[list]() }}>
          Nothing in this version of the plan fits what was asked for.
        </Empty>
      ) : (
        props.children
      )}
      {pages && <Pagination {...pages} />}
      {props.showsStates === true && <CalendarStateRule />}
    </Page>
  );
}
