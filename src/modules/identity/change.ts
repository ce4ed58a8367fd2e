import type { Db, Tx } from '../../platform/db/index.ts';
import { type Answer, problem } from '../../platform/web/answer.ts';
import { notAllowed } from '../../platform/web/problem.ts';
import type { Visit } from '../../platform/web/visit.ts';
import type { Actor } from '../audit/index.ts';
import { actorOf } from './actor.ts';

/** Changes the record in one transaction, for whom the sentence is true. An answer that throws leaves nothing behind. */
export async function change(
  db: Db,
  visit: Pick<Visit, 'requestId'>,
  may: (actor: Actor) => boolean,
  act: (tx: Tx, actor: Actor) => Promise<Answer>,
): Promise<Answer> {
  const actor = actorOf(visit);
  if (!may(actor)) return problem(notAllowed);
  return db.transaction().execute((tx) => act(tx, actor));
}

/** Shows a page to whom the sentence is true. */
export async function show(
  visit: Pick<Visit, 'requestId'>,
  may: (actor: Actor) => boolean,
  act: () => Promise<Answer>,
): Promise<Answer> {
  return may(actorOf(visit)) ? act() : problem(notAllowed);
}

/** Sends the reader on with something to know, where nothing was done. */
export function goSaying(path: string, text: string): Answer {
  return { kind: 'go', path, notice: { text, kind: 'important' } };
}
