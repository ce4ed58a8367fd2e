import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { Source } from '../plan/plan-reading.shape.ts';
import { keepPerVersion } from '../plan/keep-per-version.read.ts';

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

export interface KeptRequirement {
  readonly ref: string;
  readonly text: string;
  readonly setCode: string;
  readonly setTitle: string;
  readonly section: string | null;
  readonly deadline: string | null;
  readonly source: Source;
  readonly targets: readonly TargetRow[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** Every requirement of a version by its reference, with what it sets and its neighbours. Asked once and kept. */
export const requirementsKept = keepPerVersion(
  async (db: Db, versionId: number): Promise<ReadonlyMap<string, KeptRequirement>> => {
    const [{ rows }, targets] = await Promise.all([
      sql<Omit<KeptRequirement, 'targets'>>`
        select requirement.ref, requirement.text, requirement.set_code as "setCode",
          requirement_set.title as "setTitle", requirement.section, requirement.deadline, requirement.source,
          lag(requirement.ref) over in_order as previous, lead(requirement.ref) over in_order as next
        from improvement.requirement
        join improvement.requirement_set
          on requirement_set.version_id = requirement.version_id and requirement_set.code = requirement.set_code
        where requirement.version_id = ${versionId}
        window in_order as (order by requirement.position)`.execute(db),
      targetsByRequirement(db, versionId),
    ]);
    return new Map(rows.map((row) => [row.ref, { ...row, targets: targets.get(row.ref) ?? [] }]));
  },
);

async function targetsByRequirement(
  db: Db,
  versionId: number,
): Promise<ReadonlyMap<string, readonly TargetRow[]>> {
  const rows = await db
    .selectFrom('improvement.requirement_target')
    .select([
      'requirement_ref',
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
    .orderBy('requirement_ref')
    .orderBy('ordinal')
    .execute();
  const targets = new Map<string, TargetRow[]>();
  for (const { requirement_ref: ref, ...target } of rows) {
    const known = targets.get(ref);
    if (known === undefined) targets.set(ref, [target]);
    else known.push(target);
  }
  return targets;
}
