import { addMonths, type PlainDay } from '../../../platform/time/plain-day.ts';
import { daysHeld, type HoldingFact } from './holding.rule.ts';

/**
 * How sure it is that somebody held a post on a day. `known`: the record gives its first day, or a paper of that very
 * day or a later one says so. `presumed`: a paper of the last twelve months named them, and nothing says that they left.
 */
export type Standing = 'known' | 'presumed';

/** A paper's word for who holds a post is taken for a year: nobody is said to hold one because of a paper long ago. */
const MONTHS_PRESUMED = 12;

/** A holding with the days on which papers name its holder in the post. */
export interface EvidencedHolding extends HoldingFact {
  readonly statedOn: readonly PlainDay[];
}

/**
 * Whether a post was held by somebody on a day, and how sure that is; null where it was not, or nobody says so. No
 * more is claimed than the record says: before the first paper that names them, a holder without a first day is none.
 * @param others the post's other holdings; a later holder ends what was only presumed, where the post is for one
 */
export function standingOn(
  holding: EvidencedHolding,
  day: PlainDay,
  others: readonly EvidencedHolding[],
  postIsForOne: boolean,
): Standing | null {
  const { from, to } = daysHeld(holding);
  if (day < from) return null;
  const { ends } = holding;
  if (ends?.until !== null && ends?.until !== undefined) return day <= ends.until ? 'known' : null;
  const lastSaid = lastDaySaid(holding, ends?.statedOn ?? null);
  if (day <= lastSaid) return 'known';
  if (ends !== null)
    return ends.statedOn !== null && day < ends.statedOn && day <= addMonths(lastSaid, MONTHS_PRESUMED)
      ? 'presumed'
      : null;
  if (holding.begins.since !== null && to === null) return 'known';
  const successor = others.some(
    (other) =>
      postIsForOne &&
      !(holding.jobShare && other.jobShare) &&
      daysHeld(other).from > lastSaid &&
      daysHeld(other).from <= day,
  );
  return successor || day > addMonths(lastSaid, MONTHS_PRESUMED) ? null : 'presumed';
}

/** The last day for which the record says that the post was held, where it gives no last day of the holding. */
function lastDaySaid(holding: EvidencedHolding, before: PlainDay | null): PlainDay {
  const said = holding.statedOn.filter((day) => before === null || day < before);
  return [daysHeld(holding).from, ...said].reduce((last, day) => (day > last ? day : last));
}
