import type { JSX } from 'preact';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { daysInWords, mannerInWords } from './holding-words.rule.ts';
import { identityPaths } from '../paths.ts';
import type { Holder } from './holders-on.read.ts';
import type { RecordedHolding } from './read-holdings.read.ts';

/** How a post is held, after the name: " (acting, job share)". */
export function Manner(props: { holding: Pick<RecordedHolding, 'manner' | 'jobShare'> }): JSX.Element | null {
  const words = mannerInWords(props.holding);
  return words === '' ? null : <> ({words})</>;
}

/** Who says that somebody held a post, and how sure it is. */
export function WhoSays(props: { holding: Holder }): JSX.Element {
  const { holding } = props;
  const presumed = holding.standing === 'presumed';
  return (
    <span class="tl-aside">
      {presumed
        ? `Presumed: ${daysInWords(holding)}. Nothing says that they had left by this day.`
        : `${capitalised(daysInWords(holding))}.`}{' '}
      {holding.begins.source}, {formatDay(holding.begins.statedOn)}
    </span>
  );
}

/** Who held a post on a day, each with who says so; or that nobody did, or that nobody says. */
export function HoldersOnDay(props: {
  frame: Frame;
  holders: readonly Holder[];
  isVacant: boolean;
  brief?: boolean;
}): JSX.Element {
  const { frame, holders, isVacant, brief } = props;
  if (holders.length === 0)
    return <span class="tl-lacking">{isVacant ? 'Vacant' : 'Nobody recorded on this day'}</span>;
  return (
    <ul class="govuk-list tl-holders">
      {holders.map((holder) => (
        <li>
          <DayLink frame={frame} href={identityPaths.person(holder.leadId)}>
            {holder.personName}
          </DayLink>
          <Manner holding={holder} />
          {brief === true ? (
            holder.standing === 'presumed' && <span class="tl-quiet"> presumed</span>
          ) : (
            <WhoSays holding={holder} />
          )}
        </li>
      ))}
    </ul>
  );
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
