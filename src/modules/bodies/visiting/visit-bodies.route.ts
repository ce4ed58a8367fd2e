import type { Db, Tx } from '../../../platform/db/index.ts';
import { readAsAt } from '../../../platform/web/as-at.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { actFor, type Asker, askerOf } from '../../identity/index.ts';
import { mayKeepBodies } from '../permissions.ts';
import { recordOpensOn } from './record-opens-on.read.ts';

/** What every page of bodies is made with: the record as whoever asks may know it, and the day it is read as at. */
export interface BodiesView {
  readonly tx: Tx;
  readonly frame: Frame;
  readonly day: PlainDay;
  readonly asker: Asker;
  readonly mayKeep: boolean;
}

/**
 * Reads in one transaction for whoever asks, in which a body they may not know of is not there. What takes long beside the
 * reading, such as drawing, is done with the result, after the transaction: it would hold its connection.
 */
export function visitBodies<Params, Result>(
  db: Db,
  visit: Visit<Params>,
  show: (view: BodiesView) => Promise<Result>,
): Promise<Result> {
  const asker = askerOf(visit);
  return actFor(db, asker, async (tx) => {
    const opensOn = await recordOpensOn(tx, visit.today);
    const asAt = opensOn === undefined ? visit.frame.asAt : readAsAt(visit.query, visit.today, opensOn);
    return show({
      tx,
      frame: { ...visit.frame, asAt },
      day: asAt.day,
      asker,
      mayKeep: mayKeepBodies(asker),
    });
  });
}
