import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

export interface ListedPlan {
  readonly slug: string;
  readonly title: string;
  /** The day its first version is in force from. */
  readonly startsOn: PlainDay;
  /** The day its pages open at; null is today. */
  readonly opensOn: PlainDay | null;
}

/** Every plan that has a version, the one accepted last first. */
export async function listPlans(db: Db): Promise<readonly ListedPlan[]> {
  const rows = await db
    .selectFrom('improvement.plan as plan')
    .innerJoin('improvement.plan_version as version', 'version.plan_id', 'plan.id')
    .select((eb) => [
      'plan.slug',
      'plan.title',
      'plan.opens_on as opensOn',
      eb.fn.min('version.in_force_from').as('startsOn'),
    ])
    .groupBy(['plan.id', 'plan.slug', 'plan.title', 'plan.opens_on'])
    .orderBy((eb) => eb.fn.max('version.accepted_at'), 'desc')
    .orderBy('plan.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    startsOn: row.startsOn as PlainDay,
    opensOn: row.opensOn as PlainDay | null,
  }));
}
