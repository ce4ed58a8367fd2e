import type { Actor } from '../modules/audit/index.ts';
import {
  acceptPlan,
  type AcceptPlan,
  type ImportToStart,
  type PlanToAccept,
  startImport,
} from '../modules/planimport/index.ts';
import type { Db } from '../platform/db/index.ts';

/**
 * Brings a file in and accepts it at once, with nobody looking. Where it cannot be accepted nothing is left behind: no
 * draft that nobody asked for, and no event in the trail.
 */
export async function acceptFile(
  db: Db,
  actor: Actor,
  file: ImportToStart,
  accept: Omit<PlanToAccept, 'draftId' | 'comparedWith'>,
): Promise<AcceptPlan> {
  try {
    return await db.transaction().execute(async (tx) => {
      const { draftId } = await startImport(tx, actor, file);
      const result = await acceptPlan(tx, actor, { ...accept, draftId, comparedWith: 'whichever' });
      if (result.kind !== 'accepted' && result.kind !== 'nothing-changed') throw new NotAccepted(result);
      return result;
    });
  } catch (error) {
    if (error instanceof NotAccepted) return error.result;
    throw error;
  }
}

/** Thrown so that the transaction is rolled back; never leaves this file. */
class NotAccepted extends Error {
  readonly result: AcceptPlan;

  constructor(result: AcceptPlan) {
    super(result.kind);
    this.result = result;
  }
}
