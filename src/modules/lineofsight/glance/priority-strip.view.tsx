import type { JSX } from 'preact';
import { StateShape } from '../../../platform/web/state-mark.tsx';
import { CALENDAR_STATE_LOOKS, CALENDAR_STATES, type PlanView } from '../../improvement/index.ts';
import type { Glance } from './glance.rule.ts';

/** A priority on the plan-on-a-page: its name, a shape an action in the plan's order, and the counts in words. */
export function PriorityStrip(props: {
  view: PlanView;
  priority: Glance['priorities'][number];
}): JSX.Element {
  const { view, priority } = props;
  return (
    <li class="tl-strip">
      <a class="govuk-link tl-strip__title" href={view.paths.priority(priority.number)}>
        <span class="tl-strip__number">{priority.number}</span> <span>{priority.title}</span>
      </a>
      <span class="tl-strip__shapes" aria-hidden="true">
        {priority.actions.map(({ ref, state }) => (
          <a
            class="tl-strip__shape"
            href={view.paths.action(ref)}
            tabIndex={-1}
            title={`${ref}: ${CALENDAR_STATE_LOOKS[state].words}`}
          >
            <StateShape state={CALENDAR_STATE_LOOKS[state].state} />
          </a>
        ))}
      </span>
      <span class="tl-strip__counts">{inWords(priority)}</span>
    </li>
  );
}

function inWords(priority: Glance['priorities'][number]): string {
  const counts = CALENDAR_STATES.filter((state) => priority.states[state] > 0).map(
    (state) => `${priority.states[state]} ${CALENDAR_STATE_LOOKS[state].words.toLowerCase()}`,
  );
  return `${priority.total} ${priority.total === 1 ? 'action' : 'actions'}: ${counts.join(', ') || 'none'}`;
}
