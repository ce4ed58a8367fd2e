import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Asker, type Ground, isRole, namesOn } from '../../identity/index.ts';
import { CHANGED_EVERY, IDLE_SECONDS, NOTED_EVERY } from '../domain/session-limits.ts';

/** Somebody who signed in, with everything that opens or shuts anything to them today. */
export interface SignedIn {
  readonly asker: Asker & { readonly personId: number };
  readonly sessionId: string;
  /** Whether it was long ago enough to be noted again that they were here. */
  readonly toBeNoted: boolean;
  /** Whether the token is old enough to be changed for another. */
  readonly toBeChanged: boolean;
}

interface Row {
  readonly id: string;
  readonly person: number;
  readonly day: PlainDay;
  readonly toBeNoted: boolean;
  readonly toBeChanged: boolean;
  readonly grounds: readonly StoredGround[];
}

type StoredGround =
  | { kind: 'role'; from: PlainDay; to: PlainDay | null; role: string; throughPost: string | null }
  | { kind: 'post'; from: PlainDay; to: PlainDay | null; postId: number; title: string }
  | {
      kind: 'need-to-know' | 'interest';
      from: PlainDay;
      to: PlainDay | null;
      thing: { kind: string; ref: string };
    };

/** What is kept of a session's token: it is long and random, so a plain hash tells nobody anything. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Who holds a session, read anew for every page, so that whatever ends (a role, a post, a session, the way in itself)
 * ends everywhere at once, on every process. Null where the token is of no session, of one that is over, or of somebody
 * who has no role any more: then they are the public.
 *
 * @param lookAround whether made-up people of the sample count
 */
export async function whoHolds(
  db: Db,
  token: string,
  { lookAround, requestId }: { readonly lookAround: boolean; readonly requestId: string },
): Promise<SignedIn | null> {
  const hash = hashOfToken(token);
  const { rows } = await sql<Row>`
    select session.id, session.person_id as person, access.today() as day,
      session.last_seen_at < clock_timestamp() - make_interval(secs => ${NOTED_EVERY}) as "toBeNoted",
      session.changed_at < clock_timestamp() - make_interval(secs => ${CHANGED_EVERY}) as "toBeChanged",
      access.grounds_of(session.person_id) as grounds
    from access.session
    left join access.account on account.person_id = session.person_id
    where (session.token_hash = ${hash} or session.before_hash = ${hash}) and session.ended_at is null
      and clock_timestamp() < session.ends_at
      and clock_timestamp() < session.last_seen_at + make_interval(secs => ${IDLE_SECONDS})
      and case when session.method = 'look-around' then ${lookAround}
        else account.person_id is not null and account.closed_at is null end`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const asker = await askerFrom(db, row, requestId);
  return asker.grounds.some(({ kind }) => kind === 'role')
    ? { asker, sessionId: row.id, toBeNoted: row.toBeNoted, toBeChanged: row.toBeChanged }
    : null;
}

/** A person as they would ask now, whether or not they have signed in; for judging what they could see. */
export async function askerOfPerson(
  db: Db,
  personId: number,
): Promise<Asker & { readonly personId: number }> {
  const { rows } = await sql<Pick<Row, 'day' | 'grounds'>>`
    select access.today() as day, access.grounds_of(${personId}) as grounds`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('The database gave no answer');
  return askerFrom(db, { ...row, person: personId }, undefined);
}

async function askerFrom(
  db: Db,
  { person, day, grounds }: Pick<Row, 'person' | 'day' | 'grounds'>,
  requestId: string | undefined,
): Promise<Asker & { readonly personId: number }> {
  return {
    kind: 'person',
    name: (await namesOn(db, [person], day))(person),
    personId: person,
    ...(requestId === undefined ? {} : { requestId }),
    day,
    grounds: grounds.filter(isGround),
  };
}

function isGround(stored: StoredGround): stored is StoredGround & Ground {
  return stored.kind !== 'role' || isRole(stored.role);
}
