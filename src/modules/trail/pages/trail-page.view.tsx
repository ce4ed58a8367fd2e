import type { JSX } from 'preact';
import { ErrorSummary, Pagination } from '../../../platform/govuk/index.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Form } from '../../../platform/web/form-body.ts';
import type { FormProblems } from '../../../platform/web/forms.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { auditPaths } from '../paths.ts';
import type { EventPage, ListedEvent } from '../../audit/index.ts';
import { inSeconds } from './seconds.rule.ts';
import { TrailFilterForm } from './trail-filter-form.view.tsx';

export interface TrailViewProps {
  frame: Frame;
  typed: Form;
  types: readonly string[];
  /** Undefined where the form has to be put right first. */
  trail?: EventPage | undefined;
  narrowed?: boolean | undefined;
  problems?: FormProblems | undefined;
}

/** The audit trail, newest first: when, who, what, to which thing. */
export function TrailView(props: TrailViewProps): JSX.Element {
  const { frame, typed, types, trail, problems } = props;
  return (
    <Page frame={frame} title="Audit trail" crumbs={[]} withoutDay hasErrors={problems !== undefined}>
      {problems && <ErrorSummary items={problems.summary} />}
      <h1 class="govuk-heading-l">Audit trail</h1>
      <p class="govuk-body">
        Everything that was changed, and every restricted thing that was read, newest first. A change and its
        line here are written together. Each line carries the hash of the line before it, so that none can be
        altered or taken out unseen.
      </p>
      <TrailFilterForm typed={typed} types={types} problems={problems} />
      {trail !== undefined && <Events {...props} trail={trail} />}
    </Page>
  );
}

function Events(props: TrailViewProps & { trail: EventPage }): JSX.Element {
  const { trail, frame } = props;
  const narrowing = queryWithout(frame.query);
  if (trail.events.length === 0) {
    return (
      <Empty
        title="Nothing to show"
        action={narrowing.size > 0 ? { text: 'Show the whole trail', href: auditPaths.trail() } : undefined}
      >
        {props.narrowed === true
          ? 'Nothing on record answers to all of that.'
          : 'What is changed from now on will stand here.'}
      </Empty>
    );
  }
  return (
    <>
      <WideTable
        name="Events"
        caption="Events"
        captionClass="govuk-visually-hidden"
        head={['Number', 'When', 'Who', 'What', 'Thing', 'Kind']}
        rows={trail.events.map((event) => [
          <a class="govuk-link tl-ref" href={auditPaths.event(event.sequence)}>
            <span class="govuk-visually-hidden">Event </span>
            {event.sequence}
          </a>,
          <time dateTime={event.at.toISOString()}>{inSeconds(event.at)}</time>,
          event.actor.name,
          event.sentence ?? <code>{JSON.stringify(event.detail)}</code>,
          <ThingLink event={event} />,
          <span class="tl-ref">{event.type}</span>,
        ])}
      />
      {(trail.previous !== undefined || trail.next !== undefined) && (
        <Pagination
          label="Later and earlier events"
          previous={
            trail.previous === undefined
              ? undefined
              : { text: 'Later events', href: placed(narrowing, 'before', trail.previous) }
          }
          next={
            trail.next === undefined
              ? undefined
              : { text: 'Earlier events', href: placed(narrowing, 'after', trail.next) }
          }
        />
      )}
      <h2 class="govuk-heading-m">Verify it, or take it away</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={auditPaths.verify()}>
          Verify that nothing in it was altered
        </a>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={auditPaths.file('csv', narrowing)} download>
            {props.narrowed === true ? 'These events' : 'The whole trail'} as CSV
          </a>
          , for a spreadsheet
        </li>
        <li>
          <a class="govuk-link" href={auditPaths.file('jsonl', narrowing)} download>
            {props.narrowed === true ? 'These events' : 'The whole trail'} as JSON lines
          </a>
          , for <code>throughline audit verify --export</code>
        </li>
      </ul>
    </>
  );
}

function ThingLink(props: { event: ListedEvent }): JSX.Element {
  const { kind, ref } = props.event.subject;
  return (
    <a class="govuk-link" href={auditPaths.trail({ kind, ref })}>
      {kind} {ref.length > 24 ? `${ref.slice(0, 8)}…` : ref}
    </a>
  );
}

/** What the list is narrowed by, without the place in it and without what was left empty. */
function queryWithout(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...query].filter(([name, value]) => value !== '' && name !== 'after' && name !== 'before'),
  );
}

function placed(narrowing: URLSearchParams, direction: 'after' | 'before', sequence: number): string {
  const query = new URLSearchParams(narrowing);
  query.set(direction, String(sequence));
  return auditPaths.trail(query);
}
