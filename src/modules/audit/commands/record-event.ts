import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../domain/actor.ts';
import type { AuditEvent } from '../domain/event.ts';

/**
 * Writes an event to the trail, in the transaction of the change it tells of: if the change is taken back, so is the
 * event, and there is never one without the other. The time is the database's.
 */
export async function recordEvent(tx: Tx, actor: Actor, event: AuditEvent): Promise<void> {
  await tx
    .insertInto('audit.event')
    .values({
      actor_kind: actor.kind,
      actor_name: actor.name,
      request_id: actor.requestId ?? null,
      type: event.type,
      subject_kind: event.subject.kind,
      subject_ref: event.subject.ref,
      detail: JSON.stringify(event.detail),
      detail_version: event.version,
    })
    .execute();
}
