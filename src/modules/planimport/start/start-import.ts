import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { withUniqueRefs } from '../draft/with-unique-refs.rule.ts';
import { countsOfDraft } from '../draft/counts-of-draft.rule.ts';
import { planRead } from '../events.ts';
import type { PlanReading } from '../../improvement/index.ts';

export interface ImportToStart {
  readonly fileName: string;
  readonly fileSha256: string;
  /** What stands in the file, a `SourceDocument` as JSON; null when a reading itself is brought in, as `--json` prints it. */
  readonly document: string | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly reading: PlanReading;
}

/** Keeps what was read from a file as a draft for a person to look at. Nothing of it is part of a plan yet. */
export async function startImport(tx: Tx, actor: Actor, start: ImportToStart): Promise<{ draftId: string }> {
  const reading = withUniqueRefs(start.reading);
  const counts = countsOfDraft(reading);
  const draft = await tx
    .insertInto('planimport.draft')
    .values({
      created_by: actor.name,
      file_name: start.fileName,
      file_sha256: start.fileSha256,
      document: start.document,
      columns: JSON.stringify(start.columns),
      reading: JSON.stringify(reading),
      ...counts,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(
    tx,
    actor,
    planRead(draft.id, {
      fileSha256: start.fileSha256,
      ...counts,
    }),
  );
  return { draftId: draft.id };
}
