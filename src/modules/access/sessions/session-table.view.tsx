import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { ShownSession } from './open-sessions.read.ts';

const METHODS: Readonly<Record<string, string>> = {
  passkey: 'Passkey',
  password: 'Password and code',
  'recovery-code': 'Password and recovery code',
  provider: 'The council’s own sign-in',
  enrolment: 'Link to set it up',
  'look-around': 'Looking around',
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
  /** Whether the reader may end them, or only see them. */
  mayEnd: boolean;
}): JSX.Element {
  const { sessions, current, withNames, mayEnd } = props;
  return (
    <form method="post" action={props.action} novalidate>
      <CsrfField token={props.token} />
      <WideTable
        name="Sessions"
        caption="Sessions"
        captionClass="govuk-visually-hidden"
        head={[
          ...(withNames ? ['Who'] : []),
          'Browser',
          'By',
          'Since',
          'Last seen',
          ...(mayEnd ? ['End'] : []),
        ]}
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
          ...(mayEnd
            ? [
                <Button kind="secondary" name="session" value={session.id} class="tl-small-button">
                  End
                  <span class="govuk-visually-hidden">
                    {' '}
                    the session of {session.personName} in {session.browser} since{' '}
                    {momentInWords(session.startedAt)}
                  </span>
                </Button>,
              ]
            : []),
        ])}
      />
    </form>
  );
}
