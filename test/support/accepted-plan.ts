import {
  acceptPlan,
  type AcceptPlan,
  type PlanToAccept,
} from '../../src/modules/planimport/acceptance/accept-plan.ts';
import { startImport } from '../../src/modules/planimport/start/start-import.ts';
import { choose } from '../../src/modules/planimport/draft/choose.ts';
import type { Choice } from '../../src/modules/planimport/draft/apply-choices.rule.ts';
import type { PlanReading } from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { type PlainDay, plainDay } from '../../src/platform/time/plain-day.ts';

export interface PlanAsAccepted {
  /** A title, of which there is no plan yet, or a plan by its name in addresses. */
  readonly plan: PlanToAccept['plan'] | string;
  readonly inForceFrom?: PlainDay;
  readonly opensOn?: PlainDay | null;
  /** The file it was read from; two of one name are the same file. */
  readonly fileName?: string;
  /** What somebody decided about the reading before they accepted it. */
  readonly choices?: readonly Choice[];
  readonly comparedWith?: PlanToAccept['comparedWith'];
}

type Accepted = Extract<AcceptPlan, { kind: 'accepted' }>;

/** Brings a reading in and accepts it, as somebody at the pages would, for tests of what is done with a plan in force. */
export async function acceptedPlan(
  db: Db,
  reading: PlanReading,
  { plan, choices = [], ...given }: PlanAsAccepted,
): Promise<Accepted> {
  const actor = { kind: 'operator', name: 'Test' } as const;
  const named = typeof plan === 'string' ? { newTitle: plan, programme: plan } : plan;
  const fileName = given.fileName ?? `${'slug' in named ? named.slug : named.newTitle}.txt`;
  const result = await db.transaction().execute(async (tx) => {
    const file = { fileName, fileSha256: fileName, document: null, columns: {}, reading };
    const { draftId } = await startImport(tx, actor, file);
    if (choices.length > 0) await choose(tx, actor, draftId, choices);
    return acceptPlan(tx, actor, {
      draftId,
      plan: named,
      inForceFrom: given.inForceFrom ?? plainDay(2026, 5, 1),
      opensOn: given.opensOn ?? null,
      comparedWith: given.comparedWith ?? null,
    });
  });
  if (result.kind !== 'accepted') throw new Error(`The plan was not accepted: ${result.kind}`);
  return result;
}
