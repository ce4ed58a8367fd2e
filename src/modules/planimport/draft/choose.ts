import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Choice } from './apply-choices.rule.ts';
import { subjectInWords } from './subject-in-words.rule.ts';
import { importChoiceMade, importChoicesMade } from '../events.ts';
import { importDraft } from './draft.read.ts';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { lockOpenDraft } from './lock-open-draft.write.ts';

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
  const draft = await lockOpenDraft(tx, draftId);
  if (draft.kind !== 'open') return draft;
  await insertRows(
    tx,
    'planimport.choice',
    choices.map(({ subject, choice, correction }) => ({
      draft_id: draftId,
      subject,
      choice,
      correction: correction === null ? null : JSON.stringify(correction),
    })),
  );
  for (const event of await eventsOf(tx, draftId, choices)) await recordEvent(tx, actor, event);
  return { kind: 'chosen' };
}

/** As many as a person decides on one page, each for its own reason. */
const ONE_BY_ONE = 25;

async function eventsOf(tx: Tx, draftId: string, choices: readonly Choice[]) {
  if (choices.length > ONE_BY_ONE) return [importChoicesMade(draftId, countsOf(choices))];
  const draft = await importDraft(tx, draftId);
  return choices.map(({ subject, choice }) =>
    importChoiceMade(draftId, {
      place: draft === null ? subject : subjectInWords(draft.reading, subject),
      choice,
    }),
  );
}

function countsOf(choices: readonly Choice[]): Record<Choice['choice'], number> {
  const counts = { accept: 0, correct: 0, drop: 0 };
  for (const { choice } of choices) counts[choice] += 1;
  return counts;
}
