import type { Db } from '../../../platform/db/index.ts';

/** Numbers of bodies by their names in addresses, of those that may be known to whoever asks. */
export async function bodiesBySlug(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('bodies.body').select(['id', 'slug']).execute();
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}
