import type { Db } from '../../../platform/db/index.ts';

export interface ListedPlan {
  readonly slug: string;
  readonly title: string;
}

/** Every plan that has a version, the one accepted last first. */
export async function listPlans(db: Db): Promise<readonly ListedPlan[]> {
  return db
    .selectFrom('improvement.plan as plan')
    .innerJoin('improvement.plan_version as version', 'version.plan_id', 'plan.id')
    .select(['plan.slug', 'plan.title'])
    .groupBy(['plan.id', 'plan.slug', 'plan.title'])
    .orderBy((eb) => eb.fn.max('version.accepted_at'), 'desc')
    .orderBy('plan.id')
    .execute();
}
