import type { JSX } from 'preact';
import { dayInLondon, formatDay } from '../../../platform/time/plain-day.ts';
import type { ShownGrant } from './role-grants.read.ts';
import { accessPaths } from '../paths.ts';

/** From when to when a role is held, and how it came about. */
export function GrantDays(props: { grant: ShownGrant }): JSX.Element {
  const { grant } = props;
  return (
    <>
      From {formatDay(grant.from)}
      {grant.stoppedAt !== null
        ? `, taken away on ${formatDay(dayInLondon(grant.stoppedAt))}`
        : grant.until === null
          ? ', no last day'
          : ` to ${formatDay(grant.until)}`}
      <span class="tl-aside">
        {grant.source}
        {grant.reason !== null && `. Ended: ${grant.reason}`}
        {grant.givenBy === 'provider' && '. It comes and goes with the council’s own sign-in'}
      </span>
    </>
  );
}

/** Whether it is held, in a word. */
export function GrantState(props: { grant: ShownGrant }): JSX.Element {
  const words = { held: 'Held', 'to come': 'To come', over: 'Over' } as const;
  return (
    <span class={props.grant.state === 'held' ? undefined : 'tl-quiet'}>{words[props.grant.state]}</span>
  );
}

export function EndGrantLink(props: { grant: ShownGrant; whom: string }): JSX.Element | null {
  const { grant, whom } = props;
  return grant.state === 'over' ? null : (
    <a class="govuk-link" href={accessPaths.endRole(grant.id)}>
      End
      <span class="govuk-visually-hidden">
        {' '}
        {grant.roleName} of {whom}
      </span>
    </a>
  );
}
