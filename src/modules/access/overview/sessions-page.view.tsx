import type { JSX } from 'preact';
import type { Frame } from '../../../platform/web/frame.ts';
import { accessPaths } from '../paths.ts';
import type { ShownSession } from '../sessions/open-sessions.read.ts';
import { AccessPage } from './access-page.view.tsx';
import { SessionTable } from '../sessions/session-table.view.tsx';

export function SessionsView(props: {
  frame: Frame;
  token: string;
  sessions: readonly ShownSession[];
  current: string | undefined;
  mayChange: boolean;
}): JSX.Element {
  return (
    <AccessPage frame={props.frame} title="Who is signed in" tab="Sessions" mayChange={props.mayChange}>
      <p class="govuk-body">
        A session ends after an hour without a page, after twelve hours in all, and at once where you end it
        here or the last role of its person ends.
      </p>
      <SessionTable {...props} action={accessPaths.endSession()} withNames mayEnd={props.mayChange} />
    </AccessPage>
  );
}
