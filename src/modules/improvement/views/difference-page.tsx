import type { JSX } from 'preact';
import { Page } from '../../../platform/web/page.tsx';
import type { PlanDifference } from '../reading/compare-readings.ts';
import { DifferenceList, differenceInWords } from './difference-list.tsx';
import type { PlanView } from './plan-view.ts';

/** What a version changed of the one before it. */
export function DifferenceView(props: {
  view: PlanView;
  version: number;
  difference: PlanDifference;
}): JSX.Element {
  const { view, version, difference } = props;
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
      <p class="govuk-body">{differenceInWords(difference)}.</p>
      <DifferenceList difference={difference} />
    </Page>
  );
}
