import type { Tx } from '../../../platform/db/index.ts';
import { isDraftId } from './draft.read.ts';

export type LockOpenDraft =
  | { kind: 'open'; fileName: string; columns: Readonly<Record<string, string>> }
  | { kind: 'already-ended' }
  | { kind: 'no-such-draft' };

/** Locks a draft until the transaction ends, so that changes of it come one after the other. */
export async function lockOpenDraft(tx: Tx, draftId: string): Promise<LockOpenDraft> {
  if (!isDraftId(draftId)) return { kind: 'no-such-draft' };
  const draft = await tx
    .selectFrom('planimport.draft')
    .select(['ended', 'file_name', 'columns'])
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst();
  if (draft === undefined) return { kind: 'no-such-draft' };
  if (draft.ended !== null) return { kind: 'already-ended' };
  return { kind: 'open', fileName: draft.file_name, columns: draft.columns as Record<string, string> };
}
