import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

export interface PlanInForce {
  readonly kind: 'in-force';
  readonly planId: number;
  readonly slug: string;
  readonly title: string;
  readonly programme: string;
  readonly versionId: number;
  readonly version: number;
  readonly inForceFrom: PlainDay;
  readonly sourceName: string;
  /** The day the pages are read as at. */
  readonly on: PlainDay;
  /** The day they would be read as at if the reader had named none. */
  readonly opensOn: PlainDay;
}

export type PlanOnDay =
  | PlanInForce
  | {
      readonly kind: 'not-yet';
      readonly slug: string;
      readonly title: string;
      readonly on: PlainDay;
      readonly opensOn: PlainDay;
      readonly firstDay: PlainDay;
    }
  | { readonly kind: 'no-such-plan' };

/**
 * The version of a plan in force on a day. Where the reader names no day, the plan's own opening day counts, and
 * where it has none, today.
 */
export async function planInForce(
  db: Db,
  slug: string,
  asked: PlainDay | null,
  today: PlainDay,
): Promise<PlanOnDay> {
  const versions = await db
    .selectFrom('improvement.plan as plan')
    .innerJoin('improvement.programme as programme', 'programme.id', 'plan.programme_id')
    .innerJoin('improvement.plan_version as version', 'version.plan_id', 'plan.id')
    .select([
      'plan.id as planId',
      'plan.title',
      'plan.opens_on',
      'programme.title as programme',
      'version.id as versionId',
      'version.number as version',
      'version.in_force_from',
      'version.source_name',
    ])
    .where('plan.slug', '=', slug)
    .orderBy('version.in_force_from', 'desc')
    .orderBy('version.number', 'desc')
    .execute();
  const earliest = versions.at(-1);
  if (earliest === undefined) return { kind: 'no-such-plan' };
  const opensOn = (earliest.opens_on ?? today) as PlainDay;
  const on = asked ?? opensOn;
  const current = versions.find((version) => version.in_force_from <= on);
  if (current === undefined) {
    const firstDay = earliest.in_force_from as PlainDay;
    return { kind: 'not-yet', slug, title: earliest.title, on, opensOn, firstDay };
  }
  return {
    kind: 'in-force',
    planId: current.planId,
    slug,
    title: current.title,
    programme: current.programme,
    versionId: current.versionId,
    version: current.version,
    inForceFrom: current.in_force_from as PlainDay,
    sourceName: current.source_name,
    on,
    opensOn,
  };
}
