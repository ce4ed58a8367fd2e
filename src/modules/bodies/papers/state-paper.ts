import type { Tx } from '../../../platform/db/index.ts';
import { earliestDayOf, parsePlainMonth } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { addPost, personNamedInFull, stateHolding } from '../../identity/index.ts';
import type { StatedBody, StatedPaper, StatedSeat } from './stated-paper.shape.ts';
import { paperTakenIn } from '../events.ts';
import { nextSeatNo } from '../seats/next-seat-no.read.ts';

/** A paper to take in, and what its reader knows of it. */
export interface PaperToState {
  readonly paper: StatedPaper;
  /** Names that bodies go by, where papers print several; by the body's name in addresses. */
  readonly names?: Readonly<Record<string, string>>;
  /** The post of whoever sits as an elected member: papers that print one name in it mean one person. */
  readonly membersPost: string;
}

interface Paper {
  readonly source: string;
  readonly stated_on: StatedPaper['paper']['day'];
  readonly change: 'stated';
  readonly recorded_by: string;
}

/**
 * Records what a paper says of bodies, as it says it: nothing that was recorded before is touched, and where papers
 * contradict each other both stand. A full name that papers use for one person is taken to be one person, because whoever
 * takes these papers in has read them.
 */
export async function statePaper(
  tx: Tx,
  actor: Actor,
  { paper: stated, names = {}, membersPost }: PaperToState,
): Promise<void> {
  const paper: Paper = {
    source: stated.paper.title,
    stated_on: stated.paper.day,
    change: 'stated',
    recorded_by: actor.name,
  };
  const ids = new Map<string, number>();
  const idOf = async (slug: string): Promise<number> => {
    const known = ids.get(slug) ?? (await bodyBySlug(tx, actor, slug));
    ids.set(slug, known);
    return known;
  };
  for (const body of stated.bodies)
    await stateNames(tx, paper, body, await idOf(body.slug), names[body.slug]);
  for (const body of stated.bodies) {
    const bodyId = await idOf(body.slug);
    await stateFacts(tx, paper, body, bodyId);
    for (const line of body.lines)
      await tx
        .insertInto('bodies.line')
        .values({
          ...paper,
          from_id: bodyId,
          to_id: await idOf(line.to),
          relation: line.relation,
          detail: line.detail,
          from_day: line.from,
          until: line.until,
          weight: line.weight,
          place: line.place,
        })
        .execute();
    for (const event of body.events)
      await tx
        .insertInto('bodies.event')
        .values({
          ...paper,
          body_id: bodyId,
          kind: event.kind,
          ...dayOfEvent(event),
          other_id: event.other === null || event.other === undefined ? null : await idOf(event.other),
          words: event.words,
          authority: event.authority,
          weight: event.weight,
          place: event.place,
        })
        .execute();
    for (const seat of body.seats) await stateSeat(tx, actor, paper, { body, bodyId, seat, membersPost });
    await stateTerms(tx, paper, body, bodyId);
  }
  await recordEvent(
    tx,
    actor,
    paperTakenIn(stated.paper.key, { title: stated.paper.title, bodies: stated.bodies.length }),
  );
}

