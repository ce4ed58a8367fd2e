import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Verdict } from './joined-people.rule.ts';
import { peopleJudged } from '../events.ts';
import { newestJudgements, readJoined } from './read-joined.read.ts';

export interface PeopleToJudge {
  readonly personId: number;
  readonly otherId: number;
  /** 'open' takes back what was decided about the two. */
  readonly verdict: Verdict;
  readonly reason: string;
}

export type JudgePeople =
  | { readonly kind: 'judged' }
  | { readonly kind: 'nothing-changed' }
  /** Two of the records to be joined were found to be two people's. */
  | { readonly kind: 'kept-apart'; readonly personId: number; readonly otherId: number }
  /** The two are one person by way of joins, which must be undone first. */
  | { readonly kind: 'joined' }
  | { readonly kind: 'no-such-person' };

/**
 * Writes down what a person decided about two records: that they are one person's, two people's, or open again. Both
 * records are kept as they are; the newest decision counts, and every earlier one stands in the table.
 */
export async function judgePeople(tx: Tx, actor: Actor, input: PeopleToJudge): Promise<JudgePeople> {
  const [personId, otherId] = [input.personId, input.otherId].sort((a, b) => a - b) as [number, number];
  const { verdict, reason } = input;
  // One decision after the other: two joins made at once could contradict a third.
  await sql`select pg_advisory_xact_lock(hashtext('identity.judgement'))`.execute(tx);
  const known = await tx
    .selectFrom('identity.person')
    .select('id')
    .where('id', 'in', [personId, otherId])
    .execute();
  if (known.length < 2) return { kind: 'no-such-person' };
  const now = (await newestJudgements(tx)).find(
    (judgement) => judgement.personId === personId && judgement.otherId === otherId,
  );
  if ((now?.verdict ?? 'open') === verdict) return { kind: 'nothing-changed' };
  const joined = await readJoined(tx);
  if (verdict === 'same') {
    const apart = joined.keptApart(personId, otherId);
    const isOwn = apart?.personId === personId && apart.otherId === otherId;
    if (apart !== undefined && !isOwn)
      return { kind: 'kept-apart', personId: apart.personId, otherId: apart.otherId };
  }
  if (verdict === 'different' && now?.verdict !== 'same' && joined.areOne(personId, otherId))
    return { kind: 'joined' };
  await tx
    .insertInto('identity.judgement')
    .values({ person_id: personId, other_id: otherId, verdict, reason, decided_by: actor.name })
    .execute();
  await recordEvent(tx, actor, peopleJudged(String(personId), { other: String(otherId), verdict }));
  return { kind: 'judged' };
}
