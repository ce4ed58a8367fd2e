import type { OddityRow } from '../rows/oddity-row.shape.ts';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { Source } from '../plan/plan-reading.shape.ts';
import { EVERYTHING } from '../rows/list-filter.shape.ts';
import { type ActionRow, listActions } from '../rows/list-actions.read.ts';
import { listMilestones } from '../rows/list-milestones.read.ts';
import type { MilestoneRow } from '../rows/milestone-row.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface LinkedThing {
  readonly ref: string;
  readonly text: string;
}

export interface ActionPage extends ActionRow {
  readonly source: Source;
  readonly textAsPrinted: string;
  readonly outcomeText: string;
  readonly priorityTitle: string;
  readonly carries: readonly (LinkedThing & { readonly through: 'action' | 'outcome' })[];
  /** What it is tagged with that the plan does not list as a requirement. */
  readonly unlistedTags: readonly string[];
  /** Whether whoever brought the plan in put right its words, tags, joint marks or links. */
  readonly putRight: boolean;
  readonly rows: readonly MilestoneRow[];
  /** Actions this one names; `text` is null where the plan has no such action. */
  readonly names: readonly { readonly ref: string; readonly text: string | null }[];
  readonly namedBy: readonly LinkedThing[];
  readonly oddities: readonly OddityRow[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** An action with its place on the line, both ways; null where the plan has none by that reference. */
export async function actionPage(db: Db, plan: PlanInForce, ref: string): Promise<ActionPage | null> {
  const { rows } = await sql<{
    source: Source;
    textAsPrinted: string;
    outcomeText: string;
    unlistedTags: string[];
    putRight: boolean;
    priorityTitle: string;
    previous: string | null;
    next: string | null;
    carries: ActionPage['carries'];
    names: ActionPage['names'];
    namedBy: ActionPage['namedBy'];
  }>`
    select action.source, action.text_as_printed as "textAsPrinted",
      action.unlisted_tags as "unlistedTags", action.put_right as "putRight", outcome.text as "outcomeText", priority.title as "priorityTitle",
      (select before.ref from improvement.action as before where before.version_id = action.version_id
        and before.position = action.position - 1) as previous,
      (select after.ref from improvement.action as after where after.version_id = action.version_id
        and after.position = action.position + 1) as next,
      coalesce((select json_agg(json_build_object('ref', requirement.ref, 'text', requirement.text,
          'through', carries.through) order by requirement.position)
        from improvement.carries
        join improvement.requirement on requirement.version_id = carries.version_id
          and requirement.ref = carries.requirement_ref
        where carries.version_id = action.version_id and carries.action_ref = action.ref), '[]') as carries,
      coalesce((select json_agg(json_build_object('ref', link.to_ref, 'text', target.text) order by target.position, link.to_ref)
        from improvement.cross_reference as link
        left join improvement.action as target on target.version_id = link.version_id and target.ref = link.to_ref
        where link.version_id = action.version_id and link.from_ref = action.ref), '[]') as names,
      coalesce((select json_agg(json_build_object('ref', origin.ref, 'text', origin.text) order by origin.position)
        from improvement.cross_reference as link
        join improvement.action as origin on origin.version_id = link.version_id and origin.ref = link.from_ref
        where link.version_id = action.version_id and link.to_ref = action.ref), '[]') as "namedBy"
    from improvement.action
    join improvement.outcome on outcome.version_id = action.version_id and outcome.ref = action.outcome_ref
    join improvement.priority on priority.version_id = outcome.version_id and priority.number = outcome.priority_number
    where action.version_id = ${plan.versionId} and action.ref = ${ref}`.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  const [actions, milestones, oddities] = await Promise.all([
    listActions(db, plan, { action: ref }, { number: 1, size: 1 }),
    milestonesOf(db, plan, ref),
    odditiesOf(db, plan, ref),
  ]);
  const [action] = actions.rows;
  return action === undefined ? null : { ...action, ...found, rows: milestones, oddities };
}

/** The rows of one action, in the plan's order. */
export async function milestonesOf(db: Db, plan: PlanInForce, ref: string): Promise<readonly MilestoneRow[]> {
  return (await listMilestones(db, plan, { action: ref }, EVERYTHING)).rows;
}

/** What the reading found odd about one thing of the plan. */
export async function odditiesOf(db: Db, plan: PlanInForce, ref: string): Promise<readonly OddityRow[]> {
  return db
    .selectFrom('improvement.oddity')
    .select(['kind', 'ref', 'place', 'message', 'proposal'])
    .where('version_id', '=', plan.versionId)
    .where('ref', '=', ref)
    .orderBy('ordinal')
    .execute();
}
