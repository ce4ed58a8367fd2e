import type { JSX } from 'preact';
import { SummaryList } from '../../../platform/govuk/index.ts';
import { Page } from '../../../platform/web/page.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import type { MilestonePage } from './milestone-page.query.ts';
import { CalendarStateMark, CalendarStateRule } from '../states/calendar-state-mark.view.tsx';
import { LeadLinks } from '../rows/lead-links.view.tsx';
import { NextAndPrevious } from './next-and-previous.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { milestoneThread } from './milestone-thread.view.tsx';
import { RefText } from '../plan/ref-text.view.tsx';
import { HOW_READ_WORDS, placeInWords, timescaleInWords } from '../plan/plan-words.rule.ts';

/** A milestone: a row of an action with its own timescale and leads, and what is printed of it. */
export function MilestoneView(props: { view: PlanView; found: MilestonePage }): JSX.Element {
  const { view, found } = props;
  const { action, milestone } = found;
  const neighbour = (ordinal: number) =>
    action.rows.some((row) => row.ordinal === ordinal)
      ? { text: `${action.ref}/${ordinal}`, href: view.paths.milestone(action.ref, ordinal) }
      : null;
  return (
    <Page
      frame={view.frame}
      title={`Milestone ${action.ref}/${milestone.ordinal}`}
      crumbs={[
        { text: view.plan.title, href: view.plainPaths.home() },
        { text: `Outcome ${action.outcomeRef}`, href: view.plainPaths.outcome(action.outcomeRef) },
        { text: `Action ${action.ref}`, href: view.plainPaths.action(action.ref) },
      ]}
      thread={milestoneThread(view, found, 'milestone')}
    >
      <span class="govuk-caption-l">
        Milestone {milestone.ordinal} of {action.rows.length}, action {action.ref}
      </span>
      <h1 class="govuk-heading-l">
        <span class="tl-ref">{`${action.ref}/${milestone.ordinal}`}</span>
      </h1>
      <SummaryList
        rows={[
          { key: 'State', value: <CalendarStateMark state={milestone.state} /> },
          {
            key: 'Of the action',
            value: (
              <>
                <Reference href={view.paths.action(action.ref)}>{action.ref}</Reference>{' '}
                <RefText view={view}>{action.text}</RefText>
              </>
            ),
          },
          {
            key: 'When',
            value:
              milestone.state === 'completed'
                ? 'Completed'
                : timescaleInWords(milestone.start, milestone.end),
          },
          ...(found.periods.length < 2
            ? []
            : [
                {
                  key: 'Each period',
                  value: found.periods.map(({ start, end }) => timescaleInWords(start, end)).join('; '),
                },
              ]),
          ...(milestone.recurrence === null ? [] : [{ key: 'Comes back', value: milestone.recurrence }]),
          { key: 'Leads', value: <LeadLinks view={view} leads={milestone.leads} /> },
        ]}
      />
      <h2 class="govuk-heading-m">{milestone.measures.length === 0 ? 'No measure' : 'What would show it'}</h2>
      {milestone.measures.length === 0 ? (
        <p class="govuk-body">
          The plan does not say what would show that this was done or made a difference.
        </p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {milestone.measures.map((text, index) => (
            <li>
              <RefText view={view}>{text}</RefText>{' '}
              <Reference href={view.paths.measure(action.ref, milestone.ordinal, index + 1)}>
                {`${action.ref}/${milestone.ordinal}/${index + 1}`}
              </Reference>
            </li>
          ))}
        </ol>
      )}
      <h2 class="govuk-heading-m">As printed, and how it was read</h2>
      <SummaryList
        rows={[
          {
            key: 'Timescale',
            value: milestone.timescaleAsPrinted === '' ? 'Nothing printed' : milestone.timescaleAsPrinted,
          },
          { key: 'Read as', value: HOW_READ_WORDS[milestone.howRead] },
          {
            key: 'Leads',
            value: found.leadsInherited
              ? 'Nothing printed: taken from the row above'
              : found.leadsAsPrinted === ''
                ? 'Nothing printed'
                : found.leadsAsPrinted,
          },
          ...(found.statusAsPrinted === null ? [] : [{ key: 'Status', value: found.statusAsPrinted }]),
          {
            key: 'In the source',
            value: [view.plan.sourceName, placeInWords(found.source)].filter(Boolean).join(', '),
          },
        ]}
      />
      <CalendarStateRule />
      <NextAndPrevious
        previous={neighbour(milestone.ordinal - 1)}
        next={neighbour(milestone.ordinal + 1)}
        what="milestone"
      />
    </Page>
  );
}
