import type { Db } from '../../../platform/db/index.ts';
import { addMonths, type PlainDay } from '../../../platform/time/plain-day.ts';
import { nameOnDay, valueOn } from '../sayings/facts.rule.ts';
import { isThere, lifeOn } from '../life/life.rule.ts';
import { type SeatOnDay, seatsOn, type Sitting } from '../seats/seats.rule.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readSeats } from '../seats/read-seats.read.ts';

interface OfBody {
  readonly slug: string;
  readonly body: string;
}

/** What somebody who keeps bodies has to see to on a day. */
export interface ToSeeTo {
  readonly vacancies: readonly (OfBody & { readonly seat: SeatOnDay; readonly vacant: number })[];
  /** Terms that end within half a year. */
  readonly expiring: readonly (OfBody & {
    readonly seat: SeatOnDay;
    readonly holder: Sitting;
    readonly until: PlainDay;
  })[];
  /** Seats to which more people have a claim than there are places. */
  readonly contested: readonly (OfBody & { readonly seat: SeatOnDay })[];
  /** Bodies proposed and not approved. */
  readonly unapproved: readonly OfBody[];
  /** Bodies with fewer members than their rule asks for, or more than it allows, or without a chair's seat. */
  readonly wrongSize: readonly (OfBody & { readonly words: string })[];
}

/** A term is soon over when it ends within so many months. */
const SOON_MONTHS = 6;

/** Vacancies, terms that end soon, seats claimed twice, and bodies that wait for approval, as at a day. */
export async function toSeeTo(db: Db, day: PlainDay): Promise<ToSeeTo> {
  const bodies = await readBodies(db, { on: day });
  const seats = await readSeats(db, {}, day);
  const soon = addMonths(day, SOON_MONTHS);
  const there = bodies
    .filter((body) => isThere(lifeOn(body, day)))
    .map((body) => ({
      slug: body.slug,
      body: nameOnDay(body.facts, day),
      facts: body.facts,
      seats: seatsOn(seats.get(body.id) ?? [], day),
    }))
    .toSorted((one, other) => one.body.localeCompare(other.body, 'en-GB'));
  const each = there.flatMap(({ slug, body, seats: own }) => own.map((seat) => ({ slug, body, seat })));
  return {
    vacancies: each.flatMap(({ slug, body, seat }) =>
      seat.vacant !== null && seat.vacant > 0 ? [{ slug, body, seat, vacant: seat.vacant }] : [],
    ),
    expiring: each
      .flatMap(({ slug, body, seat }) =>
        seat.holders.flatMap((holder) =>
          holder.until !== null && !holder.byPost && holder.until <= soon
            ? [{ slug, body, seat, holder, until: holder.until }]
            : [],
        ),
      )
      .toSorted((one, other) => (one.until < other.until ? -1 : 1)),
    contested: each.filter(({ seat }) => seat.isContested),
    unapproved: bodies
      .filter((body) => lifeOn(body, day).kind === 'proposed')
      .map(({ slug, facts }) => ({ slug, body: nameOnDay(facts, day) })),
    wrongSize: there.flatMap(({ slug, body, facts, seats: own }) => {
      const words = sizeProblem(own, {
        fewest: valueOn(facts, 'minimum', day),
        most: valueOn(facts, 'maximum', day),
      });
      return words === null ? [] : [{ slug, body, words }];
    }),
  };
}

function sizeProblem(
  seats: readonly SeatOnDay[],
  { fewest, most }: { readonly fewest: string | undefined; readonly most: string | undefined },
): string | null {
  const members = new Set(
    seats
      .filter(({ role, capacity }) => role !== 'observer' && capacity !== 'observer')
      .flatMap(({ holders }) =>
        holders.filter(({ isSubstitute }) => !isSubstitute).map(({ leadId }) => leadId),
      ),
  ).size;
  if (fewest !== undefined && members < Number(fewest))
    return `${members} recorded, and it needs ${fewest} at least`;
  if (most !== undefined && members > Number(most))
    return `${members} recorded, and it may have ${most} at most`;
  return null;
}
