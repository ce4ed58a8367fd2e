import type { JSX } from 'preact';
import { type State, StateMark } from '../../../platform/web/state-mark.tsx';
import type { CalendarState } from './calendar-state.rule.ts';

/**
 * How each state by the calendar is drawn and said. The words claim no more than the plan and the calendar allow:
 * "past its date" is not "late", since nobody has reported whether the work was done.
 */
export const CALENDAR_STATE_LOOKS: Readonly<
  Record<CalendarState, { readonly state: State; readonly words: string }>
> = {
  'past-its-date': { state: 'late', words: 'Past its date' },
  running: { state: 'on-course', words: 'Running' },
  'to-come': { state: 'not-started', words: 'To come' },
  'no-date': { state: 'cannot-be-judged', words: 'No date' },
  completed: { state: 'complete-unproven', words: 'Completed, unproven' },
};

/** A state as shape and word. */
export function CalendarStateMark(props: { state: CalendarState }): JSX.Element {
  return <StateMark {...CALENDAR_STATE_LOOKS[props.state]} />;
}

/** The published rule behind the marks, for the foot of a page that uses them. */
export function CalendarStateRule(): JSX.Element {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">How the marks are worked out</span>
      </summary>
      <div class="govuk-details__text">
        <p>
          From the plan and the calendar alone. Nobody has reported progress in this record yet, so no mark
          here says that a service is improving or failing.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <CalendarStateMark state="completed" />: the plan itself says it is completed; nothing here proves
            it
          </li>
          <li>
            <CalendarStateMark state="past-its-date" />: its last day has passed and no completion is recorded
          </li>
          <li>
            <CalendarStateMark state="running" />: the day lies between its first and last day
          </li>
          <li>
            <CalendarStateMark state="to-come" />: its first day has not come
          </li>
          <li>
            <CalendarStateMark state="no-date" />: the plan gives no day to judge by
          </li>
        </ul>
        <p>An action takes the most serious mark of its milestones.</p>
      </div>
    </details>
  );
}
