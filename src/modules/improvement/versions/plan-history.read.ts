import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { PlanReading } from '../plan/plan-reading.shape.ts';

export interface VersionInHistory {
  readonly number: number;
  readonly inForceFrom: PlainDay;
  readonly acceptedAt: Date;
  readonly acceptedBy: string;
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly actions: number;
  readonly milestones: number;
  readonly requirements: number;
  readonly oddities: number;
}

/** Every version of a plan, the latest first. */
export async function planHistory(db: Db, planId: number): Promise<readonly VersionInHistory[]> {
  const { rows } = await sql<VersionInHistory>`
    select version.number, version.in_force_from as "inForceFrom", version.accepted_at as "acceptedAt",
      version.accepted_by as "acceptedBy", version.source_name as "sourceName",
      version.source_sha256 as "sourceSha256",
      (select count(*) from improvement.action where version_id = version.id) as actions,
      (select count(*) from improvement.milestone where version_id = version.id) as milestones,
      (select count(*) from improvement.requirement where version_id = version.id) as requirements,
      (select count(*) from improvement.oddity where version_id = version.id) as oddities
    from improvement.plan_version as version
    where version.plan_id = ${planId} order by version.number desc`.execute(db);
  return rows;
}

/** The reading a version was stored from, as it was accepted; null where the plan has no such version. */
export async function acceptedReading(db: Db, planId: number, number: number): Promise<PlanReading | null> {
  const row = await db
    .selectFrom('improvement.plan_version')
    .select('reading')
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : PlanReading.parse(row.reading);
}
