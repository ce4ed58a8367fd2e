import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Actor } from './actor.shape.ts';
import type { Subject } from './event.shape.ts';
import { restrictedRead } from '../events.ts';
import { recordEvent } from './record-event.ts';

/**
 * Records that somebody was shown a restricted thing, and on what ground: a seat, a post, a need to know. Wait for it
 * before showing anything: what cannot be recorded is not shown.
 *
 * @param db a transaction to record in, or a connection, which gets a transaction of its own
 * @param ground why they may, as a phrase: "member of the Improvement Board since 4 March 2011"
 * @returns the event's number in the trail
 * @throws ZodError where the ground is empty
 */
export async function recordRead(
  db: Db | Tx,
  actor: Actor,
  subject: Subject,
  ground: string,
): Promise<number> {
  const event = { ...restrictedRead(subject.ref, { ground }), subject };
  if (isTransaction(db)) return recordEvent(db, actor, event);
  return db.transaction().execute((tx) => recordEvent(tx, actor, event));
}

function isTransaction(db: Db | Tx): db is Tx {
  return db.isTransaction;
}
