import type { JSX } from 'preact';
import { Reference } from '../../../platform/web/reference.tsx';
import { planPaths } from '../paths.ts';
import type { WorkItem } from './my-work.query.ts';
import { CalendarStateMark } from '../states/calendar-state-mark.view.tsx';
import { counted } from '../../../platform/counted.ts';
import { capitalised, timescaleInWords } from '../plan/plan-words.rule.ts';

/** One milestone that somebody answers for: how it stands, when it is due, what is to be done. */
export function WorkCard(props: { item: WorkItem; withPlan: boolean }): JSX.Element {
  const { item } = props;
  const { plan, actionRef, ordinal } = item;
  const paths = planPaths(plan.slug, plan.asAt.isToday ? null : plan.asAt.day);
  const several = item.ofMilestones > 1;
  return (
    <li class="tl-work__card">
      <p class="tl-work__when">
        <CalendarStateMark state={item.state} />
        <span class="tl-work__due">{capitalised(timescaleInWords(item.start, item.end))}</span>
      </p>
      <p class="tl-work__what">
        <a class="govuk-link" href={paths.milestone(actionRef, ordinal)}>
          <Reference>{actionRef}</Reference>
          {several && <span class="tl-work__row"> row {ordinal}</span>}
          <span class="govuk-visually-hidden">:</span>
        </a>{' '}
        {item.actionText}
      </p>
      <ul class="tl-work__facts">
        <li class={item.measures === 0 ? 'tl-lacking' : undefined}>
          {item.measures === 0 ? 'No measure would show it' : counted(item.measures, 'measure')}
        </li>
        {item.recurrence !== null && <li>Comes back: {item.recurrence}</li>}
        {item.review && item.recurrence === null && <li>To be reviewed</li>}
        <li>In the plan: {item.as.join(', ')}</li>
        {props.withPlan && <li>{plan.title}</li>}
      </ul>
    </li>
  );
}
