import type { Tx } from '../../../platform/db/index.ts';
import type { PlanReading } from '../plan/plan-reading.shape.ts';
import { insertRows } from '../../../platform/db/insert-rows.ts';

/** Writes the requirement sets of a version, their requirements and the quantities they set. */
export async function storeRequirements(tx: Tx, version_id: number, reading: PlanReading): Promise<void> {
  await insertRows(
    tx,
    'improvement.requirement_set',
    reading.requirementSets.map(({ code, title }, position) => ({ version_id, code, title, position })),
  );
  const requirements = reading.requirementSets.flatMap((set) =>
    set.requirements.map((requirement) => ({ ...requirement, setCode: set.code })),
  );
  await insertRows(
    tx,
    'improvement.requirement',
    requirements.map((requirement, position) => ({
      version_id,
      ref: requirement.ref,
      set_code: requirement.setCode,
      number: requirement.number,
      position,
      text: requirement.text,
      section: requirement.section,
      deadline: requirement.deadline,
      source: JSON.stringify(requirement.source),
    })),
  );
  await insertRows(
    tx,
    'improvement.requirement_target',
    requirements.flatMap((requirement) =>
      requirement.targets.map((target, index) => ({
        version_id,
        requirement_ref: requirement.ref,
        ordinal: index + 1,
        measure: target.measure,
        comparator: target.comparator,
        value: target.value,
        unit: target.unit,
        against: target.against,
        due_by: target.by,
        period_start: target.period?.start ?? null,
        period_end: target.period?.end ?? null,
        period_as_printed: target.periodAsPrinted,
        thereafter: target.thereafter,
        baseline_value: target.baseline?.value ?? null,
        baseline_unit: target.baseline?.unit ?? null,
        baseline_when: target.baseline?.when ?? null,
      })),
    ),
  );
}
