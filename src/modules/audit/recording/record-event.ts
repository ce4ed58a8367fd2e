import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from './actor.shape.ts';
import type { AuditEvent } from './event.shape.ts';

/**
 * Writes an event to the trail, in the transaction of the change it tells of: if the change is taken back, so is the
 * event, and there is never one without the other. The time, the number and the hashes are the database's.
 *
 * From here to the end of the transaction nobody else can record, so that numbers follow one another without a gap:
 * record last, and do nothing slow afterwards.
 *
 * @returns the event's number in the trail
 */
export async function recordEvent(tx: Tx, actor: Actor, event: AuditEvent): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`select audit.record(
    ${actor.kind}, ${actor.name}, ${actor.personId ?? null}, ${actor.requestId ?? null},
    ${event.type}, ${event.subject.kind}, ${event.subject.ref},
    ${JSON.stringify(event.detail)}, ${event.version}) as sequence`.execute(tx);
  const sequence = rows[0]?.sequence;
  if (sequence === undefined) throw new Error('The trail gave the event no number');
  return sequence;
}
