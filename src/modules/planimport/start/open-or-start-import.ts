import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../audit/index.ts';
import { draftsOfFile } from '../draft/drafts-of-file.read.ts';
import { type ImportToStart, startImport } from './start-import.ts';

export type OpenOrStartImport =
  | { kind: 'started'; draftId: string }
  /** The same file, byte for byte, is being looked at already. */
  | { kind: 'still-open'; draftId: string; createdAt: Date };

/** Opens the draft of a file that is being looked at already, or starts one. Two who bring in one file at once share it. */
export async function openOrStartImport(
  tx: Tx,
  actor: Actor,
  start: ImportToStart,
): Promise<OpenOrStartImport> {
  await sql`select pg_advisory_xact_lock(hashtext('planimport.draft'), hashtext(${start.fileSha256}))`.execute(
    tx,
  );
  const { openDraft } = await draftsOfFile(tx, start.fileSha256);
  if (openDraft !== null)
    return { kind: 'still-open', draftId: openDraft.id, createdAt: openDraft.createdAt };
  return { kind: 'started', ...(await startImport(tx, actor, start)) };
}
