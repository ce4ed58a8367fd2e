import type { Version, PlanVersions, PlanInForce, PlanNotYet } from './plan-in-force.shape.ts';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

/** A plan and its versions, or null where there is none by that name. */
export async function planVersions(db: Db, slug: string): Promise<PlanVersions | null> {
  const rows = await db
    .selectFrom('improvement.plan as plan')
    .innerJoin('improvement.programme as programme', 'programme.id', 'plan.programme_id')
    .innerJoin('improvement.plan_version as version', 'version.plan_id', 'plan.id')
    .select([
      'plan.id as planId',
      'plan.title',
      'plan.opens_on as opensOn',
      'programme.title as programme',
      'version.id',
      'version.number',
      'version.in_force_from as inForceFrom',
      'version.source_name as sourceName',
    ])
    .where('plan.slug', '=', slug)
    .orderBy('version.in_force_from', 'desc')
    .orderBy('version.number', 'desc')
    .execute();
  const [first, ...rest] = rows;
  if (first === undefined) return null;
  const versionOf = (row: typeof first): Version => ({
    id: row.id,
    number: row.number,
    inForceFrom: row.inForceFrom as PlainDay,
    sourceName: row.sourceName,
  });
  return {
    planId: first.planId,
    slug,
    title: first.title,
    programme: first.programme,
    opensOn: first.opensOn as PlainDay | null,
    versions: [versionOf(first), ...rest.map(versionOf)],
  };
}

/** The version that is the plan on a day: the one whose own day came last and is not after it. */
export function inForceOn(plan: PlanVersions, on: PlainDay): PlanInForce | PlanNotYet {
  const { slug, title } = plan;
  const current = plan.versions.find((version) => version.inForceFrom <= on);
  if (current === undefined) {
    const [latest] = plan.versions;
    return { kind: 'not-yet', slug, title, on, firstDay: (plan.versions.at(-1) ?? latest).inForceFrom };
  }
  return {
    kind: 'in-force',
    planId: plan.planId,
    slug,
    title,
    programme: plan.programme,
    versionId: current.id,
    version: current.number,
    inForceFrom: current.inForceFrom,
    sourceName: current.sourceName,
    on,
  };
}
