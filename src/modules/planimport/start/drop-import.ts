import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { importDropped } from '../events.ts';
import { forgetDraft } from '../draft/draft.read.ts';
import type { PlanReading } from '../../improvement/index.ts';
import { lockOpenDraft } from '../draft/lock-open-draft.write.ts';

export type DropImport = { kind: 'dropped' } | { kind: 'already-ended' } | { kind: 'no-such-draft' };

/**
 * Ends a draft and lets go of all that was in it: the file's words, what was read of them and what was decided. Only that
 * a file was brought in and dropped is kept, and in the draft itself what it was called.
 */
export async function dropImport(tx: Tx, actor: Actor, draftId: string): Promise<DropImport> {
  const draft = await lockOpenDraft(tx, draftId);
  if (draft.kind !== 'open') return draft;
  await tx
    .updateTable('planimport.draft')
    .set({ ended: 'dropped', document: null, columns: '{}', reading: JSON.stringify(NOTHING_READ) })
    .where('id', '=', draftId)
    .execute();
  await tx.deleteFrom('planimport.choice').where('draft_id', '=', draftId).execute();
  await recordEvent(tx, actor, importDropped(draftId, {}));
  forgetDraft(draftId, draft.columns);
  return { kind: 'dropped' };
}

const NOTHING_READ: PlanReading = {
  title: null,
  priorities: [],
  requirementSets: [],
  people: [],
  columns: [],
  problems: [],
};
