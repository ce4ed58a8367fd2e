import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Asker, type Ground, isRole, nameAmong, type StoredName } from '../../identity/index.ts';
import { CHANGED_EVERY, IDLE_SECONDS, NOTED_EVERY, OVERLAP_SECONDS } from './session-limits.rule.ts';

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
  readonly names: readonly StoredName[];
}

type StoredGround =
  | { kind: 'role'; from: PlainDay; to: PlainDay | null; role: string; throughPost: string | null }
  | { kind: 'post'; from: PlainDay; to: PlainDay | null; postId: number; title: string }
  | { kind: 'seat'; from: PlainDay; to: PlainDay | null; bodyId: number; votes: boolean }
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
 * ends everywhere at once, on every process. Null where the token is of no session, or of one that is over: then they are
 * the public.
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
    select id, person, day, to_be_noted as "toBeNoted", to_be_changed as "toBeChanged", grounds, names
    from access.who_holds(${hash}, ${lookAround}, ${IDLE_SECONDS}, ${NOTED_EVERY}, ${CHANGED_EVERY},
      ${OVERLAP_SECONDS})`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const asker = askerFrom(row, requestId);
  return { asker, sessionId: row.id, toBeNoted: row.toBeNoted, toBeChanged: row.toBeChanged };
}

/** A person as they would ask now, whether or not they have signed in; for judging what they could see. */
export async function askerOfPerson(
  db: Db,
  personId: number,
): Promise<Asker & { readonly personId: number }> {
  const { rows } = await sql<Pick<Row, 'day' | 'grounds' | 'names'>>`
    select access.today() as day, access.grounds_of(${personId}) as grounds,
      identity.names_of(${personId}) as names`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('The database gave no answer');
  return askerFrom({ ...row, person: personId }, undefined);
}

function askerFrom(
  { person, day, grounds, names }: Pick<Row, 'person' | 'day' | 'grounds' | 'names'>,
  requestId: string | undefined,
): Asker & { readonly personId: number } {
  return {
    kind: 'person',
    name: nameAmong(names, person, day),
    personId: person,
    ...(requestId === undefined ? {} : { requestId }),
    day,
    grounds: grounds.filter(isGround),
  };
}

function isGround(stored: StoredGround): stored is StoredGround & Ground {
  return stored.kind !== 'role' || isRole(stored.role);
}
