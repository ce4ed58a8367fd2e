import type { JSX } from 'preact';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { identityPaths } from '../../identity/index.ts';
import type { Seat, SeatOnDay, Sitting } from './seats.rule.ts';
import { CAPACITIES, SEAT_ROLES } from '../sayings/body-words.shape.ts';
import { bodyPaths } from '../paths.ts';
import { Firmness, SaidBy } from '../sayings/said-words.view.tsx';

/** So many names are shown at once; the rest open. */
const NAMES_AT_ONCE = 12;

/** The seats of a body on a day: in which capacity, who sits in each, and what is vacant or claimed twice. */
export function SeatTable(props: {
  frame: Frame;
  slug: string;
  seats: readonly SeatOnDay[];
  mayKeep: boolean;
}): JSX.Element {
  const { seats, mayKeep } = props;
  return (
    <WideTable
      name="Seats"
      caption="Seats"
      captionClass="govuk-visually-hidden"
      head={['Seat', 'Held by', 'Source', ...(mayKeep ? ['Change'] : [])]}
      firstCellIsHeader
      class="tl-seats"
      rows={seats.map((seat) => [
        <>
          {seat.label}
          {seat.places !== null && seat.places > 1 && ` (${seat.places} places)`}
          <Firmness said={seat} />
          <span class="tl-aside">
            {[
              ...(seat.role === 'member' ? [] : [SEAT_ROLES[seat.role]]),
              CAPACITIES[seat.capacity],
              ...(seat.post === null || seat.post.title === seat.label ? [] : [seat.post.title]),
              ...(seat.organisation === null ? [] : [seat.organisation]),
              ...(seat.votes === null ? [] : [seat.votes ? 'Votes' : 'Does not vote']),
              ...(seat.substitutes ? ['Substitutes allowed'] : []),
            ].join('. ')}
          </span>
        </>,
        <Holders {...props} seat={seat} />,
        <>
          {onceEach(seat.sayings).map((said) => (
            <SaidBy said={said} />
          ))}
        </>,
        ...(mayKeep ? [<SeatLinks {...props} seat={seat} />] : []),
      ])}
    />
  );
}

/** Each place of each paper once. */
function onceEach(sayings: readonly Seat[]): readonly Seat[] {
  return sayings.filter(
    ({ source, place }, index) =>
      sayings.findIndex((other) => other.source === source && other.place === place) === index,
  );
}

function Holders(props: { frame: Frame; slug: string; mayKeep: boolean; seat: SeatOnDay }): JSX.Element {
  const { seat } = props;
  const rest = seat.holders.slice(NAMES_AT_ONCE);
  return (
    <>
      {seat.holders.length > 0 && (
        <ul class="govuk-list tl-holders">
          {seat.holders.slice(0, NAMES_AT_ONCE).map((holder) => (
            <Holder {...props} holder={holder} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <details class="tl-more">
          <summary>{`${rest.length} more`}</summary>
          <ul class="govuk-list tl-holders">
            {rest.map((holder) => (
              <Holder {...props} holder={holder} />
            ))}
          </ul>
        </details>
      )}
      {seat.isContested && (
        <p class="tl-lacking">
          {`Claimed by more people than there are places: ${seat.holders.length} for ${seat.places}.`}
        </p>
      )}
      {seat.vacant !== null && seat.vacant > 0 && (
        <p class="tl-lacking">
          {seat.holders.length === 0 && seat.vacant === 1
            ? 'Nobody recorded'
            : `${seat.vacant} of ${seat.places} with nobody recorded`}
        </p>
      )}
      {seat.places === null && seat.holders.length === 0 && (
        <p class="tl-lacking">Nobody named; how many is not said</p>
      )}
    </>
  );
}

function Holder(props: {
  frame: Frame;
  slug: string;
  mayKeep: boolean;
  holder: Sitting & { readonly standing: 'known' | 'presumed' };
}): JSX.Element {
  const { frame, slug, mayKeep, holder } = props;
  return (
    <li>
      <DayLink frame={frame} href={identityPaths.person(holder.leadId)}>
        {holder.personName}
      </DayLink>
      {holder.isSubstitute && ' (substitute)'}
      {holder.standing === 'presumed' && <span class="tl-quiet"> presumed</span>}
      {holder.byPost && <span class="tl-quiet"> by holding the post</span>}
      {holder.until !== null && !holder.byPost && (
        <span class="tl-aside">{`To ${formatDay(holder.until)}`}</span>
      )}
      {mayKeep && !holder.byPost && (
        <span class="tl-aside">
          <a class="govuk-link" href={bodyPaths.endSitting(slug, holder.id)}>
            End<span class="govuk-visually-hidden">{` ${holder.personName}’s time in this seat`}</span>
          </a>
        </span>
      )}
    </li>
  );
}

function SeatLinks(props: { slug: string; seat: SeatOnDay }): JSX.Element {
  const { slug, seat } = props;
  return (
    <>
      {seat.post === null && (
        <>
          <a class="govuk-link" href={bodyPaths.appoint(slug, seat.seatNo)}>
            Appoint<span class="govuk-visually-hidden">{` to ${seat.label}`}</span>
          </a>
          <br />
        </>
      )}
      <a class="govuk-link" href={bodyPaths.endSeat(slug, seat.seatNo)}>
        End the seat<span class="govuk-visually-hidden">{` ${seat.label}`}</span>
      </a>
    </>
  );
}
