import type { Db, Tx } from '../../../platform/db/index.ts';
import { type KnownVersion, versionOfFile } from '../../improvement/index.ts';

/** What became of a file that somebody brought in before: still looked at, or accepted as a version. */
export interface EarlierImport {
  /** The newest draft of the same file that is still open. */
  readonly openDraft: { readonly id: string; readonly createdAt: Date } | null;
  readonly acceptedAs: KnownVersion | null;
}

/** Whether the same file, byte for byte, was brought in before. */
export async function draftsOfFile(db: Db | Tx, fileSha256: string): Promise<EarlierImport> {
  const openDraft = await db
    .selectFrom('planimport.draft')
    .select(['id', 'created_at as createdAt'])
    .where('file_sha256', '=', fileSha256)
    .where('ended', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return { openDraft: openDraft ?? null, acceptedAs: await versionOfFile(db, fileSha256) };
}
