import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../audit/index.ts';
import type { HoldingFact, Holders } from './holding.rule.ts';
import type { HoldingChange } from './read-holdings.read.ts';

export interface LockedPost {
  readonly id: number;
  readonly title: string;
  readonly holders: Holders;
}

/** The post, locked so that two people's changes to who holds it come one after the other; null where there is none. */
export async function lockPost(tx: Tx, postId: number): Promise<LockedPost | null> {
  const post = await tx
    .selectFrom('identity.post')
    .select(['id', 'title', 'holders'])
    .where('id', '=', postId)
    .forUpdate()
    .executeTakeFirst();
  return post === undefined ? null : { ...post, holders: post.holders as Holders };
}

/** How a row comes about, and what it replaces. */
export interface RowChange {
  readonly change: HoldingChange;
  readonly reason?: string;
  /** The row this one replaces, which is kept and counts no longer. */
  readonly replaces?: number;
}

/** Writes a row of a holding, after marking the one it replaces; returns its number. */
export async function writeHolding(
  tx: Tx,
  actor: Pick<Actor, 'name'>,
  holding: HoldingFact,
  { change, reason, replaces }: RowChange,
  holders: Holders,
): Promise<number> {
  if (replaces !== undefined)
    await tx
      .updateTable('identity.holding')
      .set({ replaced_at: sql`clock_timestamp()` })
      .where('id', '=', replaces)
      .execute();
  const { id } = await tx
    .insertInto('identity.holding')
    .values({
      post_id: holding.postId,
      person_id: holding.personId,
      manner: holding.manner,
      job_share: holding.jobShare,
      since: holding.begins.since,
      stated_on: holding.begins.statedOn,
      source: holding.begins.source,
      until: holding.ends?.until ?? null,
      end_stated_on: holding.ends?.statedOn ?? null,
      end_source: holding.ends?.source ?? null,
      change,
      reason: reason ?? null,
      replaces: replaces ?? null,
      recorded_by: actor.name,
      one_at_a_time: holders === 'one' && change !== 'stated',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
