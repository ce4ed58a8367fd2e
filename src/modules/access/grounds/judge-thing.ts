import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { isPerson, type Thing } from '../../identity/index.ts';
import { interestEnded, interestRecorded, needToKnowEnded, needToKnowGiven } from '../events.ts';

/** What is opened to one person, or shut to them. */
export interface ThingForPerson {
  readonly personId: number;
  readonly thing: Thing;
  readonly from: PlainDay;
  readonly until: PlainDay | null;
  readonly reason: string;
}

const TABLES = {
  'need-to-know': { table: 'access.need_to_know', begun: needToKnowGiven, ended: needToKnowEnded },
  interest: { table: 'access.interest', begun: interestRecorded, ended: interestEnded },
} as const;

export type ThingGround = keyof typeof TABLES;

export type JudgeThing =
  | { readonly kind: 'recorded'; readonly id: number }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'no-such-person' };

/**
 * Opens one restricted thing to a person who needs to know, or shuts a person out of one for an interest. Whether the
 * actor may is for the module whose thing it is.
 */
export async function judgeThing(
  tx: Tx,
  actor: Actor,
  ground: ThingGround,
  { personId, thing, from, until, reason }: ThingForPerson,
): Promise<JudgeThing> {
  if (until !== null && until < from) return { kind: 'ends-before-it-begins' };
  if (!(await isPerson(tx, personId))) return { kind: 'no-such-person' };
  const { table, begun } = TABLES[ground];
  const { id } = await tx
    .insertInto(table)
    .values({
      person_id: personId,
      thing_kind: thing.kind,
      thing_ref: thing.ref,
      from_day: from,
      to_day: until,
      reason,
      recorded_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(
    tx,
    actor,
    begun(String(id), { ...thing, person: String(personId), from, until, reason }),
  );
  return { kind: 'recorded', id };
}

/** Ends it at once. What was recorded stays, with when it ended. */
export async function endJudgement(
  tx: Tx,
  actor: Actor,
  ground: ThingGround,
  id: number,
  thing: Thing,
): Promise<{ readonly kind: 'ended' | 'no-such-judgement' }> {
  const { table, ended } = TABLES[ground];
  const row = await tx
    .selectFrom(table)
    .selectAll()
    .where('id', '=', id)
    .where('thing_kind', '=', thing.kind)
    .where('thing_ref', '=', thing.ref)
    .where('replaced_at', 'is', null)
    .where('stopped_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { kind: 'no-such-judgement' };
  await tx
    .updateTable(table)
    .set({ replaced_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
  await tx
    .insertInto(table)
    .values({
      person_id: row.person_id,
      thing_kind: row.thing_kind,
      thing_ref: row.thing_ref,
      from_day: row.from_day,
      to_day: row.to_day,
      stopped_at: sql<Date>`clock_timestamp()`,
      reason: row.reason,
      recorded_by: actor.name,
      replaces: id,
    })
    .execute();
  await recordEvent(
    tx,
    actor,
    ended(String(id), { ...thing, person: String(row.person_id), from: row.from_day, until: row.to_day }),
  );
  return { kind: 'ended' };
}

/** Ends everything that is opened to a person by name, when they leave. What shuts them out of something stays. */
export async function endNeedsToKnow(tx: Tx, actor: Actor, personId: number): Promise<void> {
  const open = await tx
    .selectFrom('access.need_to_know')
    .select(['id', 'thing_kind as kind', 'thing_ref as ref'])
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where(sql<boolean>`(to_day is null or access.today() <= to_day)`)
    .execute();
  for (const { id, ...thing } of open) await endJudgement(tx, actor, 'need-to-know', id, thing);
}
