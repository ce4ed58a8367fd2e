import { sql } from 'kysely';
import { keepPerVersion } from './keep-per-version.read.ts';
import type { Db } from '../../../platform/db/index.ts';
import type { KnownReferences, ReferenceKind } from './typed-references.rule.ts';

/** Every reference of a version, for making them links wherever they stand in its texts. */
export const knownReferences = keepPerVersion(async (db: Db, versionId: number): Promise<KnownReferences> => {
  const { rows } = await sql<{ ref: string; kind: ReferenceKind }>`
    select ref, 'requirement' as kind from improvement.requirement where version_id = ${versionId}
    union all select ref, 'outcome' from improvement.outcome where version_id = ${versionId}
    union all select ref, 'action' from improvement.action where version_id = ${versionId}`.execute(db);
  const kinds = new Map(rows.map((row) => [row.ref, row.kind]));
  const { rows: sets } = await sql<{ code: string }>`
    select code from improvement.requirement_set where version_id = ${versionId}`.execute(db);
  return { codes: sets.map(({ code }) => code), kindOf: (ref) => kinds.get(ref) ?? null };
});
