import type { JSX } from 'preact';
import { Pagination } from '../../../platform/govuk/index.ts';
import { Page } from '../../../platform/web/page.tsx';
import { type ListPage, paginationFor } from '../../../platform/web/pagination.ts';
import type { PlanDifference } from './compare-readings.rule.ts';
import { DifferenceList, differenceInWords } from './difference-list.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';

/** What a version changed of the one before it, a page at a time. */
export function DifferenceView(props: {
  view: PlanView;
  version: number;
  difference: PlanDifference;
  shown: ListPage;
}): JSX.Element {
  const { view, version, difference, shown } = props;
  const pages = paginationFor(shown, view.frame.path, view.frame.query);
  return (
    <Page
      frame={view.frame}
      title={`What version ${version} changed`}
      crumbs={[
        { text: view.plan.title, href: view.plainPaths.home() },
        { text: 'Versions', href: view.plainPaths.versions() },
      ]}
    >
      <h1 class="govuk-heading-l">
        What version {version} changed of version {version - 1}
      </h1>
      <p class="govuk-body">
        {differenceInWords(difference)}.
        {pages && ` Shown: ${shown.from.toLocaleString('en-GB')} to ${shown.to.toLocaleString('en-GB')}.`}
      </p>
      <DifferenceList difference={difference} part={shown} />
      {pages && <Pagination {...pages} />}
    </Page>
  );
}
