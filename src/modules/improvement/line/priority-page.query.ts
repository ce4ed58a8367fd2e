import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { type ActionRow, listActions } from '../rows/list-actions.read.ts';
import type { NamedLead } from '../rows/named-lead.shape.ts';
import { EVERYTHING } from '../rows/list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface PriorityPage {
  readonly number: number;
  readonly title: string;
  readonly objectives: readonly string[];
  readonly accountable: readonly NamedLead[];
  readonly previous: number | null;
  readonly next: number | null;
  readonly outcomes: readonly {
    readonly ref: string;
    readonly text: string;
    readonly jointWith: readonly string[];
    readonly actions: readonly ActionRow[];
  }[];
}

/** A priority with its outcomes and their actions. */
export async function priorityPage(db: Db, plan: PlanInForce, number: number): Promise<PriorityPage | null> {
  const { rows } = await sql<{
    number: number;
    title: string;
    objectives: string[];
    accountable: NamedLead[];
    previous: number | null;
    next: number | null;
    outcomes: { ref: string; text: string; jointWith: string[] }[];
  }>`
    select priority.number, priority.title, priority.objectives,
      (select max(before.number) from improvement.priority as before
        where before.version_id = priority.version_id and before.number < priority.number) as previous,
      (select min(after.number) from improvement.priority as after
        where after.version_id = priority.version_id and after.number > priority.number) as next,
      coalesce((select json_agg(json_build_object('slug', lead.slug, 'name', lead.name) order by priority_lead.position)
        from improvement.priority_lead
        join improvement.lead on lead.version_id = priority_lead.version_id and lead.slug = priority_lead.lead_slug
        where priority_lead.version_id = priority.version_id
          and priority_lead.priority_number = priority.number), '[]') as accountable,
      coalesce((select json_agg(json_build_object('ref', outcome.ref, 'text', outcome.text,
          'jointWith', outcome.joint_with) order by outcome.position)
        from improvement.outcome
        where outcome.version_id = priority.version_id and outcome.priority_number = priority.number), '[]') as outcomes
    from improvement.priority
    where priority.version_id = ${plan.versionId} and priority.number = ${number}`.execute(db);
  const [priority] = rows;
  if (priority === undefined) return null;
  const actions = await listActions(db, plan, { priority: number }, EVERYTHING);
  return {
    ...priority,
    outcomes: priority.outcomes.map((outcome) => ({
      ...outcome,
      actions: actions.rows.filter((action) => action.outcomeRef === outcome.ref),
    })),
  };
}
