import type { JSX } from 'preact';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { dayInLondon, formatDay } from '../../../platform/time/plain-day.ts';
import { planPaths } from '../paths.ts';
import type { VersionInHistory } from './plan-history.read.ts';
import type { PlanView } from '../plan/plan-view.shape.ts';

/** A plan's versions: what each was read from, from when it counts, and what it changed. */
export function VersionsView(props: { view: PlanView; history: readonly VersionInHistory[] }): JSX.Element {
  const { view, history } = props;
  return (
    <Page
      frame={view.frame}
      title="Versions of the plan"
      crumbs={[{ text: view.plan.title, href: view.plainPaths.home() }]}
    >
      <h1 class="govuk-heading-l">Versions of the plan</h1>
      <p class="govuk-body">
        A version is never changed once it is accepted. A page as at a day shows the version that was in force
        on it: here, version {view.plan.version}.
      </p>
      <WideTable
        name="Versions"
        caption="Versions"
        captionClass="govuk-visually-hidden"
        head={[
          'Version',
          'In force from',
          'Accepted',
          'Read from',
          { text: 'Requirements', format: 'numeric' as const },
          { text: 'Actions', format: 'numeric' as const },
          { text: 'Milestones', format: 'numeric' as const },
          'What it changed',
        ]}
        firstCellIsHeader
        rows={history.map((version) => [
          <a class="govuk-link" href={planPaths(view.plan.slug, version.inForceFrom).home()}>
            Version {version.number}
          </a>,
          <span class="tl-day">{formatDay(version.inForceFrom)}</span>,
          `${formatDay(dayInLondon(version.acceptedAt))}, ${version.acceptedBy}`,
          <>
            {version.sourceName}
            <span class="tl-aside">SHA-256 {version.sourceSha256.slice(0, 12)}…</span>
          </>,
          { text: version.requirements, format: 'numeric' as const },
          { text: version.actions, format: 'numeric' as const },
          { text: version.milestones, format: 'numeric' as const },
          version.number === 1 ? (
            'The first version'
          ) : (
            <a class="govuk-link" href={view.paths.difference(version.number)}>
              Changes from version {version.number - 1}
            </a>
          ),
        ])}
      />
    </Page>
  );
}
