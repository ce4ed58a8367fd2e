import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { OddityRow } from '../rows/oddity-row.shape.ts';
import type { Listed, ListFilter, Page } from '../rows/list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

/** Everything the reading found odd in the source of a version, in its order, perhaps of one kind only. */
export async function listOddities(
  db: Db,
  plan: PlanInForce,
  filter: Pick<ListFilter, 'kind' | 'text'>,
  page: Page,
): Promise<Listed<OddityRow>> {
  const like = `%${(filter.text ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const from = sql`improvement.oddity where version_id = ${plan.versionId}
    and (${filter.kind ?? null}::text is null or kind = ${filter.kind ?? null})
    and (place ilike ${like} or message ilike ${like})`;
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*) as total from ${from}`.execute(db),
    sql<OddityRow>`select kind, ref, place, message, proposal from ${from}
      order by ordinal limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(db),
  ]);
  return { total: counted[0]?.total ?? 0, rows };
}

/** How many oddities there are of each kind, most first. */
export async function oddityKinds(
  db: Db,
  plan: PlanInForce,
): Promise<readonly { readonly kind: string; readonly count: number }[]> {
  const { rows } = await sql<{ kind: string; count: number }>`select kind, count(*) as count
    from improvement.oddity where version_id = ${plan.versionId} group by kind order by count(*) desc, kind`.execute(
    db,
  );
  return rows;
}
