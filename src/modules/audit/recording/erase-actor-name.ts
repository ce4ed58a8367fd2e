import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from './actor.shape.ts';
import { actorNameErased } from '../events.ts';
import { recordEvent } from './record-event.ts';

/** Whose name goes: a person under every name they had, or whoever used one name without a sign-in. */
export type WhoseName = { readonly personId: number } | { readonly name: string };

export type EraseActorName =
  /** `names`: how many different names went. What was done stays, each by "Name erased". */
  { readonly kind: 'erased'; readonly names: number } | { readonly kind: 'no-such-name' };

/**
 * Erases a name from the trail, as UK GDPR article 17 may ask, by recording that it is erased: the database does the
 * one with the other and refuses the one without the other. The salt goes with the name, so the commitment that stays
 * in the chain says nothing of it, and the chain still verifies. What the same person does later is under a new
 * commitment. Copies outside the database (backups, exports) are not reached.
 *
 * @param reason why, without the name: "Asked for by the person on 3 May 2027"
 */
export async function eraseActorName(
  tx: Tx,
  actor: Actor,
  whose: WhoseName,
  reason: string,
): Promise<EraseActorName> {
  const query = tx.selectFrom('audit.actor').select('commitment').where('name', 'is not', null);
  const found = await (
    'personId' in whose
      ? query.where('person_id', '=', whose.personId)
      : query.where('name', '=', whose.name).where('person_id', 'is', null)
  ).execute();
  for (const { commitment } of found) {
    await recordEvent(tx, actor, actorNameErased(commitment.toString('hex'), { reason }));
  }
  return found.length === 0 ? { kind: 'no-such-name' } : { kind: 'erased', names: found.length };
}
