import type { JSX } from 'preact';
import { Details } from '../../../platform/govuk/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { isFresh } from '../structure/governance-diagram.rule.ts';
import { EVENTS, RELATIONS } from '../sayings/body-words.shape.ts';
import { bodyPaths } from '../paths.ts';
import type { BodyEvent } from '../life/life.rule.ts';
import type { BodyPage, NamedLine } from './body-page.query.ts';
import { dayOfEvent } from '../life/life-in-words.rule.ts';
import { Firmness, SaidBy } from '../sayings/said-words.view.tsx';

/** What a body's page and its parts are printed from. */
export interface BodyViewProps {
  readonly frame: Frame;
  readonly body: BodyPage;
  readonly mayKeep: boolean;
}

/** The terms of reference that stand on the day, and the way to all versions. */
export function BodyTerms(props: BodyViewProps): JSX.Element {
  const { frame, body } = props;
  const { terms, termsVersions } = body;
  const approved = body.events.find(
    ({ kind, day }) => kind === 'terms-approved' && day !== null && day <= frame.asAt.day,
  );
  return (
    <>
      <h2 class="govuk-heading-m" id="terms">
        Terms of reference
      </h2>
      {terms === undefined ? (
        <p class="govuk-body tl-lacking">
          {approved !== undefined
            ? `Approved on ${dayOfEvent(approved)}; their text is not recorded.`
            : termsVersions.length === 0
              ? 'None are recorded.'
              : 'None are known by this day. Later ones are recorded.'}
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {terms.title}
            {terms.inForceFrom === null
              ? terms.weight === 'proposed'
                ? ', a draft'
                : ', as the paper gives them'
              : `, in force from ${formatDay(terms.inForceFrom)}`}
            <Firmness said={terms} />
            {terms.authority !== null && <span class="tl-aside">{terms.authority}</span>}
            <SaidBy said={terms} />
          </p>
          <ol class="tl-clauses">
            {terms.clauses.map((clause) => (
              <li class="tl-clauses__clause">
                <span class="tl-clauses__number">{clause.number}</span>
                <span>{clause.text}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {termsVersions.length > 1 && (
        <p class="govuk-body">
          <DayLink frame={frame} href={bodyPaths.terms(body.slug)}>
            {`Compare the ${termsVersions.length} versions`}
          </DayLink>
        </p>
      )}
    </>
  );
}

/** To whom it answers, and who answers to it. */
export function BodyLines(props: BodyViewProps): JSX.Element {
  const { body } = props;
  const out = body.lines.filter(({ leads }) => leads === 'out');
  const back = body.lines.filter(({ leads }) => leads === 'back');
  return (
    <>
      <h2 class="govuk-heading-m" id="lines">
        {body.life.kind === 'ended' ? 'Reporting lines when it ended' : 'Reporting lines'}
      </h2>
      {body.lines.length === 0 ? (
        <p class="govuk-body tl-lacking">No line to or from another body is recorded by this day.</p>
      ) : (
        <div class="tl-two-columns">
          <Lines {...props} heading="From here" lines={out} />
          <Lines {...props} heading="To here" lines={back} />
        </div>
      )}
    </>
  );
}

function Lines(props: BodyViewProps & { heading: string; lines: readonly NamedLine[] }): JSX.Element | null {
  const { frame, body, mayKeep, heading, lines } = props;
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 class="govuk-heading-s">{heading}</h3>
      <ul class="govuk-list">
        {lines.map((line) => (
          <li class={isFresh(line, frame.asAt.day) ? undefined : 'tl-quiet'}>
            {`${RELATIONS[line.relation][line.leads]} `}
            <DayLink frame={frame} href={bodyPaths.body(line.other.slug)}>
              {line.other.name}
            </DayLink>
            <Firmness said={line} />
            {line.detail !== null && <span class="tl-aside">{line.detail}</span>}
            <SaidBy said={line} />
            {mayKeep && line.leads === 'out' && (
              <span class="tl-aside">
                <a class="govuk-link" href={bodyPaths.endLine(body.slug, line.id)}>
                  End this line
                  <span class="govuk-visually-hidden">{` to ${line.other.name}`}</span>
                </a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What happened to it, each with the resolution behind it, or that there is none yet; later papers stand apart. */
export function BodyHistory(props: BodyViewProps): JSX.Element {
  const { frame, body } = props;
  const { day } = frame.asAt;
  const isKnown = (event: BodyEvent) => event.statedOn <= day || (event.day !== null && event.day <= day);
  const known = body.events.filter(isKnown);
  const later = body.events.filter((event) => !isKnown(event));
  return (
    <>
      <h2 class="govuk-heading-m" id="history">
        What happened to it
      </h2>
      {known.length === 0 ? (
        <p class="govuk-body tl-lacking">Nothing is recorded by this day beyond what papers say of it.</p>
      ) : (
        <Events {...props} events={known} />
      )}
      {later.length > 0 && (
        <Details summary={`${later.length} later ${later.length === 1 ? 'entry' : 'entries'}`}>
          <Events {...props} events={later} />
        </Details>
      )}
    </>
  );
}

function Events(props: BodyViewProps & { events: readonly BodyEvent[] }): JSX.Element {
  const { frame, events } = props;
  return (
    <ol class="tl-timeline">
      {events.map((event) => (
        <li
          class={
            event.weight === 'proposed' ? 'tl-timeline__item tl-timeline__item--empty' : 'tl-timeline__item'
          }
        >
          <span class="tl-timeline__days">{dayOfEvent(event)}</span>
          <span class="tl-timeline__what">
            {EVENTS[event.kind]}
            {event.other !== null && (
              <>
                {': '}
                <DayLink frame={frame} href={bodyPaths.body(event.other.slug)}>
                  {event.other.name}
                </DayLink>
              </>
            )}
            {!isDecidedSince(event, props.body.events) && <Firmness said={event} />}
          </span>
          <span>{event.words}</span>
          <span class="tl-aside">{authorityInWords(event, props.body.events)}</span>
          <SaidBy said={event} />
        </li>
      ))}
    </ol>
  );
}

/** Whether what was proposed came about, by a later entry of the same kind. */
function isDecidedSince(event: BodyEvent, all: readonly BodyEvent[]): boolean {
  return (
    event.weight === 'proposed' &&
    all.some(
      ({ kind, weight, statedOn }) =>
        kind === event.kind && weight !== 'proposed' && statedOn >= event.statedOn,
    )
  );
}

function authorityInWords(event: BodyEvent, all: readonly BodyEvent[]): string {
  if (isDecidedSince(event, all)) return 'A proposal then; it came about since.';
  return (
    event.authority ??
    (event.weight === 'proposed'
      ? 'Not yet approved: no resolution or decision is recorded.'
      : 'The paper names no resolution.')
  );
}
