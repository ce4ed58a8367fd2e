import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { formatMonth } from '../../../platform/time/plain-day.ts';
import { Figures } from '../../../platform/web/figure.tsx';
import { Page } from '../../../platform/web/page.tsx';
import type { Stop } from '../../../platform/web/thread.tsx';
import {
  CALENDAR_STATE_LOOKS,
  CALENDAR_STATES,
  CalendarStateMark,
  CalendarStateRule,
  type PlanView,
  RefText,
  shortened,
} from '../../improvement/index.ts';
import { BREAK_WORDS, type Break, type BreakKind } from '../breaks/breaks.rule.ts';
import type { Glance } from './glance.rule.ts';
import { PlanOnAPage } from './plan-on-a-page.view.tsx';

/** The plan on one page: the line with its breaks, priorities, what ends this month, what nobody owns, what to ask. */
export function GlanceView(props: {
  view: PlanView;
  glance: Glance;
  others: readonly OtherPlan[];
}): JSX.Element {
  const { view, glance } = props;
  const { paths, plan } = view;
  const month = formatMonth(glance.month);
  return (
    <Page frame={view.frame} title={plan.title} thread={lineOf(view, glance)}>
      <div class="tl-title">
        {plan.programme !== plan.title && <span class="govuk-caption-l">{plan.programme}</span>}
        <h1 class="govuk-heading-l">{plan.title}</h1>
        <p class="govuk-body tl-quiet">
          <a class="govuk-link" href={paths.versions()}>
            Version {plan.version}
          </a>
          , read from {plan.sourceName}
        </p>
        {props.others.length > 0 && (
          <nav class="tl-other-plans" aria-label="Other plans">
            Other plans:{' '}
            {props.others.map(({ title, href }, index) => (
              <>
                {index > 0 && ', '}
                <a class="govuk-link" href={href}>
                  {title}
                </a>
              </>
            ))}
          </nav>
        )}
      </div>

      <section aria-labelledby="priorities">
        <h2 class="govuk-heading-m" id="priorities">
          {finding(glance)}
        </h2>
        <PlanOnAPage view={view} glance={glance} />
        <ul class="tl-state-key" aria-label="What the marks mean, and how many actions bear each">
          {CALENDAR_STATES.map((state) => (
            <li class="tl-state-key__item">
              <CalendarStateMark state={state} />{' '}
              <a class="govuk-link" href={paths.actions({ status: state })}>
                {glance.states[state]}
                <span class="govuk-visually-hidden"> actions: {CALENDAR_STATE_LOOKS[state].words}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>

      <div class="tl-columns">
        <section aria-labelledby="month">
          <h2 class="govuk-heading-m" id="month">
            This month
          </h2>
          <Figures
            items={[
              {
                n: glance.dueThisMonth,
                label: `${glance.dueThisMonth === 1 ? 'milestone ends' : 'milestones end'} in ${month}`,
                href: paths.milestones({ due: glance.month, open: 'yes' }),
              },
              {
                n: glance.milestonesPastTheirDate,
                label: 'milestones past their date, no completion recorded',
                href: paths.milestones({ status: 'past-its-date' }),
                state: 'late',
              },
            ]}
          />
          {glance.dueByLead.length > 0 && <DueByLead view={view} glance={glance} />}
        </section>
        <section aria-labelledby="asking">
          <h2 class="govuk-heading-m" id="asking">
            Worth asking
          </h2>
          {glance.worthAsking.length === 0 ? (
            <p class="govuk-body">The line holds: no break was found.</p>
          ) : (
            <ul class="govuk-list tl-asking">
              {glance.worthAsking.map((broken) => (
                <li>
                  <BreakSentence view={view} broken={broken} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>

      <section aria-labelledby="breaks">
        <h2 class="govuk-heading-m" id="breaks">
          Breaks in the line
        </h2>
        <ul class="govuk-list tl-break-counts">
          {glance.breakCounts.map(({ kind, count }) => (
            <li class={count === 0 ? 'tl-break-counts__none' : undefined}>
              <span class="tl-break-counts__n">{count}</span>{' '}
              {count === 0 ? (
                BREAK_WORDS[kind].title
              ) : (
                <a class="govuk-link" href={paths.breaks({ kind })}>
                  {BREAK_WORDS[kind].title}
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>

      <nav class="tl-go-on" aria-label="Pictures and papers">
        <Button href={paths.report()}>Make the progress report</Button>{' '}
        <Button href={paths.coverage()} kind="secondary">
          See the coverage
        </Button>{' '}
        <Button href={paths.roadmap()} kind="secondary">
          See the roadmap
        </Button>
      </nav>
      <CalendarStateRule />
    </Page>
  );
}

export interface OtherPlan {
  readonly title: string;
  readonly href: string;
}

/** A break as a sentence whose references lead to the things it is about. */
export function BreakSentence(props: { view: PlanView; broken: Break }): JSX.Element {
  const { view, broken } = props;
  if (broken.about.thing === 'lead')
    return (
      <>
        <a class="govuk-link" href={view.paths.lead(broken.about.ref)}>
          {broken.about.name}
        </a>
        {broken.sentence.slice(broken.about.name.length)}
      </>
    );
  if (broken.about.thing === 'priority')
    return (
      <a class="govuk-link" href={view.paths.priority(Number(broken.about.ref))}>
        {broken.sentence}
      </a>
    );
  return (
    <>
      <RefText view={view}>{broken.sentence}</RefText>
      {broken.words !== '' && <span class="tl-aside">{shortened(broken.words, 140)}</span>}
    </>
  );
}

function finding(glance: Glance): string {
  const past = glance.states['past-its-date'];
  if (past === 0) return `No action is past its date, of ${glance.actions}`;
  return `${past} of ${glance.actions} actions have a milestone past its date`;
}

function DueByLead(props: { view: PlanView; glance: Glance }): JSX.Element {
  const { view, glance } = props;
  const shown = glance.dueByLead.slice(0, 6);
  const more = glance.dueByLead.length - shown.length;
  return (
    <ul class="govuk-list tl-due-by-lead" aria-label="By lead">
      {shown.map((lead) => (
        <li>
          <a
            class="govuk-link"
            href={view.paths.milestones({ due: glance.month, open: 'yes', lead: lead.slug })}
          >
            {lead.name}
          </a>{' '}
          <span class="tl-due-by-lead__n">{lead.milestones}</span>
        </li>
      ))}
      {more > 0 && (
        <li>
          <a class="govuk-link" href={view.paths.leads()}>
            and {more} more
          </a>
        </li>
      )}
    </ul>
  );
}

function lineOf({ paths }: PlanView, glance: Glance): Stop[] {
  const count = (kind: BreakKind) => glance.breakCounts.find((counted) => counted.kind === kind)?.count ?? 0;
  // Each break stands on the way to what is missing, and leads to where it is listed.
  const broken = (kind: BreakKind, words: string): Pick<Stop, 'break' | 'breakHref'> =>
    count(kind) === 0 ? {} : { break: `${count(kind)} ${words}`, breakHref: paths.breaks({ kind }) };
  const unanswered = broken('requirement-without-action', 'with no action');
  return [
    {
      kind: 'requirement',
      label: 'requirements',
      count: glance.requirements,
      href: paths.requirements(),
      ...(unanswered.break === undefined
        ? broken('action-without-requirement', 'actions tied to nothing')
        : unanswered),
    },
    { kind: 'action', label: 'actions', count: glance.actions, href: paths.actions() },
    {
      kind: 'milestone',
      label: 'milestones',
      count: glance.milestones,
      href: paths.milestones(),
      ...broken('action-without-lead', 'actions without a lead'),
    },
    {
      kind: 'lead',
      label: 'leads',
      count: glance.leads,
      href: paths.leads(),
      ...broken('action-without-measure', 'actions without a measure'),
    },
    { kind: 'measure', label: 'measures', count: glance.measures, href: paths.measures() },
    { kind: 'report', label: 'Progress report', href: paths.report() },
  ];
}
