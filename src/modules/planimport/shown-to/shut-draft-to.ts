import type { Tx } from '../../../platform/db/index.ts';
import { judgeThing, peopleWhoSignIn, readersOf } from '../../access/index.ts';
import type { Asker } from '../../identity/index.ts';
import { draftThing } from '../permissions.ts';

export type ShutDraft =
  | { readonly kind: 'shut'; readonly personName: string; readonly self: boolean }
  | { readonly kind: 'shut-already'; readonly personName: string }
  | { readonly kind: 'no-such-person' };

/**
 * Shuts a person out of a draft from today on, for an interest in it: whoever records it, themself included. The draft is
 * locked.
 */
export async function shutDraftTo(
  tx: Tx,
  actor: Asker,
  draftId: string,
  { personId, reason }: { readonly personId: number; readonly reason: string },
): Promise<ShutDraft> {
  const person = (await peopleWhoSignIn(tx, actor.day)).find(({ id }) => id === personId);
  if (person === undefined) return { kind: 'no-such-person' };
  const thing = draftThing(draftId);
  const shut = (await readersOf(tx, thing, actor.day)).some(
    (one) => one.ground === 'interest' && one.personId === personId,
  );
  if (shut) return { kind: 'shut-already', personName: person.name };
  const result = await judgeThing(tx, actor, 'interest', {
    personId,
    thing,
    from: actor.day,
    until: null,
    reason,
  });
  switch (result.kind) {
    case 'recorded':
      return { kind: 'shut', personName: person.name, self: personId === actor.personId };
    case 'no-such-person':
      return result;
    case 'ends-before-it-begins':
      throw new Error('It has no end, and yet ends before it begins');
  }
}
