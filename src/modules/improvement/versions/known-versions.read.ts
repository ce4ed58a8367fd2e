import type { Db, Tx } from '../../../platform/db/index.ts';

/** A version by which plan it is of, for a link. */
export interface KnownVersion {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
}

/** The version with a number in the database, which there is. */
export function versionById(db: Db | Tx, versionId: number): Promise<KnownVersion> {
  return versions(db).where('version.id', '=', versionId).executeTakeFirstOrThrow();
}

/** The newest version that was read from this file, byte for byte. */
export async function versionOfFile(db: Db | Tx, fileSha256: string): Promise<KnownVersion | null> {
  const found = await versions(db)
    .where('version.source_sha256', '=', fileSha256)
    .orderBy('version.id', 'desc')
    .executeTakeFirst();
  return found ?? null;
}

function versions(db: Db | Tx) {
  return db
    .selectFrom('improvement.plan_version as version')
    .innerJoin('improvement.plan as plan', 'plan.id', 'version.plan_id')
    .select(['plan.slug', 'plan.title', 'version.number as version']);
}
