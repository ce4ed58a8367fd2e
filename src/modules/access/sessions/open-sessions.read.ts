import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { namesOn } from '../../identity/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { browserInWords } from './browser-words.rule.ts';
import { IDLE_SECONDS } from './session-limits.rule.ts';
import { hashOfToken } from './who-asks.read.ts';

export interface ShownSession {
  readonly id: string;
  readonly personId: number;
  readonly personName: string;
  readonly method: string;
  readonly browser: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
}

/** Sessions that go on, the latest used first: everybody's, or one person's. */
export async function openSessions(
  db: Db,
  day: PlainDay,
  personId?: number,
): Promise<readonly ShownSession[]> {
  let query = db
    .selectFrom('access.session')
    .select(['id', 'person_id', 'method', 'browser', 'started_at', 'last_seen_at', 'ends_at'])
    .where('ended_at', 'is', null)
    .where('ends_at', '>', sql<Date>`clock_timestamp()`)
    .where('last_seen_at', '>', sql<Date>`clock_timestamp() - make_interval(secs => ${IDLE_SECONDS})`);
  if (personId !== undefined) query = query.where('person_id', '=', personId);
  const rows = await query.orderBy('last_seen_at', 'desc').limit(500).execute();
  const nameOf = await namesOn(
    db,
    rows.map(({ person_id: id }) => id),
    day,
  );
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: nameOf(row.person_id),
    method: row.method,
    browser: browserInWords(row.browser),
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
    endsAt: row.ends_at,
  }));
}

/** The number of the session a browser holds. */
export async function sessionOfToken(db: Db, token: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('access.session')
    .select('id')
    .where((where) =>
      where.or([where('token_hash', '=', hashOfToken(token)), where('before_hash', '=', hashOfToken(token))]),
    )
    .executeTakeFirst();
  return row?.id;
}

/** Whose a session is. */
export async function personOfSession(db: Db, id: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('access.session')
    .select('person_id')
    .where(sql`id::text`, '=', id)
    .executeTakeFirst();
  return row?.person_id;
}
