import type { Db, Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { askersNow, type JudgementOfThing, peopleWhoSignIn, readersOf } from '../../access/index.ts';
import { draftThing, groundsToReadDraft, mayChangeDraft, mayReadDraft } from '../permissions.ts';

/** Somebody who may see a draft. */
export interface DraftReader {
  readonly personId: number;
  readonly name: string;
  /** Phrases, such as "programme manager since 1 March 2026". */
  readonly grounds: readonly string[];
  readonly mayChange: boolean;
}

export interface DraftReaders {
  /** Who may see it at this moment. */
  readonly now: readonly (DraftReader & {
    /** Whether they can sign in at all. */ readonly signsIn: boolean;
  })[];
  readonly needToKnow: readonly JudgementOfThing[];
  readonly interests: readonly JudgementOfThing[];
  /** To choose one from. */
  readonly people: readonly { readonly id: number; readonly name: string }[];
}

/** Who may see a draft today and on which ground, who is shut out of it, and who could be either. */
export async function draftReaders(db: Db | Tx, draftId: string, today: PlainDay): Promise<DraftReaders> {
  const judgements = await readersOf(db, draftThing(draftId), today);
  const people = await peopleWhoSignIn(db, today);
  const signsIn = new Set(people.map(({ id }) => id));
  const askers = await askersNow(db, today);
  return {
    now: askers
      .filter((asker) => mayReadDraft(asker, draftId))
      .map((asker) => ({
        personId: asker.personId,
        name: asker.name,
        grounds: groundsToReadDraft(asker, draftId),
        mayChange: mayChangeDraft(asker, draftId),
        signsIn: signsIn.has(asker.personId),
      })),
    needToKnow: judgements.filter(({ ground }) => ground === 'need-to-know'),
    interests: judgements.filter(({ ground }) => ground === 'interest'),
    people,
  };
}
