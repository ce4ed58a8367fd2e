import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { askersNow, judgeThing, peopleWhoSignIn, readersOf } from '../../access/index.ts';
import type { Asker } from '../../identity/index.ts';
import { draftThing, groundsToReadDraft, mayReadDraft } from '../permissions.ts';

export interface OpenDraftTo {
  readonly personId: number;
  readonly from: PlainDay;
  readonly until: PlainDay | null;
  readonly reason: string;
}

export type OpenedDraft =
  | { readonly kind: 'opened'; readonly personName: string }
  | { readonly kind: 'may-read-already'; readonly personName: string; readonly ground: string }
  | { readonly kind: 'shut-out'; readonly personName: string }
  /** From a day that is still to come. */
  | { readonly kind: 'to-be-opened-already'; readonly personName: string; readonly from: PlainDay }
  /** Nobody could have seen it then: what was recorded later opened nothing. */
  | { readonly kind: 'begins-in-the-past' }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'no-such-person' };

/** Opens a draft to one person who may sign in and needs to know of it. The draft is locked. */
export async function openDraftTo(
  tx: Tx,
  actor: Asker,
  draftId: string,
  { personId, from, until, reason }: OpenDraftTo,
): Promise<OpenedDraft> {
  if (from < actor.day) return { kind: 'begins-in-the-past' };
  if (until !== null && until < from) return { kind: 'ends-before-it-begins' };
  const person = (await peopleWhoSignIn(tx, actor.day)).find(({ id }) => id === personId);
  if (person === undefined) return { kind: 'no-such-person' };
  const thing = draftThing(draftId);
  const personName = person.name;
  const own = (await readersOf(tx, thing, actor.day)).filter((one) => one.personId === personId);
  if (own.some(({ ground }) => ground === 'interest')) return { kind: 'shut-out', personName };
  const asker = (await askersNow(tx, actor.day)).find((one) => one.personId === personId);
  if (asker !== undefined && mayReadDraft(asker, draftId)) {
    const [ground = ''] = groundsToReadDraft(asker, draftId);
    return { kind: 'may-read-already', personName, ground };
  }
  const [coming] = own;
  if (coming !== undefined) return { kind: 'to-be-opened-already', personName, from: coming.from };
  const result = await judgeThing(tx, actor, 'need-to-know', { personId, thing, from, until, reason });
  return result.kind === 'recorded' ? { kind: 'opened', personName } : result;
}
