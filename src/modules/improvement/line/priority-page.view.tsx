import type { JSX } from 'preact';
import { Page } from '../../../platform/web/page.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import type { PriorityPage } from './priority-page.query.ts';
import { ActionTable } from '../rows/action-table.view.tsx';
import { CalendarStateRule } from '../states/calendar-state-mark.view.tsx';
import { LeadLinks } from '../rows/lead-links.view.tsx';
import { NextAndPrevious } from './next-and-previous.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefText } from '../plan/ref-text.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** A priority with its outcomes, and under each what is promised for it. */
export function PriorityView(props: { view: PlanView; priority: PriorityPage }): JSX.Element {
  const { view, priority } = props;
  const actions = priority.outcomes.reduce((all, outcome) => all + outcome.actions.length, 0);
  const neighbour = (number: number | null) =>
    number === null ? null : { text: `Priority ${number}`, href: view.paths.priority(number) };
  return (
    <Page
      frame={view.frame}
      title={`Priority ${priority.number}: ${priority.title}`}
      crumbs={[{ text: view.plan.title, href: view.plainPaths.home() }]}
    >
      <span class="govuk-caption-l">Priority {priority.number}</span>
      <h1 class="govuk-heading-l">{priority.title}</h1>
      <p class="govuk-body">
        {counted(priority.outcomes.length, 'outcome')}, {counted(actions, 'action')}. Accountable:{' '}
        {priority.accountable.length === 0 ? (
          <span class="tl-lacking">nobody is named</span>
        ) : (
          <LeadLinks view={view} leads={priority.accountable} />
        )}
      </p>
      {priority.objectives.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Key objectives</h2>
          <ul class="govuk-list govuk-list--bullet tl-measure-of-line">
            {priority.objectives.map((objective) => (
              <li>
                <RefText view={view}>{objective}</RefText>
              </li>
            ))}
          </ul>
        </>
      )}
      {priority.outcomes.map((outcome) => (
        <section aria-labelledby={`outcome-${outcome.ref}`}>
          <h2 class="govuk-heading-m" id={`outcome-${outcome.ref}`}>
            <Reference href={view.paths.outcome(outcome.ref)}>{outcome.ref}</Reference> {outcome.text}
          </h2>
          {outcome.jointWith.length > 0 && (
            <p class="govuk-body">Joint with {outcome.jointWith.join(', ')}</p>
          )}
          <ActionTable view={view} caption={`Actions for outcome ${outcome.ref}`} rows={outcome.actions} />
        </section>
      ))}
      <CalendarStateRule />
      <NextAndPrevious
        previous={neighbour(priority.previous)}
        next={neighbour(priority.next)}
        what="priority"
      />
    </Page>
  );
}
