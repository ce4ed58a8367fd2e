import type { JSX } from 'preact';
import { Button, Panel, WarningText } from '../../../platform/govuk/index.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { auditPaths } from '../paths.ts';
import { soundInWords, type Verdict } from '../../audit/index.ts';

/** Events that are verified in a second, about, on a small machine. */
const A_SECOND = 100_000;

/** Verifies the whole trail, from its first event to its last, against the checkpoints kept beside the database. */
export function VerifyView(props: {
  frame: Frame;
  token: string;
  events: number;
  /** What was found, and how long it took; undefined before anybody asked. */
  result: { readonly verdict: Verdict; readonly seconds: string } | undefined;
  /** Somebody else is verifying just now. */
  busy: boolean;
}): JSX.Element {
  const { frame, events, result, busy } = props;
  return (
    <Page
      frame={frame}
      title="Verify the audit trail"
      crumbs={[{ text: 'Audit trail', href: auditPaths.trail() }]}
      withoutDay
      width="reading"
    >
      <h1 class="govuk-heading-l">Verify the audit trail</h1>
      {busy && <WarningText>Somebody is verifying it just now. Try again in a minute.</WarningText>}
      {result !== undefined && <Result {...result} />}
      <p class="govuk-body">
        Every event is read again, {events.toLocaleString('en-GB')} of them: whether its hash fits what it
        says, whether it follows from the event before, and whether the signed checkpoints kept beside the
        database agree. {waitInWords(events)}
      </p>
      <form method="post" action={auditPaths.verify()} novalidate>
        <CsrfField token={props.token} />
        <Button kind={result === undefined ? undefined : 'secondary'} preventDoubleClick>
          {result === undefined ? 'Verify the whole trail' : 'Verify it again'}
        </Button>
      </form>
      <p class="govuk-body">
        Whoever can change this program could change what it says here. To rely on nobody, take the trail away
        as JSON lines and verify it elsewhere: <code>throughline audit verify --export</code>, or any program
        that follows <code>docs/audit.md</code>.
      </p>
    </Page>
  );
}

function Result({ verdict, seconds }: { verdict: Verdict; seconds: string }): JSX.Element {
  if (verdict.kind === 'tampered')
    return (
      <>
        <h2 class="govuk-heading-m">{verdict.finding.isLacking === true ? 'Not proven' : 'Tampered with'}</h2>
        <WarningText>{verdict.finding.sentence}</WarningText>
        {verdict.finding.sequence !== undefined && (
          <p class="govuk-body">
            <a class="govuk-link" href={auditPaths.event(verdict.finding.sequence)}>
              See event {verdict.finding.sequence}
            </a>
          </p>
        )}
      </>
    );
  const [first = '', ...rest] = soundInWords(verdict, seconds);
  return (
    <>
      <Panel title="The trail is sound" />
      <ul class="govuk-list govuk-list--bullet tl-verdict">
        {[first, ...rest].map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function waitInWords(events: number): string {
  const seconds = Math.ceil(events / A_SECOND);
  return seconds <= 1
    ? 'It takes a moment.'
    : `It takes about ${seconds} seconds: the page comes when it is done.`;
}
