import type { JSX } from 'preact';
import { SummaryList } from '../../../platform/govuk/index.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import { Page } from '../../../platform/web/page.tsx';
import type { RequirementPage } from './requirement-page.query.ts';
import { ActionTable } from '../rows/action-table.view.tsx';
import { CalendarStateRule } from '../states/calendar-state-mark.view.tsx';
import { NextAndPrevious } from './next-and-previous.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { threadOf } from './plan-thread.view.tsx';
import { RefText } from '../plan/ref-text.view.tsx';
import { TargetTable } from './target-table.view.tsx';
import { counted } from '../../../platform/counted.ts';
import { placeInWords } from '../plan/plan-words.rule.ts';

/** A requirement, the quantities it sets, and every action that carries it. */
export function RequirementView(props: { view: PlanView; requirement: RequirementPage }): JSX.Element {
  const { view, requirement } = props;
  const { actions } = requirement;
  const sum = (of: (row: (typeof actions)[number]) => number) =>
    actions.reduce((all, row) => all + of(row), 0);
  const leads = new Set(actions.flatMap((action) => action.leads.map(({ slug }) => slug)));
  return (
    <Page
      frame={view.frame}
      title={`${requirement.ref}: ${requirement.setTitle}`}
      crumbs={[
        { text: view.plan.title, href: view.plainPaths.home() },
        { text: 'Requirements', href: view.plainPaths.requirements() },
      ]}
      thread={threadOf([
        { kind: 'requirement', count: 1, one: 'requirement', name: requirement.ref, current: true },
        {
          kind: 'action',
          count: actions.length,
          one: 'action',
          name: actions.length === 1 ? actions[0]?.ref : undefined,
          href: view.paths.actions({ requirement: requirement.ref }),
        },
        {
          kind: 'milestone',
          count: sum((row) => row.milestones),
          one: 'milestone',
          href: view.paths.milestones({ requirement: requirement.ref }),
        },
        {
          kind: 'lead',
          count: leads.size,
          one: 'lead',
          href: view.paths.leads({ requirement: requirement.ref }),
        },
        {
          kind: 'measure',
          count: sum((row) => row.measures),
          one: 'measure',
          href: view.paths.measures({ requirement: requirement.ref }),
        },
        { kind: 'report', count: 1, one: 'report', name: 'Progress report', href: view.paths.report() },
      ])}
    >
      <span class="govuk-caption-l">
        {requirement.setTitle}
        {requirement.section !== null && `, ${requirement.section}`}
      </span>
      <h1 class="govuk-heading-l">
        <span class="tl-ref">{requirement.ref}</span>
      </h1>
      <p class="govuk-body-l tl-measure-of-line">
        <RefText view={view}>{requirement.text}</RefText>
      </p>
      <SummaryList
        rows={[
          ...(requirement.deadline === null
            ? []
            : [{ key: 'Deadline as printed', value: requirement.deadline }]),
          ...(placeInWords(requirement.source) === ''
            ? []
            : [
                {
                  key: 'In the source',
                  value: `${view.plan.sourceName}, ${placeInWords(requirement.source)}`,
                },
              ]),
        ]}
      />
      {requirement.targets.length > 0 && <TargetTable targets={requirement.targets} />}
      <h2 class="govuk-heading-m">
        {actions.length === 0
          ? 'No action carries it'
          : `${counted(actions.length, 'action')} carry it`.replace('1 action carry', '1 action carries')}
      </h2>
      {actions.length === 0 ? (
        <Empty
          title="A gap in the line"
          headingLevel={3}
          action={{ text: 'See every gap', href: view.paths.coverage() }}
        >
          Nothing in the plan is tagged with {requirement.ref}. Either the plan does not answer it, or a tag
          is missing from an action that does.
        </Empty>
      ) : (
        <ActionTable
          view={view}
          caption={`Actions that carry ${requirement.ref}`}
          rows={actions}
          throughOutcome={
            new Set(actions.filter(({ through }) => through === 'outcome').map(({ ref }) => ref))
          }
        />
      )}
      {actions.length === 1 && (
        <p class="govuk-body">
          It rests on this action alone. If the action fails, nothing else in the plan meets {requirement.ref}
          .
        </p>
      )}
      <CalendarStateRule />
      <NextAndPrevious
        previous={
          requirement.previous === null
            ? null
            : { text: requirement.previous, href: view.paths.requirement(requirement.previous) }
        }
        next={
          requirement.next === null
            ? null
            : { text: requirement.next, href: view.paths.requirement(requirement.next) }
        }
        what="requirement"
      />
    </Page>
  );
}
