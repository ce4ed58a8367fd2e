import type { JSX } from 'preact';
import { Button, Details, type SummaryRow, SummaryList, Tag } from '../../../platform/govuk/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { asAtInWords } from '../../../platform/web/as-at.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import { Page } from '../../../platform/web/page.tsx';
import { identityPaths } from '../../identity/index.ts';
import { ATTRIBUTES, KINDS, valueInWords } from '../sayings/body-words.shape.ts';
import { bodyPaths } from '../paths.ts';
import { BodyHistory, BodyLines, BodyTerms, type BodyViewProps } from './body-parts.view.tsx';
import { ConflictTable } from '../structure/conflicts-page.view.tsx';
import { lifeInWords } from '../life/life-in-words.rule.ts';
import { Firmness, SaidBy } from '../sayings/said-words.view.tsx';
import { SeatTable } from '../seats/seat-table.view.tsx';

/** A body as at a day: what it is for, how it meets, who sits on it, to whom it answers, and what became of it. */
export function BodyView(props: BodyViewProps): JSX.Element {
  const { frame, body, mayKeep } = props;
  return (
    <Page frame={frame} title={body.name} crumbs={[{ text: 'Bodies', href: bodyPaths.bodies() }]}>
      <span class="govuk-caption-l">{KINDS[body.kind ?? 'board']}</span>
      <h1 class="govuk-heading-l">{body.name}</h1>
      <p class="govuk-body tl-body-life">
        <strong>{lifeInWords(body.life)}</strong> {`(as at ${asAtInWords(frame.asAt)})`}
        {body.life.kind === 'proposed' && (
          <>
            {' '}
            <Tag class="govuk-tag--yellow">Not yet approved</Tag>
          </>
        )}
        {body.shownTo === 'members' && (
          <>
            {' '}
            <Tag class="govuk-tag--purple">Shown to members only</Tag>
          </>
        )}
      </p>
      {mayKeep && <Keeping {...props} />}
      <SummaryList rows={facts(props)} />
      <Seats {...props} />
      <BodyTerms {...props} />
      <BodyLines {...props} />
      {body.protocols.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Protocols and principles</h2>
          <ul class="govuk-list govuk-list--bullet">
            {body.protocols.map(({ slug, title, tie }) => (
              <li>
                <DayLink frame={frame} href={bodyPaths.protocol(slug)}>
                  {title}
                </DayLink>
                {`: ${tie.words}`}
                <SaidBy said={{ ...tie, weight: 'stated', byPaper: true }} />
              </li>
            ))}
          </ul>
        </>
      )}
      {body.conflicts.length > 0 && (
        <>
          <h2 class="govuk-heading-m" id="conflicts">
            Where papers differ
          </h2>
          {body.conflicts.map((conflict) => (
            <ConflictTable conflict={conflict} of={body.name} />
          ))}
        </>
      )}
      <BodyHistory {...props} />
    </Page>
  );
}

function Keeping(props: BodyViewProps): JSX.Element {
  const { slug } = props.body;
  const links = [
    ['Record what happened', bodyPaths.happen(slug)],
    ['Add a fact', bodyPaths.say(slug)],
    ['Write terms of reference', bodyPaths.writeTerms(slug)],
    ['Draw a line to another body', bodyPaths.drawLine(slug)],
    ['Who can see it', bodyPaths.shownTo(slug)],
    ['Put something right', bodyPaths.record(slug)],
  ] as const;
  return (
    <div class="tl-actions">
      <Button href={bodyPaths.defineSeat(slug)}>Define a seat</Button>
      {links.map(([text, href]) => (
        <Button kind="secondary" href={href}>
          {text}
        </Button>
      ))}
    </div>
  );
}

function facts({ body }: BodyViewProps): SummaryRow[] {
  const contested = new Set(body.conflicts.map(({ attribute }) => attribute));
  const purposes = body.facts.filter(({ attribute }) => attribute === 'purpose');
  const rows: SummaryRow[] =
    purposes.length === 0
      ? []
      : [
          {
            key: ATTRIBUTES.purpose,
            value: (
              <ul class={purposes.length === 1 ? 'govuk-list' : 'govuk-list govuk-list--bullet'}>
                {purposes.map((fact) => (
                  <li>
                    {fact.value}
                    <Firmness said={fact} />
                    <SaidBy said={fact} />
                  </li>
                ))}
              </ul>
            ),
          },
        ];
  for (const fact of body.facts.filter(({ attribute }) => attribute !== 'purpose'))
    rows.push({
      key: ATTRIBUTES[fact.attribute],
      value: (
        <>
          {valueInWords(fact.attribute, fact.value)}
          <Firmness said={fact} />
          {contested.has(fact.attribute) && (
            <>
              {' '}
              <a class="govuk-link" href="#conflicts">
                Papers differ
              </a>
            </>
          )}
          {fact.note !== null && <span class="tl-aside">{fact.note}</span>}
          <SaidBy said={fact} />
        </>
      ),
    });
  if (body.alsoCalled.length > 0)
    rows.push({
      key: ATTRIBUTES['also-called'],
      value: [...new Set(body.alsoCalled.map(({ value }) => value))].join('; '),
    });
  if (rows.length === 0)
    rows.push({ key: 'What is said of it', value: 'Nothing but its name, as at this day.' });
  return rows;
}

function Seats(props: BodyViewProps): JSX.Element {
  const { frame, body, mayKeep } = props;
  const hasEnded = body.life.kind === 'ended';
  return (
    <>
      <h2 class="govuk-heading-m" id="seats">
        {hasEnded ? 'Who sat on it when it ended' : 'Who sits on it'}
      </h2>
      {body.seats.length === 0 ? (
        <p class="govuk-body tl-lacking">Nothing recorded by this day says who sits on it.</p>
      ) : (
        <>
          <SeatTable frame={frame} slug={body.slug} seats={body.seats} mayKeep={mayKeep} />
          {!hasEnded && (
            <p class="govuk-body">
              <DayLink frame={frame} href={bodyPaths.voters(body.slug)}>
                {`Who could vote here on ${asAtInWords(frame.asAt)}`}
              </DayLink>
            </p>
          )}
        </>
      )}
      {body.formerly.length > 0 && (
        <Details summary={`Who sat here before (${body.formerly.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {body.formerly.map(({ sitting, label }) => (
              <li>
                <DayLink frame={frame} href={identityPaths.person(sitting.leadId)}>
                  {sitting.personName}
                </DayLink>
                {`, ${label}, ${formatDay(sitting.from ?? sitting.statedOn)}${sitting.until === null ? '' : ` to ${formatDay(sitting.until)}`}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {body.otherSeats.map((seats) => (
        <Details
          summary={`${seats[0]?.source ?? 'Another paper'}, ${formatDay(seats[0]?.statedOn ?? frame.asAt.day)}, lists ${seats.length} ${seats.length === 1 ? 'seat' : 'seats'}`}
        >
          <p class="govuk-body">A later list, or a decision, counts instead.</p>
          <ul class="govuk-list govuk-list--bullet">
            {seats.map((seat) => (
              <li>
                {seat.label}
                {seat.places !== null && seat.places > 1 && ` (${seat.places})`}
                {seat.sittings.length > 0 &&
                  `: ${[...new Set(seat.sittings.map(({ personName }) => personName))].join(', ')}`}
                <Firmness said={seat} />
                {seat.place !== null && <span class="tl-aside">{seat.place}</span>}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </>
  );
}
