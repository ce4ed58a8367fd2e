import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { ChainedEvent } from './event-hash.rule.ts';
import type { TrailToVerify } from './verdict.shape.ts';

/** Events read at once: enough that a journey to the database costs little beside them. */
const PAGE = 10_000;

/** Which installation the database is of, as a UUID. */
export async function readInstallation(db: Db): Promise<string> {
  const { rows } = await sql<{ installation: string }>`select installation from audit.chain`.execute(db);
  if (rows[0] === undefined) throw new Error('The database does not say which installation it is');
  return rows[0].installation;
}

/** Events after a number, in order, as the chain has them. */
export async function readEvents(
  db: Db,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly ChainedEvent[]> {
  // A left join: an event whose actor was taken away must be seen as such and not be passed over.
  const { rows } = await sql<ChainedEvent>`
    select sequence, (extract(epoch from at) * 1000000)::bigint as "at", actor_kind as "actorKind",
      encode(actor, 'hex') as "actor", encode(by.salt, 'hex') as "salt", by.name as "name", by.person_id as "personId",
      request_id as "requestId", type as "type", subject_kind as "subjectKind", subject_ref as "subjectRef",
      detail::text as "detail", detail_version as "detailVersion",
      encode(previous, 'hex') as "previous", encode(hash, 'hex') as "hash"
    from audit.event left join audit.actor as by on by.commitment = event.actor
    where sequence > ${after} order by sequence limit ${limit}`.execute(db);
  return rows;
}

/**
 * The trail of a living database. Takes no snapshot: events are only ever added, so whatever is read is true, and those
 * that are written meanwhile are read too.
 */
export async function trailOfDatabase(db: Db): Promise<TrailToVerify> {
  const { rows } = await sql<{ installation: string; sequence: number; hash: string }>`
    select installation, sequence, encode(hash, 'hex') as hash from audit.chain`.execute(db);
  const head = rows[0];
  if (head === undefined) throw new Error('The database does not say where its trail ends');
  let count = 0;
  let last = Number.MIN_SAFE_INTEGER;
  return {
    installation: head.installation,
    whole: true,
    events: pages(),
    end: async () => {
      const stored = await sql<{ count: number }>`
        select count(*) as count from audit.event where sequence <= ${last}`.execute(db);
      // Pages go on after the last number, so a second row of that number is only counted.
      if ((stored.rows[0]?.count ?? 0) > count) return { wrong: await doubled(db) };
      return head;
    },
  };

  async function* pages() {
    let next = readEvents(db, { after: last, limit: PAGE });
    for (;;) {
      const page = await next;
      if (page.length === 0) return;
      count += page.length;
      last = page.at(-1)?.sequence ?? last;
      // Asked for while this one is judged. Where that ends the reading, how the next one fares is of no interest.
      next = readEvents(db, { after: last, limit: PAGE });
      next.catch(() => undefined);
      yield page;
    }
  }
}

async function doubled(db: Db): Promise<string> {
  const { rows } = await sql<{ sequence: number }>`
    select sequence from audit.event group by sequence having count(*) > 1 order by sequence limit 1`.execute(
    db,
  );
  return `Event ${rows[0]?.sequence ?? ''} stands twice: an event was put in.`;
}
