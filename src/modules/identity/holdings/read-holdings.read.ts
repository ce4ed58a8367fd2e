import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Holders, Manner } from './holding.rule.ts';
import type { EvidencedHolding } from './standing.rule.ts';

/** How a row of a holding came about. */
export type HoldingChange = 'stated' | 'appointed' | 'ended' | 'corrected' | 'withdrawn';

/** A holding as the record has it, with its post and the days on which papers name its holder in it. */
export interface RecordedHolding extends EvidencedHolding {
  readonly id: number;
  readonly postTitle: string;
  readonly organisation: string | null;
  readonly postHolders: Holders;
  readonly change: HoldingChange;
  /** Why it replaces another; null where nothing had to be said. */
  readonly reason: string | null;
  readonly replaces: number | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly isReplaced: boolean;
}

export interface HoldingsWanted {
  readonly postIds?: readonly number[];
  readonly personIds?: readonly number[];
  readonly id?: number;
}

/** The holdings of posts or people that count: neither replaced by a later row nor withdrawn. */
export async function readHoldings(db: Db, wanted: HoldingsWanted): Promise<readonly RecordedHolding[]> {
  const all = await readHoldingHistory(db, wanted);
  return all.filter(({ isReplaced, change }) => !isReplaced && change !== 'withdrawn');
}

/** Every row ever recorded of the holdings of posts or people, in the order they were recorded. */
export async function readHoldingHistory(
  db: Db,
  wanted: HoldingsWanted,
): Promise<readonly RecordedHolding[]> {
  let query = db
    .selectFrom('identity.holding as holding')
    .innerJoin('identity.post as post', 'post.id', 'holding.post_id')
    .leftJoin('identity.organisation as organisation', 'organisation.id', 'post.organisation_id')
    .selectAll('holding')
    .select([
      'post.title as postTitle',
      'post.holders as postHolders',
      'organisation.name as organisation',
      sql<string[]>`array(select stated_on from identity.statement
        where statement.post_id = holding.post_id and statement.person_id = holding.person_id
        order by stated_on)`.as('saidOn'),
    ])
    .orderBy('holding.id');
  for (const [column, ids] of [
    ['holding.post_id', wanted.postIds],
    ['holding.person_id', wanted.personIds],
    ['holding.id', wanted.id === undefined ? undefined : [wanted.id]],
  ] as const) {
    if (ids === undefined) continue;
    if (ids.length === 0) return [];
    query = query.where(column, 'in', ids);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    postId: row.post_id,
    personId: row.person_id,
    manner: row.manner as Manner,
    jobShare: row.job_share,
    begins: {
      since: row.since as PlainDay | null,
      statedOn: row.stated_on as PlainDay,
      source: row.source,
    },
    ends:
      row.end_source === null
        ? null
        : {
            until: row.until as PlainDay | null,
            statedOn: row.end_stated_on as PlainDay | null,
            source: row.end_source,
          },
    statedOn: row.saidOn as PlainDay[],
    postTitle: row.postTitle,
    organisation: row.organisation,
    postHolders: row.postHolders as Holders,
    change: row.change as HoldingChange,
    reason: row.reason,
    replaces: row.replaces,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    isReplaced: row.replaced_at !== null,
  }));
}
