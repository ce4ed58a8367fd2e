import type { Db } from '../../../platform/db/index.ts';
import { actionsCarrying } from '../rows/actions-carrying.read.ts';
import type { ActionRow } from '../rows/list-actions.read.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';
import { type KeptRequirement, requirementsKept } from './requirements-kept.read.ts';

export type { TargetRow } from './requirements-kept.read.ts';

export interface RequirementPage extends KeptRequirement {
  readonly actions: readonly (ActionRow & { readonly through: 'action' | 'outcome' })[];
}

/**
 * A requirement, the quantities it sets and the actions that carry it; null where the plan has none by that name.
 * Made from what is kept of the version, so that only the first reader of a version waits for the database.
 */
export async function requirementPage(
  db: Db,
  plan: PlanInForce,
  ref: string,
): Promise<RequirementPage | null> {
  const requirement = (await requirementsKept(db, plan.versionId)).get(ref);
  if (requirement === undefined) return null;
  return { ...requirement, actions: await actionsCarrying(db, plan, ref) };
}
