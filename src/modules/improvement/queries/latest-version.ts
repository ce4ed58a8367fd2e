import type { Db, Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { PlanReading } from '../reading/plan-reading.ts';

/** The latest version of a plan, to compare a draft with. */
export interface LatestVersion {
  readonly slug: string;
  readonly title: string;
  readonly number: number;
  readonly inForceFrom: PlainDay;
  readonly reading: PlanReading;
}

/** The latest version of a plan with its reading, or null where there is no such plan. */
export async function latestVersion(db: Db | Tx, slug: string): Promise<LatestVersion | null> {
  const row = await db
    .selectFrom('improvement.plan as plan')
    .innerJoin('improvement.plan_version as version', 'version.plan_id', 'plan.id')
    .select(['plan.slug', 'plan.title', 'version.number', 'version.in_force_from', 'version.reading'])
    .where('plan.slug', '=', slug)
    .orderBy('version.number', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    slug: row.slug,
    title: row.title,
    number: row.number,
    inForceFrom: row.in_force_from as PlainDay,
    reading: PlanReading.parse(row.reading),
  };
}
