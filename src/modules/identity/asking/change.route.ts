import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Answer } from '../../../platform/web/answer.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, askerOf } from './act-for.ts';
import type { Asker } from './asker.rule.ts';
import type { Permission } from './permission.rule.ts';
import { refuse } from './refuse.route.ts';

type Asks = Pick<Visit, 'asker' | 'today' | 'requestId'>;

/**
 * Changes the record in one transaction, for whom the sentence is true. An answer that throws leaves nothing behind.
 * The route has asked before; it is asked again here because a command may be reached from more than one route.
 */
export async function change(
  db: Db,
  visit: Asks,
  may: Permission,
  act: (tx: Tx, asker: Asker) => Promise<Answer>,
): Promise<Answer> {
  const asker = askerOf(visit);
  if (!may(asker)) return refuse(may);
  return actFor(db, asker, (tx) => act(tx, asker));
}

/** Shows a page to whom the sentence is true. */
export async function show(visit: Asks, may: Permission, act: () => Promise<Answer>): Promise<Answer> {
  return may(askerOf(visit)) ? act() : refuse(may);
}
