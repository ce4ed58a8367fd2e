import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { ListFilter } from './list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface RequirementRow {
  readonly ref: string;
  readonly text: string;
  readonly setCode: string;
  readonly setTitle: string;
  readonly section: string | null;
  readonly deadline: string | null;
  /** How many quantities it sets. */
  readonly targets: number;
  readonly actions: number;
  /** How many different leads answer for those actions. */
  readonly leads: number;
}

/** A set with how much of the whole of it is carried, however the list is narrowed. */
export interface RequirementSetTotals {
  readonly code: string;
  readonly title: string;
  readonly requirements: number;
  readonly carried: number;
}

export interface ListedRequirements {
  readonly rows: readonly RequirementRow[];
  /** Those of which some row is listed, in the plan's order. */
  readonly sets: readonly RequirementSetTotals[];
}

/** Requirements, narrowed, each with how many actions carry it and how many people answer for them. */
export async function listRequirements(
  db: Db,
  plan: PlanInForce,
  filter: Pick<ListFilter, 'set' | 'coverage' | 'text'> = {},
): Promise<ListedRequirements> {
  const { rows } = await sql<RequirementRow>`
    select requirement.ref, requirement.text, requirement.set_code as "setCode", requirement_set.title as "setTitle",
      requirement.section, requirement.deadline,
      (select count(*) from improvement.requirement_target
        where requirement_target.version_id = requirement.version_id
          and requirement_target.requirement_ref = requirement.ref) as targets,
      carried.actions, carried.leads
    from improvement.requirement
    join improvement.requirement_set
      on requirement_set.version_id = requirement.version_id and requirement_set.code = requirement.set_code
    cross join lateral (
      select count(distinct carries.action_ref) as actions, count(distinct milestone_lead.lead_slug) as leads
      from improvement.carries
      left join improvement.milestone_lead on milestone_lead.version_id = carries.version_id
        and milestone_lead.action_ref = carries.action_ref
      where carries.version_id = requirement.version_id and carries.requirement_ref = requirement.ref
    ) as carried
    where requirement.version_id = ${plan.versionId}
    order by requirement_set.position, requirement.position`.execute(db);
  const words = filter.text?.toLowerCase() ?? '';
  const listed = rows.filter(
    (row) =>
      (filter.set === undefined || row.setCode === filter.set) &&
      (filter.coverage === undefined ||
        (filter.coverage === 'none' ? row.actions === 0 : row.actions === 1)) &&
      (words === '' || `${row.ref} ${row.text}`.toLowerCase().includes(words)),
  );
  return { rows: listed, sets: setTotals(rows, new Set(listed.map((row) => row.setCode))) };
}

function setTotals(
  rows: readonly RequirementRow[],
  listed: ReadonlySet<string>,
): readonly RequirementSetTotals[] {
  const sets = new Map<string, RequirementSetTotals>();
  for (const { setCode: code, setTitle: title, actions } of rows) {
    const { requirements, carried } = sets.get(code) ?? { requirements: 0, carried: 0 };
    sets.set(code, {
      code,
      title,
      requirements: requirements + 1,
      carried: carried + (actions > 0 ? 1 : 0),
    });
  }
  return [...sets.values()].filter(({ code }) => listed.has(code));
}
