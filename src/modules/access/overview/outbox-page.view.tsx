import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import type { KeptMessage } from '../../../platform/mail/message.ts';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { accessPaths } from '../paths.ts';
import { AccessPage } from './access-page.view.tsx';

/** Messages that wait, were sent or handed over. */
export function OutboxView(props: {
  frame: Frame;
  token: string;
  messages: readonly KeptMessage[];
  /** Whether a mail server is set, so that what waits is being sent. */
  sending: boolean;
}): JSX.Element {
  const { frame, messages, sending } = props;
  return (
    <AccessPage frame={frame} title="Outbox" tab="Outbox" mayChange>
      <p class="govuk-body">
        {sending
          ? 'Messages are sent by the mail server that was set. One that fails is tried again.'
          : 'No mail server is set, so messages wait here. Hand each on by whatever way you trust, and say so.'}
      </p>
      {messages.length === 0 ? (
        <Empty title="Nothing waits">A message to somebody you let sign in will stand here.</Empty>
      ) : (
        messages.map((message) => (
          <section class="tl-message">
            <h2 class="govuk-heading-s">{message.subject}</h2>
            <p class="govuk-body-s">
              To {message.toName}, {message.toAddress}. Written {momentInWords(message.writtenAt)}.{' '}
              {STATES[message.state]}
              {message.lastProblem !== null &&
                ` Tried ${message.attempts} times; the mail server said: ${message.lastProblem}`}
            </p>
            {message.state === 'waiting' && (
              <>
                <pre class="tl-message__body">{message.body}</pre>
                <form method="post" action={accessPaths.handOver()} novalidate>
                  <CsrfField token={props.token} />
                  <Button kind="secondary" name="message" value={message.id} class="tl-small-button">
                    I have handed it over
                    <span class="govuk-visually-hidden"> to {message.toName}</span>
                  </Button>
                </form>
              </>
            )}
          </section>
        ))
      )}
    </AccessPage>
  );
}

const STATES: Readonly<Record<KeptMessage['state'], string>> = {
  waiting: 'It waits.',
  sent: 'It was sent, and its words were removed.',
  'handed over': 'It was handed over, and its words were removed.',
  withdrawn: 'It is no longer wanted, and its words were removed.',
};