async function bodyBySlug(tx: Tx, actor: Actor, slug: string): Promise<number> {
  const known = await tx.selectFrom('bodies.body').select('id').where('slug', '=', slug).executeTakeFirst();
  if (known !== undefined) return known.id;
  const made = await tx
    .insertInto('bodies.body')
    .values({ slug, recorded_by: actor.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** The first name papers give a body is its name; how else they print it is kept beside. */
async function stateNames(
  tx: Tx,
  paper: Paper,
  { name, otherNames, place, facts, events }: StatedBody,
  bodyId: number,
  preferred: string | undefined,
): Promise<void> {
  const known = await tx
    .selectFrom('bodies.fact')
    .select(['attribute', 'value'])
    .where('body_id', '=', bodyId)
    .where('attribute', 'in', ['name', 'also-called'])
    .execute();
  // A paper that proposes to set a body up speaks of it as to come.
  const isToCome = events.some(({ kind, weight }) => kind === 'set-up' && weight === 'proposed');
  const weight = isToCome ? ('proposed' as const) : ('stated' as const);
  const said: { attribute: string; value: string; place: string; weight: 'proposed' | 'stated' }[] = [
    { attribute: 'named', value: name, place, weight },
  ];
  const taken = new Set(known.map(({ value }) => value));
  if (!known.some(({ attribute }) => attribute === 'name')) {
    said.push({ attribute: 'name', value: preferred ?? name, place, weight });
    taken.add(preferred ?? name);
  }
  for (const other of [{ name, place }, ...otherNames]) {
    if (taken.has(other.name)) continue;
    taken.add(other.name);
    said.push({ attribute: 'also-called', value: other.name, place: other.place, weight: 'stated' });
  }
  if (facts.length === 0 && said.length === 0) return;
  await tx
    .insertInto('bodies.fact')
    .values(said.map((fact) => ({ ...paper, ...fact, body_id: bodyId })))
    .execute();
}

async function stateFacts(
  tx: Tx,
  paper: Paper,
  { facts, events }: StatedBody,
  bodyId: number,
): Promise<void> {
  const isToCome = events.some(({ kind, weight }) => kind === 'set-up' && weight === 'proposed');
  const rows = facts.map(({ attribute, value, note, from, until, weight, place }) => ({
    ...paper,
    body_id: bodyId,
    attribute,
    value,
    note,
    from_day: from,
    until,
    // What kind of body it will be is as firm as the body itself.
    weight: isToCome && weight === 'stated' && attribute === 'kind' ? ('proposed' as const) : weight,
    place,
  }));
  if (rows.length > 0) await tx.insertInto('bodies.fact').values(rows).execute();
}

function dayOfEvent({ day, month }: StatedBody['events'][number]) {
  if (day !== null) return { day, exactness: 'day' };
  const whole = month === null || month === undefined ? null : parsePlainMonth(month);
  return whole === null
    ? { day: null, exactness: 'unknown' }
    : { day: earliestDayOf(whole), exactness: 'month' };
}

async function stateSeat(
  tx: Tx,
  actor: Actor,
  paper: Paper,
  {
    body,
    bodyId,
    seat,
    membersPost,
  }: {
    readonly body: StatedBody;
    readonly bodyId: number;
    readonly seat: StatedSeat;
    readonly membersPost: string;
  },
): Promise<void> {
  const seatNo = await nextSeatNo(tx);
  const title = seat.capacity === 'member' && seat.post === null ? membersPost : postTitleOf(seat, body.name);
  const goesWithPost = seat.capacity === 'ex-officio' && seat.post !== null;
  const postId = goesWithPost
    ? (
        await addPost(tx, actor, {
          title,
          organisation: null,
          holders: seat.places === 1 ? 'one' : 'several',
        })
      ).postId
    : null;
  await tx
    .insertInto('bodies.seat')
    .values({
      ...paper,
      vouched: false,
      seat_no: seatNo,
      body_id: bodyId,
      label: seat.label,
      capacity: seat.capacity,
      role: seat.role,
      places: seat.places,
      votes: seat.votes,
      post_id: postId,
      organisation: seat.organisation,
      from_day: seat.from,
      until: seat.until,
      weight: seat.weight,
      place: seat.place,
    })
    .execute();
  const named = [...(seat.holder ? [seat.holder.name] : []), ...(seat.holders ?? [])];
  if (named.length > 1 || title === membersPost)
    await addPost(tx, actor, { title, organisation: null, holders: 'several' });
  for (const [index, name] of named.entries()) {
    const known = await personNamedInFull(tx, name);
    const { personId } = await stateHolding(tx, {
      name,
      jobTitle: title,
      interim: false,
      jobShare: false,
      statedOn: paper.stated_on,
      source: paper.source,
      ...(known === undefined ? {} : { personId: known }),
    });
    await tx
      .insertInto('bodies.sitting')
      .values({
        ...paper,
        vouched: false,
        body_id: bodyId,
        seat_no: seatNo,
        place_no: index + 1,
        person_id: personId,
        name_as_printed: name,
        weight: seat.weight,
        place: seat.place,
      })
      .execute();
  }
}

/** The post under which a seat's holder is known: its own, or the seat's name and the body's. */
function postTitleOf({ post, label, organisation }: StatedSeat, body: string): string {
  if (post === null) return `${label}, ${body}`;
  const isPlain = /^(independent )?(chair|chief executive|director)$/i.test(post);
  return isPlain ? `${post}, ${organisation ?? body}` : post;
}

async function stateTerms(tx: Tx, paper: Paper, { terms }: StatedBody, bodyId: number): Promise<void> {
  for (const { title, weight, place, from, clauses } of terms) {
    const { version } = await tx
      .selectFrom('bodies.terms')
      .select((select) => select.fn.coalesce(select.fn.max('version'), select.lit(0)).as('version'))
      .where('body_id', '=', bodyId)
      .executeTakeFirstOrThrow();
    const { id } = await tx
      .insertInto('bodies.terms')
      .values({
        ...paper,
        body_id: bodyId,
        version: version + 1,
        title,
        in_force_from: from,
        weight,
        place,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (clauses.length > 0)
      await tx
        .insertInto('bodies.clause')
        .values(clauses.map((clause, index) => ({ ...clause, terms_id: id, position: index + 1 })))
        .execute();
  }
}
