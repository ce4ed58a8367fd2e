import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Choice } from '../domain/apply-choices.ts';
import { importChoiceMade, importChoicesMade } from '../events.ts';
import { isDraftId } from '../queries/import-draft.ts';
import { insertRows } from './insert-rows.ts';

export type Choose = { kind: 'chosen' } | { kind: 'already-ended' } | { kind: 'no-such-draft' };

/**
 * Writes down what a person decided about rows or problems of a draft. The newest decision about each one counts. Many at
 * once (a thousand things taken as read) are one event in the trail: the decisions themselves say which.
 */
export async function choose(
  tx: Tx,
  actor: Actor,
  draftId: string,
  choices: readonly Choice[],
): Promise<Choose> {
  if (!isDraftId(draftId)) return { kind: 'no-such-draft' };
  const draft = await tx
    .selectFrom('improvement.import_draft')
    .select('ended')
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst();
  if (draft === undefined) return { kind: 'no-such-draft' };
  if (draft.ended !== null) return { kind: 'already-ended' };
  await insertRows(
    tx,
    'improvement.import_choice',
    choices.map(({ subject, choice, correction }) => ({
      draft_id: draftId,
      subject,
      choice,
      correction: correction === null ? null : JSON.stringify(correction),
    })),
  );
  const events =
    choices.length <= ONE_BY_ONE
      ? choices.map(({ subject, choice }) => importChoiceMade(draftId, { subject, choice }))
      : [importChoicesMade(draftId, countsOf(choices))];
  for (const event of events) await recordEvent(tx, actor, event);
  return { kind: 'chosen' };
}

/** As many as a person decides on one page, each for its own reason. */
const ONE_BY_ONE = 25;

function countsOf(choices: readonly Choice[]): Record<Choice['choice'], number> {
  const counts = { accept: 0, correct: 0, drop: 0 };
  for (const { choice } of choices) counts[choice] += 1;
  return counts;
}
