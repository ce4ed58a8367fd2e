import { type Asker, hasNeedToKnow, holdsOn, isExcluded, permission, type Thing } from '../identity/index.ts';
import { formatDay } from '../../platform/time/plain-day.ts';
import { mayChangePlans } from '../improvement/index.ts';

/** Who may do what with a plan that is not accepted yet. */

/** Open the address of a draft at all. Whether there is one for them is asked of each draft. */
export const mayAskForDrafts = permission(
  'has signed in, and may read the draft',
  ({ kind }) => kind === 'person',
);

/** A draft as the grounds of need to know and interest name it. */
export function draftThing(draftId: string): Thing {
  return { kind: 'import', ref: draftId };
}

/**
 * A plan that is not accepted yet is read by those who bring plans in and by those who need to know of this one, and by
 * nobody with an interest in it. The database says the same by itself: `migrations/0008_improvement_drafts.sql`.
 */
export function mayReadDraft(asker: Asker, draftId: string): boolean {
  const thing = draftThing(draftId);
  return !isExcluded(asker, thing) && (mayChangePlans(asker) || hasNeedToKnow(asker, thing));
}

/** Decide about a draft, accept it, drop it, or open it to somebody. */
export function mayChangeDraft(asker: Asker, draftId: string): boolean {
  return mayChangePlans(asker) && !isExcluded(asker, draftThing(draftId));
}

/** Each ground on which somebody may read a draft, as a phrase: "programme manager since 1 March 2026". */
export function groundsToReadDraft(asker: Asker, draftId: string): readonly string[] {
  const { kind, ref } = draftThing(draftId);
  return asker.grounds.flatMap((ground): string[] => {
    if (!holdsOn(ground, asker.day)) return [];
    if (ground.kind === 'role' && ground.role === 'programme-manager')
      return [`programme manager${throughPost(ground.throughPost)} since ${formatDay(ground.from)}`];
    return ground.kind === 'need-to-know' && ground.thing.kind === kind && ground.thing.ref === ref
      ? [`need to know since ${formatDay(ground.from)}`]
      : [];
  });
}

/** On which ground a draft is read, as the record of reading it says. */
export function whyMayReadDraft(asker: Asker, draftId: string): string {
  return groundsToReadDraft(asker, draftId)[0] ?? asker.kind;
}

function throughPost(title: string | null): string {
  return title === null ? '' : ` as ${title}`;
}
