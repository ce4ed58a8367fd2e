import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { withUniqueRefs } from '../domain/unique-refs.ts';
import { columnsChosen } from '../events.ts';
import { draftDocument, isDraftId } from '../queries/import-draft.ts';
import { readPlanApart } from '../read-plan-apart.ts';
import type { Column } from '../reading/plan-reading.ts';

export type ChooseColumns =
  | { kind: 'read-again'; draftId: string }
  | { kind: 'nothing-to-read-again' }
  /** It took too long or too much memory; the draft is as it was. */
  | { kind: 'unreadable'; sentence: string }
  | { kind: 'already-ended' }
  | { kind: 'no-such-draft' };

/**
 * Reads the file of a draft again with other meanings for its columns. What was decided row by row is let go, since
 * the rows are no longer the same; the person is told so before they ask.
 */
export async function chooseColumns(
  tx: Tx,
  actor: Actor,
  draftId: string,
  columns: Readonly<Record<string, Column['role']>>,
): Promise<ChooseColumns> {
  if (!isDraftId(draftId)) return { kind: 'no-such-draft' };
  const draft = await tx
    .selectFrom('improvement.import_draft')
    .select('ended')
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst();
  if (draft === undefined) return { kind: 'no-such-draft' };
  if (draft.ended !== null) return { kind: 'already-ended' };
  const document = await draftDocument(tx, draftId);
  if (document === null) return { kind: 'nothing-to-read-again' };
  const read = await readPlanApart({ document, columns });
  if (read.kind === 'unreadable') return read;
  const reading = withUniqueRefs(read.reading);
  await tx
    .updateTable('improvement.import_draft')
    .set({ columns: JSON.stringify(columns), reading: JSON.stringify(reading) })
    .where('id', '=', draftId)
    .execute();
  await tx.deleteFrom('improvement.import_choice').where('draft_id', '=', draftId).execute();
  await recordEvent(tx, actor, columnsChosen(draftId, { columns }));
  return { kind: 'read-again', draftId };
}
