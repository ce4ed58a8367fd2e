import type { Db, Tx } from '../../../platform/db/index.ts';
import type { SourceDocument } from '../../../platform/intake/source-document.ts';
import type { Choice } from '../domain/apply-choices.ts';
import { PlanReading } from '../reading/plan-reading.ts';

export interface ImportDraft {
  readonly id: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly reading: PlanReading;
  /** What was decided, oldest first: the newest about a subject counts. */
  readonly choices: readonly Choice[];
  readonly ended: 'accepted' | 'dropped' | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A draft as the review page shows it, or null where there is none by that number. */
export async function importDraft(db: Db | Tx, id: string): Promise<ImportDraft | null> {
  return readDraft(db, id, false);
}

/** The same draft, locked until the transaction ends: two acceptances of one draft come one after the other. */
export async function draftForChange(tx: Tx, id: string): Promise<ImportDraft | null> {
  return readDraft(tx, id, true);
}

/** What was in the file, for showing beside the reading and for reading again; null where a reading was brought in. */
export async function draftDocument(db: Db | Tx, id: string): Promise<SourceDocument | null> {
  if (!UUID.test(id)) return null;
  const row = await db
    .selectFrom('improvement.import_draft')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirst();
  return (row?.document ?? null) as SourceDocument | null;
}

async function readDraft(db: Db | Tx, id: string, lock: boolean): Promise<ImportDraft | null> {
  if (!UUID.test(id)) return null;
  const row = await db
    .selectFrom('improvement.import_draft')
    .select(['file_name', 'file_sha256', 'created_at', 'created_by', 'columns', 'reading', 'ended'])
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return null;
  const choices = await db
    .selectFrom('improvement.import_choice')
    .select(['subject', 'choice', 'correction'])
    .where('draft_id', '=', id)
    .orderBy('id')
    .execute();
  return {
    id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    createdAt: row.created_at,
    createdBy: row.created_by,
    columns: row.columns as Record<string, string>,
    reading: PlanReading.parse(row.reading),
    choices: choices as Choice[],
    ended: row.ended as 'accepted' | 'dropped' | null,
  };
}
