import type { JSX } from 'preact';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';

/** For somebody who has shown who they are and has no role today. */
export function NoRolePage(props: {
  frame: Frame;
  /** What was done all the same. */ done?: string;
}): JSX.Element {
  return (
    <Page frame={props.frame} title="You have no role in Throughline today" width="reading" withoutDay>
      <h1 class="govuk-heading-l">You have no role in Throughline today</h1>
      {props.done !== undefined && <p class="govuk-body">{props.done}</p>}
      <p class="govuk-body">
        You have shown who you are, but nobody has given you a role, or the one you had has ended. What the
        council publishes is open to you all the same.
      </p>
      <p class="govuk-body">Ask whoever administers Throughline at your council to give you a role.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the home page
        </a>
      </p>
    </Page>
  );
}
