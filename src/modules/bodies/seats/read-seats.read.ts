import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { holdersOfPosts, namesOn, postTitles, readJoined } from '../../identity/index.ts';
import type { Seat, Sitting } from './seats.rule.ts';
import type { Capacity, SeatRole } from '../sayings/body-words.shape.ts';
import { push } from '../life/read-bodies.read.ts';
import { dayOf, saidOf } from '../sayings/said-columns.read.ts';

/**
 * Every saying of the seats of bodies that counts still, each with whoever sits in it, named as on the day. A seat that
 * goes with a post has as its holder whoever holds the post on the day.
 */
export async function readSeats(
  db: Db,
  wanted: { readonly bodyIds?: readonly number[] },
  day: PlainDay,
): Promise<ReadonlyMap<number, readonly Seat[]>> {
  const { bodyIds } = wanted;
  if (bodyIds?.length === 0) return new Map();
  let query = db
    .selectFrom('bodies.seat')
    .selectAll()
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .orderBy('id');
  if (bodyIds !== undefined) query = query.where('body_id', 'in', bodyIds);
  const rows = await query.execute();
  const sittings = await readSittings(db, bodyIds, day);
  const postIds = [...new Set(rows.flatMap(({ post_id: id }) => (id === null ? [] : [id])))];
  const holders = await holdersOfPosts(db, postIds, day);
  const titles = await postTitles(db, postIds);
  const seats = new Map<number, Seat[]>();
  for (const row of rows) {
    const byPost = holders
      .filter(({ postId }) => postId === row.post_id)
      .map((holder): Sitting => ({
        id: -holder.id,
        personId: holder.personId,
        leadId: holder.leadId,
        personName: holder.personName,
        placeNo: 1,
        isSubstitute: false,
        overBy: null,
        byPost: true,
        // Only for this day: whoever reads another day asks again.
        from: day,
        until: day,
        weight: 'stated',
        source: holder.begins.source,
        statedOn: holder.begins.statedOn,
        place: null,
        byPaper: holder.change === 'stated',
      }));
    push(seats, row.body_id, {
      ...saidOf(row),
      byPaper: !row.vouched,
      id: row.id,
      seatNo: row.seat_no,
      label: row.label,
      capacity: row.capacity as Capacity,
      role: row.role as SeatRole,
      places: row.places,
      votes: row.votes,
      substitutes: row.substitutes,
      post: row.post_id === null ? null : { id: row.post_id, title: titles.get(row.post_id) ?? '' },
      organisation: row.organisation,
      from: dayOf(row.from_day),
      until: dayOf(row.until),
      sittings: [...(sittings.get(row.seat_no) ?? []), ...byPost],
    });
  }
  return seats;
}

async function readSittings(
  db: Db,
  bodyIds: readonly number[] | undefined,
  day: PlainDay,
): Promise<ReadonlyMap<number, readonly Sitting[]>> {
  let query = db
    .selectFrom('bodies.sitting')
    .selectAll()
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .orderBy('id');
  if (bodyIds !== undefined) query = query.where('body_id', 'in', bodyIds);
  const rows = await query.execute();
  const people = rows.map(({ person_id: id }) => id);
  const nameOf = await namesOn(db, people, day);
  const joined = await readJoined(db);
  const bySeat = new Map<number, Sitting[]>();
  for (const row of rows)
    push(bySeat, row.seat_no, {
      ...saidOf(row),
      byPaper: !row.vouched,
      id: row.id,
      personId: row.person_id,
      leadId: joined.lead(row.person_id),
      personName: nameOf(row.person_id),
      placeNo: row.place_no,
      isSubstitute: row.is_substitute,
      overBy: dayOf(row.over_by),
      byPost: false,
      from: dayOf(row.from_day),
      until: dayOf(row.until),
    });
  return bySeat;
}
