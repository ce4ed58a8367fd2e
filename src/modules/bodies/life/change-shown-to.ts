import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { bodyShownTo } from '../events.ts';

export type ChangeShownTo =
  | { readonly kind: 'changed' }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'no-such-body' };

/** Says whether everybody may know of a body, or its members and those who keep or check the record alone. */
export async function changeShownTo(
  tx: Tx,
  actor: Actor,
  { slug, shownTo }: { readonly slug: string; readonly shownTo: 'everybody' | 'members' },
): Promise<ChangeShownTo> {
  const body = await tx
    .selectFrom('bodies.body')
    .select(['id', 'shown_to'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  if (body === undefined) return { kind: 'no-such-body' };
  if (body.shown_to === shownTo) return { kind: 'nothing-changed' };
  await tx.updateTable('bodies.body').set({ shown_to: shownTo }).where('id', '=', body.id).execute();
  await recordEvent(tx, actor, bodyShownTo(slug, { shownTo }));
  return { kind: 'changed' };
}
