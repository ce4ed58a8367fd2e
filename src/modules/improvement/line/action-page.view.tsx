import type { JSX } from 'preact';
import { Details, SummaryList } from '../../../platform/govuk/index.ts';
import { Page } from '../../../platform/web/page.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import type { ActionPage } from './action-page.query.ts';
import { CalendarStateMark, CalendarStateRule } from '../states/calendar-state-mark.view.tsx';
import { LeadLinks } from '../rows/lead-links.view.tsx';
import { MilestoneTable } from '../rows/milestone-table.view.tsx';
import { NextAndPrevious } from './next-and-previous.view.tsx';
import { OddityList } from './oddity-list.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { threadOf } from './plan-thread.view.tsx';
import { RefText } from '../plan/ref-text.view.tsx';
import { counted } from '../../../platform/counted.ts';
import { HOW_READ_WORDS, placeInWords } from '../plan/plan-words.rule.ts';

/** An action with its place on the line: what it carries, its milestones, who leads them, what would show it. */
export function ActionView(props: { view: PlanView; action: ActionPage }): JSX.Element {
  const { view, action } = props;
  return (
    <Page
      frame={view.frame}
      title={`Action ${action.ref}`}
      crumbs={[
        { text: view.plan.title, href: view.plainPaths.home() },
        { text: `Priority ${action.priority}`, href: view.plainPaths.priority(action.priority) },
        { text: `Outcome ${action.outcomeRef}`, href: view.plainPaths.outcome(action.outcomeRef) },
      ]}
      thread={threadOf([
        {
          kind: 'requirement',
          count: action.carries.length,
          one: 'requirement',
          name: action.carries.length === 1 ? action.carries[0]?.ref : undefined,
          href: '#carries',
        },
        { kind: 'action', count: 1, one: 'action', name: action.ref, current: true },
        { kind: 'milestone', count: action.milestones, one: 'milestone', href: '#milestones' },
        { kind: 'lead', count: action.leads.length, one: 'lead', href: '#milestones' },
        { kind: 'measure', count: action.measures, one: 'measure', href: '#milestones' },
        { kind: 'report', count: 1, one: 'report', name: 'Progress report', href: view.paths.report() },
      ])}
    >
      <span class="govuk-caption-l">
        Priority {action.priority}, outcome {action.outcomeRef}
      </span>
      <h1 class="govuk-heading-l">
        <span class="tl-ref">{action.ref}</span>
      </h1>
      <p class="govuk-body-l tl-measure-of-line">
        <RefText view={view}>{action.text}</RefText>
      </p>
      <SummaryList
        rows={[
          { key: 'State', value: <CalendarStateMark state={action.state} /> },
          { key: 'For the outcome', value: outcomeOf(view, action) },
          { key: 'Leads', value: <LeadLinks view={view} leads={action.leads} /> },
          ...(action.jointWith.length === 0
            ? []
            : [{ key: 'Joint with', value: action.jointWith.join(', ') }]),
          ...(action.putRight ? [{ key: 'Read as', value: HOW_READ_WORDS['by-hand'] }] : []),
        ]}
      />

      <h2 class="govuk-heading-m" id="carries">
        {action.carries.length === 0
          ? nothingCarried(action)
          : `It carries ${counted(action.carries.length, 'requirement')}`}
      </h2>
      {action.carries.length === 0 && action.unlistedTags.length === 0 ? (
        <p class="govuk-body">
          The plan tags it with nothing that the notice, the inspectors or the core tasks ask for.
        </p>
      ) : (
        <ul class="govuk-list tl-linked-list">
          {action.carries.map((requirement) => (
            <li>
              <Reference href={view.paths.requirement(requirement.ref)}>{requirement.ref}</Reference>{' '}
              {requirement.text}
              {requirement.through === 'outcome' && (
                <span class="tl-aside">Tagged on the outcome, {action.outcomeRef}, not on the action</span>
              )}
            </li>
          ))}
          {action.unlistedTags.map((tag) => (
            <li>
              <span class="tl-ref">{tag}</span>, <span class="tl-lacking">which this plan does not list</span>
            </li>
          ))}
        </ul>
      )}

      <h2 class="govuk-heading-m" id="milestones">
        {action.rows.length === 0 ? 'No milestones' : 'Milestones'}
      </h2>
      {action.rows.length === 0 ? (
        <p class="govuk-body">The plan gives it no timescale, no lead and no measure.</p>
      ) : (
        <MilestoneTable view={view} caption={`Milestones of ${action.ref}`} rows={action.rows} ofOneAction />
      )}

      <Links view={view} action={action} />
      <OddityList view={view} oddities={action.oddities} heading="What was odd in the source" />
      <Details summary="As printed in the source">
        <p class="govuk-body">
          {action.textAsPrinted === ''
            ? 'The printed words are not held in this record. Their place is.'
            : action.textAsPrinted}
        </p>
        <p class="govuk-body">
          {view.plan.sourceName}
          {placeInWords(action.source) !== '' && `, ${placeInWords(action.source)}`}
        </p>
      </Details>
      <CalendarStateRule />
      <NextAndPrevious
        previous={
          action.previous === null
            ? null
            : { text: action.previous, href: view.paths.action(action.previous) }
        }
        next={action.next === null ? null : { text: action.next, href: view.paths.action(action.next) }}
        what="action"
      />
    </Page>
  );
}

function nothingCarried({ unlistedTags }: ActionPage): string {
  return unlistedTags.length === 0
    ? 'It carries no requirement'
    : 'It carries no requirement that the plan lists';
}

function outcomeOf(view: PlanView, action: ActionPage): JSX.Element {
  return (
    <>
      <Reference href={view.paths.outcome(action.outcomeRef)}>{action.outcomeRef}</Reference>{' '}
      {action.outcomeText}
    </>
  );
}

function Links(props: { view: PlanView; action: ActionPage }): JSX.Element | null {
  const { view, action } = props;
  if (action.names.length === 0 && action.namedBy.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Links with other actions</h2>
      <ul class="govuk-list tl-linked-list">
        {action.names.map(({ ref, text }) => (
          <li>
            It names{' '}
            {text === null ? (
              <>
                <span class="tl-ref">{ref}</span>,{' '}
                <span class="tl-lacking">which the plan does not have</span>
              </>
            ) : (
              <>
                <Reference href={view.paths.action(ref)}>{ref}</Reference> {text}
              </>
            )}
          </li>
        ))}
        {action.namedBy.map(({ ref, text }) => (
          <li>
            Named by <Reference href={view.paths.action(ref)}>{ref}</Reference> {text}
          </li>
        ))}
      </ul>
    </>
  );
}
