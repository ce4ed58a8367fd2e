import type { Db } from '../../../platform/db/index.ts';
import {
  coverageOf,
  EVERYTHING,
  knownReferences,
  listMilestones,
  listOddities,
  type PlanInForce,
  planLine,
  type PlanPaths,
} from '../../improvement/index.ts';
import { lineOfSight } from '../glance/glance.query.ts';
import { MILESTONES_PRINTED, type ReportMaterial } from './material/material.shape.ts';

/** Which plan is reported on, for whom, and with which addresses. */
export interface ReportedPlan {
  readonly plan: PlanInForce;
  /** As it stands at the head of a paper: "Kent County Council". */
  readonly council: string;
  readonly paths: PlanPaths;
}

/** Asks the database for everything a report of a plan is written from. */
export async function gatherReport(db: Db, { plan, council, paths }: ReportedPlan): Promise<ReportMaterial> {
  const [line, { breaks }, refs, oddities] = await Promise.all([
    planLine(db, plan.versionId),
    lineOfSight(db, plan.versionId, plan.on),
    knownReferences(db, plan.versionId),
    listOddities(db, plan, {}, EVERYTHING),
  ]);
  const milestones = line.actions.reduce((sum, action) => sum + action.milestones.length, 0);
  return {
    council,
    plan,
    line,
    coverage: coverageOf(line),
    breaks,
    milestones:
      milestones > MILESTONES_PRINTED ? null : (await listMilestones(db, plan, {}, EVERYTHING)).rows,
    oddities: oddities.rows,
    refs,
    paths,
  };
}
