import type { JSX } from 'preact';
import { Button, Input } from '../../../platform/govuk/index.ts';
import { dayInLondon, formatDay } from '../../../platform/time/plain-day.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { auditPaths } from '../paths.ts';
import type { EventPage, ListedEvent } from '../queries/list-events.ts';

/** The audit trail, newest first: when, who, what, to which thing. */
export function TrailView(props: {
  frame: Frame;
  trail: EventPage;
  filter: Readonly<Record<string, string>>;
}): JSX.Element {
  const { frame, trail, filter } = props;
  return (
    <Page frame={frame} title="Audit trail" crumbs={[]} withoutDay>
      <h1 class="govuk-heading-l">Audit trail</h1>
      <p class="govuk-body">
        Everything that was changed, newest first. A change and its line here are written together; neither
        can be altered afterwards.
      </p>
      <form class="tl-filter__form" method="get" action="/audit" novalidate>
        <Input name="from" label="From" type="date" value={filter.from} width={10} />
        <Input name="to" label="To" type="date" value={filter.to} width={10} />
        <Input
          name="type"
          label="Kind of event"
          value={filter.type}
          width={20}
          hint="Such as plan-accepted"
        />
        <Button kind="secondary">Show</Button>
      </form>
      {trail.events.length === 0 ? (
        <Empty title="Nothing to show" action={{ text: 'Show the whole trail', href: auditPaths.trail() }}>
          What is changed from now on will stand here.
        </Empty>
      ) : (
        <WideTable
          name="Events"
          caption="Events"
          captionClass="govuk-visually-hidden"
          head={['When', 'Who', 'What', 'Thing', 'Kind']}
          rows={trail.events.map((event) => [
            <time dateTime={event.at.toISOString()}>{moment(event.at)}</time>,
            event.actor.name,
            event.sentence ?? <code>{JSON.stringify(event.detail)}</code>,
            <ThingLink event={event} />,
            <span class="tl-ref">{event.type}</span>,
          ])}
        />
      )}
      {trail.next !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={auditPaths.trail({ ...filter, after: String(trail.next) })}>
            Earlier events
          </a>
        </p>
      )}
    </Page>
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

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});

function moment(at: Date): string {
  return `${formatDay(dayInLondon(at))}, ${clock.format(at)}`;
}
