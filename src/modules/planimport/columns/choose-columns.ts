import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { countsOfDraft } from '../draft/counts-of-draft.rule.ts';
import { withUniqueRefs } from '../draft/with-unique-refs.rule.ts';
import { columnsChosen } from '../events.ts';
import type { Column, PlanReading } from '../../improvement/index.ts';
import { lockOpenDraft } from '../draft/lock-open-draft.write.ts';

export type ChooseColumns = { kind: 'read-again' } | { kind: 'already-ended' } | { kind: 'no-such-draft' };

/** What the columns of a draft's file hold, and what the file says when they are read so. */
export interface ColumnsToChoose {
  readonly columns: Readonly<Record<string, Column['role']>>;
  /** Read before the transaction: reading takes seconds, which no connection should be held for. */
  readonly reading: PlanReading;
}

/**
 * Gives a draft the reading of its file under other meanings for its columns. What was decided row by row is let go,
 * since the rows are no longer the same; the person is told so before they ask.
 */
export async function chooseColumns(
  tx: Tx,
  actor: Actor,
  draftId: string,
  chosen: ColumnsToChoose,
): Promise<ChooseColumns> {
  const draft = await lockOpenDraft(tx, draftId);
  if (draft.kind !== 'open') return draft;
  const { columns } = chosen;
  const reading = withUniqueRefs(chosen.reading);
  await tx
    .updateTable('planimport.draft')
    .set({
      columns: JSON.stringify(columns),
      reading: JSON.stringify(reading),
      ...countsOfDraft(reading),
    })
    .where('id', '=', draftId)
    .execute();
  await tx.deleteFrom('planimport.choice').where('draft_id', '=', draftId).execute();
  await recordEvent(tx, actor, columnsChosen(draftId, { columns: Object.values(columns) }));
  return { kind: 'read-again' };
}
