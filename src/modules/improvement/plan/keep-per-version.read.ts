import type { Db } from '../../../platform/db/index.ts';
import { keepLatest, type Latest } from '../../../platform/keep-latest.ts';

/** A council opens a few plans at once; eight versions keep memory small even for plans a hundred times Kent's. */
const VERSIONS_KEPT = 8;

/**
 * A question about an accepted version, asked of the database once and kept: a version is never changed, so the
 * answer cannot go stale. Kept per database, so that two of them in one process never mix.
 */
export function keepPerVersion<Answer extends object>(
  ask: (db: Db, versionId: number) => Promise<Answer>,
): (db: Db, versionId: number) => Promise<Answer> {
  const keptFor = new WeakMap<Db, Latest<number, Answer>>();
  return async (db, versionId) => {
    const kept = keptFor.get(db) ?? keepLatest<number, Answer>(VERSIONS_KEPT);
    keptFor.set(db, kept);
    return kept.of(versionId, async () => ask(db, versionId));
  };
}
