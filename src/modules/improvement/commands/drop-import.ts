import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { importDropped } from '../events.ts';
import { isDraftId } from '../queries/import-draft.ts';

export type DropImport = { kind: 'dropped' } | { kind: 'already-ended' } | { kind: 'no-such-draft' };

/** Ends a draft without storing anything of it. */
export async function dropImport(tx: Tx, actor: Actor, draftId: string): Promise<DropImport> {
  if (!isDraftId(draftId)) return { kind: 'no-such-draft' };
  const draft = await tx
    .selectFrom('improvement.import_draft')
    .select(['ended', 'file_name'])
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst();
  if (draft === undefined) return { kind: 'no-such-draft' };
  if (draft.ended !== null) return { kind: 'already-ended' };
  await tx
    .updateTable('improvement.import_draft')
    .set({ ended: 'dropped' })
    .where('id', '=', draftId)
    .execute();
  await recordEvent(tx, actor, importDropped(draftId, { fileName: draft.file_name }));
  return { kind: 'dropped' };
}
