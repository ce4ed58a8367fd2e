import type { Db } from '../../../platform/db/index.ts';
import type { Provenance, Source } from '../plan/plan-reading.shape.ts';
import { type ActionPage, actionPage } from './action-page.query.ts';
import type { MilestoneRow } from '../rows/milestone-row.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface MilestonePage {
  readonly action: ActionPage;
  readonly milestone: MilestoneRow;
  readonly source: Source;
  readonly leadsAsPrinted: string;
  readonly leadsInherited: boolean;
  readonly statusAsPrinted: string | null;
  readonly periods: readonly { readonly start: string | null; readonly end: string | null }[];
  /** Each lead and measure with the words and place it was read from. */
  readonly provenance: readonly Provenance[];
}

/** One milestone of an action, with what is printed of it; null where there is none by that number. */
export async function milestonePage(
  db: Db,
  plan: PlanInForce,
  ref: string,
  ordinal: number,
): Promise<MilestonePage | null> {
  const action = await actionPage(db, plan, ref);
  const milestone = action?.rows.find((row) => row.ordinal === ordinal);
  if (action === null || milestone === undefined) return null;
  const stored = await db
    .selectFrom('improvement.milestone')
    .select(['source', 'leads_as_printed', 'leads_inherited', 'status_as_printed', 'periods', 'provenance'])
    .where('version_id', '=', plan.versionId)
    .where('action_ref', '=', ref)
    .where('ordinal', '=', ordinal)
    .executeTakeFirstOrThrow();
  return {
    action,
    milestone,
    source: stored.source as Source,
    leadsAsPrinted: stored.leads_as_printed,
    leadsInherited: stored.leads_inherited,
    statusAsPrinted: stored.status_as_printed,
    periods: stored.periods as unknown as MilestonePage['periods'],
    provenance: stored.provenance as unknown as readonly Provenance[],
  };
}
