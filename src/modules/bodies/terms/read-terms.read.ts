import type { Db } from '../../../platform/db/index.ts';
import type { Clause, Terms } from './terms.rule.ts';
import { push } from '../life/read-bodies.read.ts';
import { dayOf, saidOf } from '../sayings/said-columns.read.ts';

/** Every version of a body's terms of reference with its clauses, the first first. */
export async function readTerms(db: Db, bodyId: number): Promise<readonly Terms[]> {
  return (await readTermsOf(db, [bodyId])).get(bodyId) ?? [];
}

/** The same of several bodies. */
export async function readTermsOf(
  db: Db,
  bodyIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Terms[]>> {
  const found = new Map<number, Terms[]>();
  if (bodyIds.length === 0) return found;
  const rows = await db
    .selectFrom('bodies.terms')
    .selectAll()
    .where('body_id', 'in', bodyIds)
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .orderBy('version')
    .execute();
  const clauses = new Map<number, Clause[]>();
  if (rows.length > 0)
    for (const row of await db
      .selectFrom('bodies.clause')
      .selectAll()
      .where(
        'terms_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('position')
      .execute())
      push(clauses, row.terms_id, { number: row.number, text: row.text, place: row.place });
  for (const row of rows)
    push(found, row.body_id, {
      ...saidOf(row),
      id: row.id,
      version: row.version,
      title: row.title,
      inForceFrom: dayOf(row.in_force_from),
      until: dayOf(row.until),
      authority: row.authority,
      clauses: clauses.get(row.id) ?? [],
    });
  return found;
}
