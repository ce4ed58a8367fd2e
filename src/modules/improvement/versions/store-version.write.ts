import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlanReading } from '../plan/plan-reading.shape.ts';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { storeLeads, type VersionToStore } from './store-leads.write.ts';
import { storePlanLine } from './store-plan-line.write.ts';
import { storeRequirements } from './store-requirements.write.ts';

/**
 * Writes the rows of a new version. References are unique by now (`withUniqueRefs`); the caller holds the plan's lock
 * and has written the version itself.
 */
export async function storeVersion(tx: Tx, version: VersionToStore, reading: PlanReading): Promise<void> {
  await storeRequirements(tx, version.versionId, reading);
  const slugs = await storeLeads(tx, version, reading);
  await storePlanLine(tx, version.versionId, reading, slugs);
  await insertRows(
    tx,
    'improvement.oddity',
    reading.problems.map((problem, index) => ({
      version_id: version.versionId,
      ordinal: index + 1,
      kind: problem.kind,
      ref: problem.ref,
      place: problem.where,
      message: problem.message,
      proposal: problem.proposal,
      source: JSON.stringify(problem.source),
    })),
  );
  // The planner knows nothing of tables just filled until autovacuum comes by, and joins them badly until then.
  await sql`analyze improvement.requirement, improvement.outcome, improvement.action, improvement.milestone,
    improvement.measure, improvement.lead, improvement.milestone_lead, improvement.carries,
    improvement.cross_reference, improvement.oddity`.execute(tx);
}
