import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Choice } from '../domain/apply-choices.ts';
import { importChoiceMade } from '../events.ts';

export type Choose = { kind: 'chosen' } | { kind: 'already-ended' } | { kind: 'no-such-draft' };

/** Writes down what a person decided about rows or problems of a draft. The newest decision about each one counts. */
export async function choose(
  tx: Tx,
  actor: Actor,
  draftId: string,
  choices: readonly Choice[],
): Promise<Choose> {
  const draft = await tx
    .selectFrom('improvement.import_draft')
    .select('ended')
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst();
  if (draft === undefined) return { kind: 'no-such-draft' };
  if (draft.ended !== null) return { kind: 'already-ended' };
  for (const { subject, choice, correction } of choices) {
    await tx
      .insertInto('improvement.import_choice')
      .values({
        draft_id: draftId,
        subject,
        choice,
        correction: correction === null ? null : JSON.stringify(correction),
      })
      .execute();
    await recordEvent(tx, actor, importChoiceMade(draftId, { subject, choice }));
  }
  return { kind: 'chosen' };
}
