import { LRUCache } from 'lru-cache';
import type { Db } from '../../../platform/db/index.ts';

/** A council opens a few plans at once; eight versions keep memory small even for plans a hundred times Kent's. */
const VERSIONS_KEPT = 8;

/**
 * A question about an accepted version, asked of the database once and kept: a version is never changed, so the
 * answer cannot go stale. Kept per database, so that two of them in one process never mix.
 */
export function keepPerVersion<Answer extends object>(
  ask: (db: Db, versionId: number) => Promise<Answer>,
): (db: Db, versionId: number) => Promise<Answer> {
  const keptFor = new WeakMap<Db, LRUCache<number, Promise<Answer>>>();
  return async (db, versionId) => {
    const kept = keptFor.get(db) ?? new LRUCache<number, Promise<Answer>>({ max: VERSIONS_KEPT });
    keptFor.set(db, kept);
    const known = kept.get(versionId);
    if (known !== undefined) return known;
    const asked = ask(db, versionId);
    kept.set(versionId, asked);
    // A question that failed is not an answer: the next reader asks again.
    asked.catch(() => kept.delete(versionId));
    return asked;
  };
}
