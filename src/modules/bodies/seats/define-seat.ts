import type { Tx } from '../../../platform/db/index.ts';
import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { addPost, postNamed } from '../../identity/index.ts';
import { valueOn } from '../sayings/facts.rule.ts';
import { isOfficeAmongMembers, seatsOn } from './seats.rule.ts';
import type { Capacity, SeatRole } from '../sayings/body-words.shape.ts';
import { seatDefined, seatEnded } from '../events.ts';
import { readSeats } from './read-seats.read.ts';
import { lockBody } from '../life/lock-body.write.ts';
import { type Entered, recordedBy, replaceRow } from '../sayings/write-change.write.ts';
import { nextSeatNo } from './next-seat-no.read.ts';

export interface SeatToDefine extends Entered {
  readonly slug: string;
  readonly label: string;
  readonly capacity: Capacity;
  readonly role: SeatRole;
  readonly places: number;
  readonly votes: boolean | null;
  readonly substitutes: boolean;
  /** The post it goes with, for a seat by office. */
  readonly post: string | null;
  readonly organisation: string | null;
  readonly from: PlainDay;
}

export type DefineSeat =
  | { readonly kind: 'defined'; readonly seatNo: number }
  | { readonly kind: 'no-such-body' }
  /** A body has one chair and one vice-chair at a time. */
  | { readonly kind: 'second-in-the-chair'; readonly label: string }
  /** Posts are public, and none is made for a body shown to its members alone. */
  | { readonly kind: 'post-would-tell'; readonly post: string }
  /** More seats than the body may have by its rule. */
  | { readonly kind: 'beyond-maximum'; readonly most: number; readonly would: number };

/** Defines a seat of a body, or several alike, from a day. */
export async function defineSeat(tx: Tx, actor: Actor, seat: SeatToDefine): Promise<DefineSeat> {
  const body = await lockBody(tx, seat.slug, seat.from);
  if (body === null) return { kind: 'no-such-body' };
  const all = (await readSeats(tx, { bodyIds: [body.id] }, seat.from)).get(body.id) ?? [];
  const standing = seatsOn(
    all.filter(({ byPaper }) => !byPaper),
    seat.from,
  );
  if (seat.role === 'chair' || seat.role === 'vice-chair') {
    const other = standing.find(({ role }) => role === seat.role);
    if (other !== undefined) return { kind: 'second-in-the-chair', label: other.label };
  }
  const most = valueOn(body.facts, 'maximum', seat.from);
  const taken = standing.filter(isMembership).reduce((sum, { places }) => sum + (places ?? 0), 0);
  const would = taken + (isMembership(seat) ? seat.places : 0);
  if (most !== undefined && would > Number(most))
    return { kind: 'beyond-maximum', most: Number(most), would };
  // A post is public: one that is made for a body nobody may know of would tell of it.
  if (seat.post !== null && body.shownTo === 'members' && (await postNamed(tx, seat.post)) === undefined)
    return { kind: 'post-would-tell', post: seat.post };
  const seatNo = await nextSeatNo(tx);
  const postId =
    seat.post === null
      ? null
      : (
          await addPost(tx, actor, {
            title: seat.post,
            organisation: null,
            holders: seat.places === 1 ? 'one' : 'several',
          })
        ).postId;
  await tx
    .insertInto('bodies.seat')
    .values({
      ...recordedBy(actor, seat, 'stated'),
      seat_no: seatNo,
      body_id: body.id,
      label: seat.label,
      capacity: seat.capacity,
      role: seat.role,
      places: seat.places,
      votes: seat.votes,
      substitutes: seat.substitutes,
      post_id: postId,
      organisation: seat.organisation,
      from_day: seat.from,
    })
    .execute();
  await recordEvent(
    tx,
    actor,
    seatDefined(body.slug, { label: seat.label, capacity: seat.capacity, places: seat.places }),
  );
  return { kind: 'defined', seatNo };
}

/** Seats that count towards how many members a body may have: not an observer's, nor an office held beside a seat. */
function isMembership({ role, capacity }: { readonly role: SeatRole; readonly capacity: Capacity }): boolean {
  return role !== 'observer' && capacity !== 'observer' && !isOfficeAmongMembers({ role, capacity });
}

export type EndSeat =
  | { readonly kind: 'ended'; readonly sittings: number }
  /** It was over before that day: ending it would lengthen it. */
  | { readonly kind: 'ended-before'; readonly ended: PlainDay }
  | { readonly kind: 'no-such-seat' }
  | { readonly kind: 'ends-before-it-begins'; readonly begins: PlainDay };

/** Ends a seat with a day, and with it the time of everybody recorded in it. */
export async function endSeat(
  tx: Tx,
  actor: Actor,
  one: { readonly slug: string; readonly seatNo: number; readonly until: PlainDay; readonly reason: string },
): Promise<EndSeat> {
  const body = await lockBody(tx, one.slug, one.until);
  if (body === null) return { kind: 'no-such-seat' };
  const seat = ((await readSeats(tx, { bodyIds: [body.id] }, one.until)).get(body.id) ?? []).find(
    ({ seatNo }) => seatNo === one.seatNo,
  );
  if (seat === undefined) return { kind: 'no-such-seat' };
  const begins = seat.from ?? seat.statedOn;
  if (one.until < begins) return { kind: 'ends-before-it-begins', begins };
  if (seat.until !== null && one.until > seat.until) return { kind: 'ended-before', ended: seat.until };
  const change = { until: one.until, reason: one.reason, recordedBy: actor.name } as const;
  await replaceRow(tx, 'bodies.seat', seat.id, { ...change, change: 'ended' });
  const sitting = seat.sittings.filter(
    ({ byPost, until }) => !byPost && (until === null || until > one.until),
  );
  for (const { id, from, statedOn } of sitting)
    await replaceRow(
      tx,
      'bodies.sitting',
      id,
      (from ?? statedOn) <= one.until
        ? { ...change, change: 'ended' }
        : {
            change: 'withdrawn',
            reason: `The seat ended on ${formatDay(one.until)}`,
            recordedBy: actor.name,
          },
    );
  await recordEvent(tx, actor, seatEnded(body.slug, { label: seat.label, until: one.until }));
  return { kind: 'ended', sittings: sitting.length };
}
