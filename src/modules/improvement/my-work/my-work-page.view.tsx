import type { JSX } from 'preact';
import { formatDay, formatMonth, monthOf } from '../../../platform/time/plain-day.ts';
import { asAtInWords } from '../../../platform/web/as-at.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import { Figures } from '../../../platform/web/figure.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import type { WorkPart } from './my-work.rule.ts';
import type { MyWork, WorkItem } from './my-work.query.ts';
import { CALENDAR_STATE_LOOKS, CalendarStateRule } from '../states/calendar-state-mark.view.tsx';
import { WorkCard } from './work-card.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** What whoever signed in answers for, and nobody else's: past its date first, then due soonest first. */
export function MyWorkPage(props: { frame: Frame; posts: readonly string[]; work: MyWork }): JSX.Element {
  const { frame, posts, work } = props;
  return (
    <Page frame={frame} title="My work" crumbs={[]}>
      <h1 class="govuk-heading-l">My work</h1>
      {posts.length > 0 && (
        <p class="govuk-body">
          What {posts.length === 1 ? 'your post answers' : 'your posts answer'} for: {posts.join(', ')}.
        </p>
      )}
      {work.items.length === 0 ? (
        <NoWork posts={posts} work={work} frame={frame} />
      ) : (
        <Work work={work} frame={frame} />
      )}
    </Page>
  );
}

function Work(props: { frame: Frame; work: MyWork }): JSX.Element {
  const { items } = props.work;
  const of = (part: WorkPart) => items.filter((item) => item.part === part);
  const plans = new Set(items.map(({ plan }) => plan.slug));
  const manyPlans = plans.size > 1;
  const month = monthInWords(items);
  const parts: readonly (readonly [WorkPart, string, string])[] = [
    ['past', 'Past their date, no completion recorded', 'past their date'],
    ['this-month', `Due this month${month}`, 'due this month'],
    ['later', 'Later', 'later'],
    ['no-date', 'Without a date', 'without a date'],
  ];
  const completed = of('completed');
  return (
    <>
      <DaysOfPlans {...props} />
      <Figures
        items={parts.map(([part, , label]) => ({
          n: of(part).length.toLocaleString('en-GB'),
          label,
          href: of(part).length === 0 ? undefined : `#${part}`,
          state: part === 'past' ? CALENDAR_STATE_LOOKS['past-its-date'].state : undefined,
        }))}
      />
      {parts.map(([part, heading]) => (
        <Part id={part} heading={heading} items={of(part)} manyPlans={manyPlans} />
      ))}
      {completed.length > 0 && (
        <details class="govuk-details tl-work__completed">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {counted(completed.length, 'milestone')} completed, as the plan says
            </span>
          </summary>
          <Cards items={completed} manyPlans={manyPlans} />
        </details>
      )}
      <CalendarStateRule />
    </>
  );
}

function Part(props: {
  id: WorkPart;
  heading: string;
  items: readonly WorkItem[];
  manyPlans: boolean;
}): JSX.Element | null {
  const { id, items } = props;
  if (items.length === 0) return null;
  return (
    <section class="tl-work" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {props.heading} <span class="tl-work__count">{items.length.toLocaleString('en-GB')}</span>
      </h2>
      <Cards items={items} manyPlans={props.manyPlans} />
    </section>
  );
}

function Cards(props: { items: readonly WorkItem[]; manyPlans: boolean }): JSX.Element {
  return (
    <ul class="tl-work__list">
      {props.items.map((item) => (
        <WorkCard item={item} withPlan={props.manyPlans} />
      ))}
    </ul>
  );
}

/** A plan of years ago is read as at a day of its own, which must not be taken for the page's. */
function DaysOfPlans(props: { frame: Frame; work: MyWork }): JSX.Element | null {
  const others = new Map(
    props.work.items
      .filter(({ plan }) => plan.asAt.day !== props.frame.asAt.day)
      .map(({ plan }) => [plan.slug, plan] as const),
  );
  if (others.size === 0) return null;
  return (
    <p class="govuk-body tl-quiet">
      {[...others.values()]
        .map(({ title, asAt }) => `${title} is read as at ${formatDay(asAt.day)}.`)
        .join(' ')}
    </p>
  );
}

/** The month that "this month" means, where all plans are read as at days of one. */
function monthInWords(items: readonly WorkItem[]): string {
  const [month, ...others] = new Set(items.map(({ plan }) => monthOf(plan.asAt.day)));
  return month === undefined || others.length > 0 ? '' : `, ${formatMonth(month)}`;
}

/** Says why there is nothing, and whom to ask. */
function NoWork(props: { frame: Frame; posts: readonly string[]; work: MyWork }): JSX.Element {
  const { frame, posts, work } = props;
  if (work.plans.length === 0)
    return (
      <Empty title="No plan is in force on that day" action={{ text: 'Open the home page', href: '/' }}>
        Milestones that your posts answer for stand here once a plan has been accepted. This page is read as
        at {asAtInWords(frame.asAt)}.
      </Empty>
    );
  return posts.length === 0 ? (
    <Empty title="No post is recorded for you">
      Milestones that your posts answer for stand here. An administrator records which post you hold, from
      which day, and who says so.
    </Empty>
  ) : (
    <Empty
      title={`${posts.length === 1 ? 'Your post answers' : 'Your posts answer'} for nothing in a plan`}
      action={{ text: 'Look at the plan', href: '/' }}
    >
      No milestone of a plan in force names {posts.length === 1 ? 'it' : 'any of them'} as a lead. If one
      should, a version of the plan has to say so, which a programme manager brings in.
    </Empty>
  );
}
