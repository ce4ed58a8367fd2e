import type { JSX } from 'preact';
import { Page } from '../../../platform/web/page.tsx';
import type { OutcomePage } from './outcome-page.query.ts';
import { ActionTable } from '../rows/action-table.view.tsx';
import { CalendarStateRule } from '../states/calendar-state-mark.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefText } from '../plan/ref-text.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** An outcome and what is promised for it. */
export function OutcomeView(props: { view: PlanView; outcome: OutcomePage }): JSX.Element {
  const { view, outcome } = props;
  return (
    <Page
      frame={view.frame}
      title={`Outcome ${outcome.ref}`}
      crumbs={[
        { text: view.plan.title, href: view.plainPaths.home() },
        { text: `Priority ${outcome.priority}`, href: view.plainPaths.priority(outcome.priority) },
      ]}
    >
      <span class="govuk-caption-l">
        Outcome, priority {outcome.priority}: {outcome.priorityTitle}
      </span>
      <h1 class="govuk-heading-l">
        <span class="tl-ref">{outcome.ref}</span>
      </h1>
      <p class="govuk-body-l tl-measure-of-line">
        <RefText view={view}>{outcome.text}</RefText>
      </p>
      {outcome.jointWith.length > 0 && <p class="govuk-body">Joint with {outcome.jointWith.join(', ')}</p>}
      <h2 class="govuk-heading-m">{counted(outcome.actions.length, 'action')}</h2>
      <ActionTable view={view} caption={`Actions for outcome ${outcome.ref}`} rows={outcome.actions} />
      <CalendarStateRule />
    </Page>
  );
}
