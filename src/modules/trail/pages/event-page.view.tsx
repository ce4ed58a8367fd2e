import type { JSX } from 'preact';
import { InsetText, SummaryList, WarningText } from '../../../platform/govuk/index.ts';
import type { Frame, Place } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { ERASED_NAME, type EventInChain } from '../../audit/index.ts';
import { auditPaths } from '../paths.ts';
import { inSeconds } from './seconds.rule.ts';

const ACTOR_WORDS = {
  system: 'Throughline itself',
  operator: 'on the command line',
  visitor: 'on the web pages, without a sign-in',
  person: 'signed in',
} as const;

/** One event of the trail, its place in the chain, and how to verify it. */
export function EventView(props: {
  frame: Frame;
  shown: EventInChain;
  /** A page about the thing it happened to. */
  thingPage?: Place | undefined;
}): JSX.Element {
  const { frame, shown } = props;
  const { event } = shown;
  const { actor, subject } = event;
  return (
    <Page
      frame={frame}
      title={`Event ${event.sequence}`}
      crumbs={[{ text: 'Audit trail', href: auditPaths.trail() }]}
      withoutDay
      width="reading"
    >
      <h1 class="govuk-heading-l">Event {event.sequence}</h1>
      {event.sentence !== undefined && <p class="govuk-body-l">{event.sentence}</p>}
      <SummaryList
        rows={[
          {
            key: 'When',
            value: <time dateTime={event.at.toISOString()}>{inSeconds(event.at)}</time>,
          },
          {
            key: 'Who',
            value: (
              <>
                {actor.name === ERASED_NAME ? (
                  actor.name
                ) : (
                  <a
                    class="govuk-link"
                    href={auditPaths.trail(
                      actor.personId === undefined ? { who: actor.name } : { person: String(actor.personId) },
                    )}
                  >
                    {actor.name}
                  </a>
                )}
                , {ACTOR_WORDS[actor.kind]}
              </>
            ),
          },
          {
            key: 'Thing',
            value: (
              <>
                <a class="govuk-link" href={auditPaths.trail({ ...subject })}>
                  {subject.kind} {subject.ref}
                </a>
                {props.thingPage !== undefined && (
                  <span class="tl-aside">
                    <a class="govuk-link" href={props.thingPage.href}>
                      {props.thingPage.text}
                    </a>
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'Kind',
            value: (
              <a class="govuk-link tl-ref" href={auditPaths.trail({ type: event.type })}>
                {event.type}
              </a>
            ),
          },
          { key: 'Detail', value: <code>{JSON.stringify(event.detail)}</code> },
          { key: 'Request', value: actor.requestId ?? 'None: it was not done on a page' },
        ]}
      />
      <Chain {...props} />
      <Neighbours {...props} />
    </Page>
  );
}

function Chain({ shown }: { shown: EventInChain }): JSX.Element {
  const { sequence } = shown.event;
  return (
    <>
      <h2 class="govuk-heading-m">Its place in the chain</h2>
      {shown.fits ? (
        <InsetText>
          Checked just now: it says what was recorded, and follows from{' '}
          {sequence === 1 ? 'the beginning of the trail' : `event ${sequence - 1}`}.
        </InsetText>
      ) : (
        <WarningText>
          This event, or the one before it, is not as it was recorded. Run the command below.
        </WarningText>
      )}
      <SummaryList
        rows={[
          {
            key: 'Before it',
            value:
              sequence === 1 ? (
                'The beginning of this installation’s trail'
              ) : (
                <a class="govuk-link" href={auditPaths.event(sequence - 1)}>
                  Event {sequence - 1}
                </a>
              ),
          },
          { key: 'Hash of that', value: <code>{shown.previous}</code> },
          { key: 'Its own hash', value: <code>{shown.hash}</code> },
        ]}
      />
      <h2 class="govuk-heading-m">How to verify it</h2>
      <p class="govuk-body">
        One event proves little by itself: all of them together do. Verify the whole trail on the machine that
        Throughline runs on:
      </p>
      <p class="govuk-body">
        <code>throughline audit verify</code>
      </p>
      <p class="govuk-body">
        Or elsewhere, with the{' '}
        <a class="govuk-link" href={auditPaths.file('jsonl')} download>
          whole trail as JSON lines
        </a>{' '}
        and a copy of the file audit-checkpoints.txt of the data folder:
      </p>
      <p class="govuk-body">
        <code>throughline audit verify --export audit-trail.jsonl --checkpoints audit-checkpoints.txt</code>
      </p>
    </>
  );
}

function Neighbours({ shown }: { shown: EventInChain }): JSX.Element | null {
  const { sequence } = shown.event;
  if (sequence >= shown.last) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={auditPaths.event(sequence + 1)}>
        Go on to event {sequence + 1}
      </a>
    </p>
  );
}
