import type { JSX } from 'preact';
import { RoadmapChart } from './roadmap-chart.view.tsx';
import type { RoadmapLane } from './roadmap-layout.rule.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import { pagePalette } from '../../../platform/web/page-palette.ts';
import { Page } from '../../../platform/web/page.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { stateOfAction, stateOfMilestone } from '../states/calendar-state.rule.ts';
import type { LineAction, PlanLine } from '../plan/plan-line.shape.ts';
import {
  CALENDAR_STATE_LOOKS,
  CalendarStateMark,
  CalendarStateRule,
} from '../states/calendar-state-mark.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { shortened } from '../plan/plan-words.rule.ts';

/** Every action as a line in time under its priority, with the day the page is read as at. */
export function RoadmapView(props: {
  view: PlanView;
  line: PlanLine;
  /** The priority shown alone, where one is chosen or the plan is too long to show at once. */
  priority: number | null;
}): JSX.Element {
  const { view, line, priority } = props;
  const shown = line.priorities.filter(({ number }) => priority === null || number === priority);
  const actions = line.actions.filter((action) => shown.some(({ number }) => number === action.priority));
  const title = finding(view, actions);
  return (
    <Page
      frame={view.frame}
      title="Roadmap"
      crumbs={[{ text: view.plan.title, href: view.plainPaths.home() }]}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <nav aria-label="Priorities">
        <ul class="govuk-list tl-kinds">
          <li>
            <a
              class="govuk-link"
              href={view.paths.roadmap()}
              aria-current={priority === null ? 'true' : undefined}
            >
              All priorities
            </a>
          </li>
          {line.priorities.map(({ number, title: name }) => (
            <li>
              <a
                class="govuk-link"
                href={view.paths.roadmap({ priority: number })}
                aria-current={number === priority ? 'true' : undefined}
              >
                {number} {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {actions.length === 0 ? (
        <Empty title="No actions to draw">This version of the plan has no actions here.</Empty>
      ) : (
        <>
          <div class="tl-chart-scroll tl-only-wide" tabIndex={0} role="region" aria-label="Roadmap">
            <Drawn view={view} line={line} priority={priority} title={title} id="roadmap" width={1200} />
          </div>
          <div class="tl-chart-scroll tl-only-narrow" tabIndex={0} role="region" aria-label="Roadmap">
            <Drawn
              view={view}
              line={line}
              priority={priority}
              title={title}
              id="roadmap-narrow"
              width={340}
            />
          </div>
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">The same as a table</span>
            </summary>
            <RoadmapTable view={view} actions={actions} />
          </details>
        </>
      )}
      <CalendarStateRule />
    </Page>
  );
}

function Drawn(props: {
  view: PlanView;
  line: PlanLine;
  priority: number | null;
  title: string;
  id: string;
  width: number;
}): JSX.Element {
  const { view, line, priority } = props;
  const lanes = line.priorities
    .filter(({ number }) => priority === null || number === priority)
    .map(({ number, title }): RoadmapLane => ({
      label: `${number} ${title}`,
      rows: line.actions
        .filter((action) => action.priority === number)
        .map((action) => ({
          ref: action.ref,
          label: action.text,
          href: view.paths.action(action.ref),
          state: CALENDAR_STATE_LOOKS[stateOf(view, action)].state,
          spans: action.milestones.map((milestone) => ({
            start: milestone.startsOn,
            end: milestone.endsOn,
            review: milestone.review,
            completed: milestone.status === 'completed',
            state: CALENDAR_STATE_LOOKS[stateOfMilestone(milestone, view.plan.on)].state,
          })),
        })),
    }));
  return (
    <RoadmapChart
      id={props.id}
      title={props.title}
      description="Each action is a line in time under its priority; the table below says the same."
      palette={pagePalette}
      lanes={lanes}
      asAt={view.plan.on}
      width={props.width}
    />
  );
}

function RoadmapTable(props: { view: PlanView; actions: readonly LineAction[] }): JSX.Element {
  const { view } = props;
  return (
    <WideTable
      name="Roadmap as a table"
      caption="Actions with their first and last days"
      captionClass="govuk-visually-hidden"
      head={['Action', 'What is to be done', 'First day', 'Last day', 'State']}
      firstCellIsHeader
      rows={props.actions.map((action) => [
        <Reference href={view.paths.action(action.ref)}>{action.ref}</Reference>,
        shortened(action.text, 120),
        extreme(
          action.milestones.map(({ startsOn }) => startsOn),
          'first',
        ),
        extreme(
          action.milestones.map(({ endsOn }) => endsOn),
          'last',
        ),
        <CalendarStateMark state={stateOf(view, action)} />,
      ])}
    />
  );
}

function stateOf(view: PlanView, action: LineAction) {
  return stateOfAction(action.milestones.map((milestone) => stateOfMilestone(milestone, view.plan.on)));
}

function extreme(days: readonly (string | null)[], which: 'first' | 'last'): JSX.Element | string {
  const known = days.filter((day): day is PlanDay => day !== null).toSorted();
  const day = which === 'first' ? known[0] : known.at(-1);
  return day === undefined ? '–' : <span class="tl-day">{formatDay(day)}</span>;
}

type PlanDay = Parameters<typeof formatDay>[0];

function finding(view: PlanView, actions: readonly LineAction[]): string {
  const running = actions.filter((action) => stateOf(view, action) === 'running').length;
  const past = actions.filter((action) => stateOf(view, action) === 'past-its-date').length;
  if (actions.length === 0) return 'Roadmap';
  return `On ${formatDay(view.plan.on)}, ${running} of ${actions.length} actions are running and ${past} have a milestone past its date`;
}
