import type { AppointMember } from './appoint-member.shape.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { isPerson, readJoined } from '../../identity/index.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import { isOfficeAmongMembers, type Seat, type Sitting } from './seats.rule.ts';
import { memberAppointed, memberEnded } from '../events.ts';
import { readSeats } from './read-seats.read.ts';
import { lockBody } from '../life/lock-body.write.ts';
import { type Entered, recordedBy, replaceRow } from '../sayings/write-change.write.ts';

export interface MemberToAppoint extends Entered {
  readonly slug: string;
  readonly seatNo: number;
  readonly personId: number;
  readonly from: PlainDay;
  readonly until: PlainDay | null;
  readonly isSubstitute: boolean;
}

interface Days {
  readonly from: PlainDay;
  readonly until: PlainDay | null;
}

/** Appoints somebody to a seat, from and perhaps to a day. The database refuses what this overlooks. */
export async function appointMember(tx: Tx, actor: Actor, one: MemberToAppoint): Promise<AppointMember> {
  if (one.until !== null && one.until < one.from) return { kind: 'ends-before-it-begins' };
  const body = await lockBody(tx, one.slug, one.from);
  if (body === null) return { kind: 'no-such-seat' };
  const seats = (await readSeats(tx, { bodyIds: [body.id] }, one.from)).get(body.id) ?? [];
  const seat = seats.find(({ seatNo }) => seatNo === one.seatNo);
  if (seat === undefined) return { kind: 'no-such-seat' };
  if (!(await isPerson(tx, one.personId))) return { kind: 'no-such-person' };
  if (seat.post !== null) return { kind: 'goes-with-a-post', post: seat.post.title };
  const begins = seat.from ?? seat.statedOn;
  if (one.from < begins || (seat.until !== null && (one.until === null || one.until > seat.until)))
    return { kind: 'outside-the-seat', begins, ends: seat.until };
  if (one.isSubstitute && !seat.substitutes) return { kind: 'no-substitutes' };
  const joined = await readJoined(tx);
  const own = sittingsOf(seats).filter(
    ({ sitting }) => joined.areOne(sitting.personId, one.personId) && overlap(daysOf(sitting), one),
  );
  const isOffice = isOfficeAmongMembers(seat);
  const twice = own.find(
    ({ seat: other }) => other.seatNo === seat.seatNo || (!isOffice && !isOfficeAmongMembers(other)),
  );
  if (twice !== undefined && !one.isSubstitute)
    return { kind: 'sits-already', seat: twice.seat.label, ...daysOf(twice.sitting) };
  if (isOffice) {
    const members = sittingsOf(seats, true).filter(
      ({ seat: other, sitting }) =>
        !isOfficeAmongMembers(other) &&
        other.role === 'member' &&
        joined.areOne(sitting.personId, one.personId) &&
        covers(daysOf(sitting), one),
    );
    if (members.length === 0) return { kind: 'chair-not-a-member', body: nameOnDay(body.facts, one.from) };
  }
  const placeNo = one.isSubstitute ? 1 : freePlace(seat, one);
  if (placeNo === null)
    return {
      kind: 'no-free-place',
      places: seat.places ?? 0,
      held: seat.sittings
        .filter((sitting) => !sitting.byPaper && overlap(daysOf(sitting), one))
        .map(({ personName }) => personName),
    };
  await tx
    .insertInto('bodies.sitting')
    .values({
      ...recordedBy(actor, one, 'stated'),
      body_id: body.id,
      seat_no: seat.seatNo,
      place_no: placeNo,
      person_id: one.personId,
      is_substitute: one.isSubstitute,
      from_among: isOffice,
      from_day: one.from,
      until: one.until,
    })
    .execute();
  await recordEvent(
    tx,
    actor,
    memberAppointed(body.slug, {
      person: String(one.personId),
      seat: seat.label,
      from: one.from,
      substitute: one.isSubstitute,
    }),
  );
  return { kind: 'appointed', body: nameOnDay(body.facts, one.from), seat: seat.label };
}

export type EndSitting =
  | { readonly kind: 'ended' }
  /** It was over before that day: ending it would lengthen it. */
  | { readonly kind: 'ended-before'; readonly ended: PlainDay }
  | { readonly kind: 'no-such-sitting' }
  | { readonly kind: 'ends-before-it-begins'; readonly begins: PlainDay };

/** Ends somebody's time in a seat with a day. */
export async function endSitting(
  tx: Tx,
  actor: Actor,
  one: {
    readonly slug: string;
    readonly sittingId: number;
    readonly until: PlainDay;
    readonly reason: string;
  },
): Promise<EndSitting> {
  const body = await lockBody(tx, one.slug, one.until);
  if (body === null) return { kind: 'no-such-sitting' };
  const seats = (await readSeats(tx, { bodyIds: [body.id] }, one.until)).get(body.id) ?? [];
  const found = sittingsOf(seats, true).find(({ sitting }) => sitting.id === one.sittingId);
  if (found === undefined) return { kind: 'no-such-sitting' };
  const { from, until } = daysOf(found.sitting);
  if (one.until < from) return { kind: 'ends-before-it-begins', begins: from };
  if (until !== null && one.until > until) return { kind: 'ended-before', ended: until };
  await replaceRow(tx, 'bodies.sitting', found.sitting.id, {
    until: one.until,
    change: 'ended',
    reason: one.reason,
    recordedBy: actor.name,
  });
  await recordEvent(
    tx,
    actor,
    memberEnded(body.slug, {
      person: String(found.sitting.personId),
      seat: found.seat.label,
      until: one.until,
    }),
  );
  return { kind: 'ended' };
}

function sittingsOf(
  seats: readonly Seat[],
  withPapers = false,
): readonly { readonly seat: Seat; readonly sitting: Sitting }[] {
  return seats.flatMap((seat) =>
    seat.sittings
      .filter(({ byPaper, byPost }) => withPapers || (!byPaper && !byPost))
      .map((sitting) => ({ seat, sitting })),
  );
}

/** The lowest place of a seat that nobody is recorded in on any of these days. */
function freePlace(seat: Seat, days: Days): number | null {
  const taken = new Set(
    seat.sittings
      .filter((sitting) => !sitting.byPaper && !sitting.isSubstitute && overlap(daysOf(sitting), days))
      .map(({ placeNo }) => placeNo),
  );
  for (let place = 1; place <= (seat.places ?? 999); place += 1) if (!taken.has(place)) return place;
  return null;
}

function daysOf({ from, statedOn, until }: Sitting): Days {
  return { from: from ?? statedOn, until };
}

function overlap(one: Days, other: Days): boolean {
  return (one.until === null || one.until >= other.from) && (other.until === null || other.until >= one.from);
}

function covers(outer: Days, inner: Days): boolean {
  return (
    outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until))
  );
}
