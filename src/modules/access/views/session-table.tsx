import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { ShownSession } from '../queries/sessions.ts';

const METHODS: Readonly<Record<string, string>> = {
  passkey: 'a passkey',
  password: 'password and code',
  'recovery-code': 'password and recovery code',
  provider: 'the council’s own sign-in',
  enrolment: 'their link',
  'look-around': 'looking around',
};

/** Sessions that go on, each with a button that ends it. */
export function SessionTable(props: {
  sessions: readonly ShownSession[];
  action: string;
  token: string;
  /** Whose it is stands in the table. */
  withNames: boolean;
  /** The session the reader is in. */
  current: string | undefined;
}): JSX.Element {
  const { sessions, current, withNames } = props;
  return (
    <form method="post" action={props.action} novalidate>
      <CsrfField token={props.token} />
      <WideTable
        name="Sessions"
        caption="Sessions"
        captionClass="govuk-visually-hidden"
        head={[...(withNames ? ['Who'] : []), 'Browser', 'By', 'Since', 'Last seen', 'End']}
        rows={sessions.map((session) => [
          ...(withNames
            ? [
                <a class="govuk-link" href={`/people/${session.personId}/access`}>
                  {session.personName}
                </a>,
              ]
            : []),
          session.id === current ? `${session.browser} (this one)` : session.browser,
          METHODS[session.method] ?? session.method,
          momentInWords(session.startedAt),
          momentInWords(session.lastSeenAt),
          <Button kind="secondary" name="session" value={session.id} class="tl-small-button">
            End
            <span class="govuk-visually-hidden">
              {' '}
              the session of {session.personName} in {session.browser} since{' '}
              {momentInWords(session.startedAt)}
            </span>
          </Button>,
        ])}
      />
    </form>
  );
}
