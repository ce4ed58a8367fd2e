import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { Source } from '../plan/plan-reading.shape.ts';
import { type ActionRow, listActions } from '../rows/list-actions.read.ts';
import { EVERYTHING } from '../rows/list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface OutcomePage {
  readonly ref: string;
  readonly text: string;
  readonly priority: number;
  readonly priorityTitle: string;
  readonly jointWith: readonly string[];
  readonly source: Source;
  readonly actions: readonly ActionRow[];
}

/** An outcome and the actions promised for it. */
export async function outcomePage(db: Db, plan: PlanInForce, ref: string): Promise<OutcomePage | null> {
  const { rows } = await sql<Omit<OutcomePage, 'actions'>>`
    select outcome.ref, outcome.text, outcome.priority_number as priority, priority.title as "priorityTitle",
      outcome.joint_with as "jointWith", outcome.source
    from improvement.outcome
    join improvement.priority on priority.version_id = outcome.version_id and priority.number = outcome.priority_number
    where outcome.version_id = ${plan.versionId} and outcome.ref = ${ref}`.execute(db);
  const [outcome] = rows;
  if (outcome === undefined) return null;
  const actions = await listActions(db, plan, { outcome: ref }, EVERYTHING);
  return { ...outcome, actions: actions.rows };
}
