import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { parsePlainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { addPerson, parsePrintedName } from '../../identity/index.ts';
import { membersAccepted, membersRead } from '../events.ts';
import type { BroughtList, BroughtMembership } from '../exports/popolo.ts';
import { type AppointMember, appointMember } from './appoint-member.ts';

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
    membersRead(id, { fileName, rows: list.memberships.length, problems: list.problems.length }),
  );
  return id;
}

/** A list that is open still; null where there is none, or it was accepted or dropped. */
export async function openMemberDraft(tx: Tx, id: string): Promise<MemberDraft | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const row = await tx
    .selectFrom('bodies.member_draft')
    .select(['id', 'file_name', 'rows'])
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, fileName: row.file_name, list: StoredList.parse(row.rows) };
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
      readonly slug: string;
      readonly seatNo: number;
      readonly person: number | 'new';
    };

export type AcceptMembers =
  | { readonly kind: 'accepted'; readonly sittings: number; readonly people: number }
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
  const added = new Map<string, number>();
  let sittings = 0;
  for (const [index, row] of draft.list.memberships.entries()) {
    const decision = decisions[index];
    if (decision?.kind !== 'taken') continue;
    const personId =
      decision.person === 'new'
        ? await newPerson(tx, actor, row.person, about.source, added)
        : decision.person;
    const result = await appointMember(tx, actor, {
      ...about,
      slug: decision.slug,
      seatNo: decision.seatNo,
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
  await recordEvent(
    tx,
    actor,
    membersAccepted(draft.id, { fileName: draft.fileName, sittings, people: added.size }),
  );
  return { kind: 'accepted', sittings, people: added.size };
}

/** Somebody new, once however often the list names them. */
async function newPerson(
  tx: Tx,
  actor: Actor,
  printed: string,
  source: string,
  added: Map<string, number>,
): Promise<number> {
  const known = added.get(printed);
  if (known !== undefined) return known;
  const id = await addPerson(tx, actor, { name: parsePrintedName(printed), source });
  added.set(printed, id);
  return id;
}
