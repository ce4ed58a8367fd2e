import type { Db, Tx } from '../../../platform/db/index.ts';

/** What became of a file that somebody brought in before: still looked at, or accepted as a version. */
export interface EarlierImport {
  /** The newest draft of the same file that is still open. */
  readonly openDraft: { readonly id: string; readonly createdAt: Date } | null;
  readonly acceptedAs: { readonly slug: string; readonly title: string; readonly version: number } | null;
}

/** Whether the same file, byte for byte, was brought in before. */
export async function draftsOfFile(db: Db | Tx, fileSha256: string): Promise<EarlierImport> {
  const openDraft = await db
    .selectFrom('improvement.import_draft')
    .select(['id', 'created_at as createdAt'])
    .where('file_sha256', '=', fileSha256)
    .where('ended', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  const accepted = await db
    .selectFrom('improvement.plan_version as version')
    .innerJoin('improvement.plan as plan', 'plan.id', 'version.plan_id')
    .select(['plan.slug', 'plan.title', 'version.number as version'])
    .where('version.source_sha256', '=', fileSha256)
    .orderBy('version.id', 'desc')
    .executeTakeFirst();
  return { openDraft: openDraft ?? null, acceptedAs: accepted ?? null };
}
