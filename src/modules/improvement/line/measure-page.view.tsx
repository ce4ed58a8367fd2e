import type { JSX } from 'preact';
import { SummaryList } from '../../../platform/govuk/index.ts';
import { Page } from '../../../platform/web/page.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import type { MilestonePage } from './milestone-page.query.ts';
import { CalendarStateMark } from '../states/calendar-state-mark.view.tsx';
import { LeadLinks } from '../rows/lead-links.view.tsx';
import { milestoneThread } from './milestone-thread.view.tsx';
import { NextAndPrevious } from './next-and-previous.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefText } from '../plan/ref-text.view.tsx';
import { placeInWords, timescaleInWords } from '../plan/plan-words.rule.ts';

/** A measure: what would show that its milestone did what it was for. */
export function MeasureView(props: { view: PlanView; found: MilestonePage; ordinal: number }): JSX.Element {
  const { view, found, ordinal } = props;
  const { action, milestone } = found;
  const text = milestone.measures[ordinal - 1] ?? '';
  const printed = found.provenance.find((fact) => fact.of === 'measure' && fact.value === text);
  const neighbour = (other: number) =>
    milestone.measures[other - 1] === undefined
      ? null
      : {
          text: `${action.ref}/${milestone.ordinal}/${other}`,
          href: view.paths.measure(action.ref, milestone.ordinal, other),
        };
  return (
    <Page
      frame={view.frame}
      title={`Measure ${action.ref}/${milestone.ordinal}/${ordinal}`}
      crumbs={[
        { text: view.plan.title, href: view.plainPaths.home() },
        { text: `Action ${action.ref}`, href: view.plainPaths.action(action.ref) },
        {
          text: `Milestone ${action.ref}/${milestone.ordinal}`,
          href: view.plainPaths.milestone(action.ref, milestone.ordinal),
        },
      ]}
      thread={milestoneThread(view, found, 'measure', ordinal)}
    >
      <span class="govuk-caption-l">
        Measure {ordinal} of {milestone.measures.length}, milestone {action.ref}/{milestone.ordinal}
      </span>
      <h1 class="govuk-heading-l">
        <span class="tl-ref">{`${action.ref}/${milestone.ordinal}/${ordinal}`}</span>
      </h1>
      <p class="govuk-body-l tl-measure-of-line">
        <RefText view={view}>{text}</RefText>
      </p>
      <SummaryList
        rows={[
          {
            key: 'Of the milestone',
            value: (
              <>
                <Reference href={view.paths.milestone(action.ref, milestone.ordinal)}>
                  {`${action.ref}/${milestone.ordinal}`}
                </Reference>{' '}
                {milestone.state === 'completed'
                  ? 'completed'
                  : timescaleInWords(milestone.start, milestone.end)}
              </>
            ),
          },
          { key: 'State of the milestone', value: <CalendarStateMark state={milestone.state} /> },
          {
            key: 'Of the action',
            value: (
              <>
                <Reference href={view.paths.action(action.ref)}>{action.ref}</Reference>{' '}
                <RefText view={view}>{action.text}</RefText>
              </>
            ),
          },
          { key: 'Leads', value: <LeadLinks view={view} leads={milestone.leads} /> },
          {
            key: 'In the source',
            value: [view.plan.sourceName, placeInWords(printed?.source ?? found.source)]
              .filter(Boolean)
              .join(', '),
          },
        ]}
      />
      <NextAndPrevious previous={neighbour(ordinal - 1)} next={neighbour(ordinal + 1)} what="measure" />
    </Page>
  );
}
