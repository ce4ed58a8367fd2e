import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { parsePlainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { addPerson, parsePrintedName } from '../../identity/index.ts';
import type { Kind } from '../sayings/body-words.shape.ts';
import { membersAccepted, membersRead } from '../events.ts';
import type { BroughtList, BroughtMembership } from './popolo.print.ts';
import { appointMember } from '../seats/appoint-member.ts';
import type { AppointMember } from '../seats/appoint-member.shape.ts';
import { defineSeat } from '../seats/define-seat.ts';
import { setUpBody } from '../life/set-up-body.ts';

const day = z
  .string()
  .nullable()
  .transform((text): PlainDay | null => (text === null ? null : parsePlainDay(text)));

const StoredList = z.object({
  memberships: z.array(
    z.object({
      at: z.string(),
      body: z.string(),
      seat: z.string(),
      person: z.string(),
      from: day,
      until: day,
      isSubstitute: z.boolean(),
    }),
  ),
  problems: z.array(z.object({ at: z.string(), sentence: z.string() })),
});

/** A list that somebody brought and has not accepted yet. */
export interface MemberDraft {
  readonly id: string;
  readonly fileName: string;
  readonly list: BroughtList;
}

/** Keeps a list for somebody to look at. Nothing of it counts until it is accepted. */
export async function keepMemberDraft(
  tx: Tx,
  actor: Actor,
  { fileName, list }: { readonly fileName: string; readonly list: BroughtList },
): Promise<string> {
  const { id } = await tx
    .insertInto('bodies.member_draft')
    .values({
      person_id: actor.personId ?? null,
      file_name: fileName,
      rows: JSON.stringify(list),
      made_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(
    tx,
    actor,
    membersRead(id, { rows: list.memberships.length, problems: list.problems.length }),
  );
  return id;
}

const IS_DRAFT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A list that is open still; null where there is none, or it was accepted or dropped. */
export async function openMemberDraft(tx: Tx, id: string): Promise<MemberDraft | null> {
  if (!IS_DRAFT_ID.test(id)) return null;
  const row = await tx
    .selectFrom('bodies.member_draft')
    .select(['id', 'file_name', 'rows'])
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, fileName: row.file_name, list: StoredList.parse(row.rows) };
}

/** The same, to accept or drop it: whoever does so at the same time waits, and then finds none. */
export async function takeMemberDraft(tx: Tx, id: string): Promise<MemberDraft | null> {
  if (!IS_DRAFT_ID.test(id)) return null;
  await tx.selectFrom('bodies.member_draft').select('id').where('id', '=', id).forUpdate().execute();
  return openMemberDraft(tx, id);
}

/** A list that somebody was done with, and how. */
export interface MemberDraftOver {
  readonly fileName: string;
  readonly ended: 'accepted' | 'dropped';
}

/** What became of a list that is open no more; null where there is none, or not for whoever asks. */
export async function endedMemberDraft(tx: Tx, id: string): Promise<MemberDraftOver | null> {
  if (!IS_DRAFT_ID.test(id)) return null;
  const row = await tx
    .selectFrom('bodies.member_draft')
    .select(['file_name', 'ended'])
    .where('id', '=', id)
    .where('ended', 'is not', null)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { fileName: row.file_name, ended: row.ended === 'accepted' ? 'accepted' : 'dropped' };
}

/** Lets a list go. */
export async function dropMemberDraft(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('bodies.member_draft').set({ ended: 'dropped' }).where('id', '=', id).execute();
}

/** What somebody decided about a row: who and where it is, or that it is left out. */
export type RowDecision =
  | { readonly kind: 'left-out' }
  | {
      readonly kind: 'taken';
      /** A body there is, or one to be set up of a kind. */
      readonly body: string | { readonly newKind: Kind };
      readonly seat: number | 'new';
      readonly person: number | 'new';
    };

export type AcceptMembers =
  | { readonly kind: 'accepted'; readonly sittings: number; readonly people: number; readonly bodies: number }
  /** Nothing was changed: these rows cannot be. */
  | {
      readonly kind: 'refused';
      readonly rows: readonly {
        readonly row: BroughtMembership;
        readonly why: Exclude<AppointMember, { kind: 'appointed' }>;
      }[];
    };

/** Takes a list in as it was decided, all of it or nothing. */
export async function acceptMembers(
  tx: Tx,
  actor: Actor,
  draft: MemberDraft,
  decisions: readonly RowDecision[],
  about: { readonly authority: string | null; readonly source: string; readonly statedOn: PlainDay },
): Promise<AcceptMembers> {
  await sql`savepoint members`.execute(tx);
  const refusedRows: { row: BroughtMembership; why: Exclude<AppointMember, { kind: 'appointed' }> }[] = [];
  const made: Made = { people: new Map(), bodies: new Map(), seats: new Map() };
  let sittings = 0;
  for (const [index, row] of draft.list.memberships.entries()) {
    const decision = decisions[index];
    if (decision?.kind !== 'taken') continue;
    const slug = await bodyOf(tx, actor, row, decision, about, made);
    const alike = draft.list.memberships.filter(
      (other, at) => decisions[at]?.kind === 'taken' && other.body === row.body && other.seat === row.seat,
    );
    const seatNo =
      decision.seat === 'new' ? await newSeat(tx, actor, { slug, row, alike, about }, made) : decision.seat;
    const personId =
      decision.person === 'new'
        ? await newPerson(tx, actor, row.person, about.source, made)
        : decision.person;
    const result = await appointMember(tx, actor, {
      ...about,
      slug,
      seatNo,
      personId,
      from: row.from ?? about.statedOn,
      until: row.until,
      isSubstitute: row.isSubstitute,
    });
    if (result.kind === 'appointed') sittings += 1;
    else refusedRows.push({ row, why: result });
  }
  if (refusedRows.length > 0) {
    await sql`rollback to savepoint members`.execute(tx);
    return { kind: 'refused', rows: refusedRows };
  }
  await tx.updateTable('bodies.member_draft').set({ ended: 'accepted' }).where('id', '=', draft.id).execute();
  await recordEvent(tx, actor, membersAccepted(draft.id, { sittings, people: made.people.size }));
  return { kind: 'accepted', sittings, people: made.people.size, bodies: made.bodies.size };
}

type About = Parameters<typeof acceptMembers>[4];

/** What a list made that was not there, by how it names it. */
interface Made {
  readonly people: Map<string, number>;
  readonly bodies: Map<string, string>;
  readonly seats: Map<string, number>;
}

/** The body of a row: one there is, or one set up for the list, once however often it names it. */
async function bodyOf(
  tx: Tx,
  actor: Actor,
  row: BroughtMembership,
  { body }: Extract<RowDecision, { kind: 'taken' }>,
  about: About,
  made: Made,
): Promise<string> {
  if (typeof body === 'string') return body;
  const known = made.bodies.get(row.body);
  if (known !== undefined) return known;
  const { slug } = await setUpBody(tx, actor, {
    ...about,
    name: row.body,
    kind: body.newKind,
    day: row.from ?? about.statedOn,
    shownTo: 'everybody',
    facts: [],
  });
  made.bodies.set(row.body, slug);
  return slug;
}

/** A seat of the name a list gives it, with as many places as the list fills. */
async function newSeat(
  tx: Tx,
  actor: Actor,
  {
    slug,
    row,
    alike,
    about,
  }: {
    readonly slug: string;
    readonly row: BroughtMembership;
    readonly alike: readonly BroughtMembership[];
    readonly about: About;
  },
  made: Made,
): Promise<number> {
  const key = `${slug} ${row.seat}`;
  const known = made.seats.get(key);
  if (known !== undefined) return known;
  const [from = about.statedOn] = alike.map((one) => one.from ?? about.statedOn).toSorted();
  const result = await defineSeat(tx, actor, {
    ...about,
    slug,
    label: row.seat === '' ? 'Member' : row.seat,
    capacity: 'member',
    role: 'member',
    places: Math.max(1, alike.filter(({ isSubstitute }) => !isSubstitute).length),
    votes: null,
    substitutes: alike.some(({ isSubstitute }) => isSubstitute),
    post: null,
    organisation: null,
    from,
  });
  // A body that may not have so many: the appointment says that there is no such seat.
  const seatNo = result.kind === 'defined' ? result.seatNo : 0;
  made.seats.set(key, seatNo);
  return seatNo;
}

/** Somebody new, once however often the list names them. */
async function newPerson(
  tx: Tx,
  actor: Actor,
  printed: string,
  source: string,
  { people }: Made,
): Promise<number> {
  const known = people.get(printed);
  if (known !== undefined) return known;
  const id = await addPerson(tx, actor, { name: parsePrintedName(printed), source });
  people.set(printed, id);
  return id;
}
