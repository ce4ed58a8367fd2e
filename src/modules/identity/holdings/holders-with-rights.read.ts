import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { JoinedPeople, type Judgement } from '../same-person/joined-people.rule.ts';

/** Somebody whom the record put in a post, so that what goes with the post was theirs. */
export interface HolderWithRights {
  /** Every record of the person. */
  readonly records: readonly number[];
  /** The record that the holding names. */
  readonly personId: number;
  readonly postId: number;
  readonly title: string;
  readonly from: PlainDay;
  readonly to: PlainDay | null;
}

/**
 * Who held which post on a day **by what was recorded then**: what was written down or put right later gave nobody a right
 * on that day, and took none away. What only a paper says gives none (`access.posts_of` says the same of today).
 *
 * @param at `now` for the record as it is this moment; otherwise whatever it said at any time of the day
 */
export async function holdersWithRights(
  db: Db,
  day: PlainDay,
  at: 'now' | 'that-day',
): Promise<readonly HolderWithRights[]> {
  const begins = startOf(day, 0);
  const ends = startOf(day, 1);
  const recorded =
    at === 'now'
      ? sql<boolean>`holding.replaced_at is null`
      : sql<boolean>`holding.recorded_at < ${ends} and (holding.replaced_at is null or holding.replaced_at >= ${begins})`;
  const decided = at === 'now' ? sql<boolean>`true` : sql<boolean>`decided_at < ${ends}`;
  const [{ rows }, judgements] = await Promise.all([
    sql<Omit<HolderWithRights, 'records'>>`
      select holding.person_id as "personId", holding.post_id as "postId", post.title,
        lower(holding.held) as from, upper(holding.held) - 1 as to
      from identity.holding join identity.post on post.id = holding.post_id
      where holding.change not in ('stated', 'withdrawn') and ${VOUCHED_FOR} and holding.held @> ${day}::date and ${recorded}
      order by holding.id`.execute(db),
    sql<Judgement>`select distinct on (person_id, other_id)
        person_id as "personId", other_id as "otherId", verdict
      from identity.judgement where ${decided} order by person_id, other_id, id desc`.execute(db),
  ]);
  const joined = new JoinedPeople(judgements.rows);
  return rows.map((row) => ({ ...row, records: joined.recordsOf(row.personId) }));
}

/** Somebody appointed them or corrected what a paper says: recording that a holding ends vouches for nothing. */
const VOUCHED_FOR = sql<boolean>`(with recursive chain as (
    select earlier.id, earlier.change, earlier.replaces from identity.holding as earlier where earlier.id = holding.id
    union all
    select before.id, before.change, before.replaces from identity.holding as before join chain on before.id = chain.replaces
  ) select bool_or(change in ('appointed', 'corrected')) from chain)`;

/** Midnight in London, which in summer is 23:00 the day before by UTC. */
function startOf(day: PlainDay, later: number) {
  return sql<Date>`(${day}::date + ${later}::int)::timestamp at time zone 'Europe/London'`;
}
