import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { Source } from '../reading/plan-reading.ts';
import { EVERYTHING } from './list-filter.ts';
import { type ActionRow, listActions } from './list-actions.ts';
import type { PlanInForce } from './plan-in-force.ts';

export interface TargetRow {
  readonly measure: string;
  readonly comparator: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly against: string | null;
  readonly dueBy: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly periodAsPrinted: string | null;
  readonly baselineValue: number | null;
  readonly baselineUnit: string | null;
  readonly baselineWhen: string | null;
  readonly thereafter: string | null;
}

export interface RequirementPage {
  readonly ref: string;
  readonly text: string;
  readonly setCode: string;
  readonly setTitle: string;
  readonly section: string | null;
  readonly deadline: string | null;
  readonly source: Source;
  readonly targets: readonly TargetRow[];
  readonly actions: readonly (ActionRow & { readonly through: 'action' | 'outcome' })[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** A requirement, the quantities it sets and the actions that carry it; null where the plan has none by that name. */
export async function requirementPage(
  db: Db,
  plan: PlanInForce,
  ref: string,
): Promise<RequirementPage | null> {
  const { rows } = await sql<Omit<RequirementPage, 'actions' | 'targets'>>`
    select requirement.ref, requirement.text, requirement.set_code as "setCode", requirement_set.title as "setTitle",
      requirement.section, requirement.deadline, requirement.source,
      (select before.ref from improvement.requirement as before where before.version_id = requirement.version_id
        and before.position < requirement.position order by before.position desc limit 1) as previous,
      (select after.ref from improvement.requirement as after where after.version_id = requirement.version_id
        and after.position > requirement.position order by after.position limit 1) as next
    from improvement.requirement
    join improvement.requirement_set
      on requirement_set.version_id = requirement.version_id and requirement_set.code = requirement.set_code
    where requirement.version_id = ${plan.versionId} and requirement.ref = ${ref}`.execute(db);
  const [requirement] = rows;
  if (requirement === undefined) return null;
  const [targets, actions, through] = await Promise.all([
    targetsOf(db, plan.versionId, ref),
    listActions(db, plan, { requirement: ref }, EVERYTHING),
    throughOf(db, plan.versionId, ref),
  ]);
  return {
    ...requirement,
    targets,
    actions: actions.rows.map((action) => ({ ...action, through: through.get(action.ref) ?? 'action' })),
  };
}

async function targetsOf(db: Db, versionId: number, ref: string): Promise<TargetRow[]> {
  return db
    .selectFrom('improvement.requirement_target')
    .select([
      'measure',
      'comparator',
      'value',
      'unit',
      'against',
      'due_by as dueBy',
      'period_start as periodStart',
      'period_end as periodEnd',
      'period_as_printed as periodAsPrinted',
      'baseline_value as baselineValue',
      'baseline_unit as baselineUnit',
      'baseline_when as baselineWhen',
      'thereafter',
    ])
    .where('version_id', '=', versionId)
    .where('requirement_ref', '=', ref)
    .orderBy('ordinal')
    .execute();
}

async function throughOf(
  db: Db,
  versionId: number,
  ref: string,
): Promise<ReadonlyMap<string, 'action' | 'outcome'>> {
  const rows = await db
    .selectFrom('improvement.carries')
    .select(['action_ref', 'through'])
    .where('version_id', '=', versionId)
    .where('requirement_ref', '=', ref)
    .execute();
  return new Map(rows.map((row) => [row.action_ref, row.through as 'action' | 'outcome']));
}
