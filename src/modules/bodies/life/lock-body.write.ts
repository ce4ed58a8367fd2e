import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import { type BodyRecord, readBodies } from './read-bodies.read.ts';

export interface LockedBody extends BodyRecord {
  readonly name: string;
}

/**
 * The body of a name in addresses, locked so that changes of it come one after the other; null where there is none that whoever
 * asks may know of.
 */
export async function lockBody(tx: Tx, slug: string, day: PlainDay): Promise<LockedBody | null> {
  const locked = await tx
    .selectFrom('bodies.body')
    .select('id')
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  if (locked === undefined) return null;
  const [body] = await readBodies(tx, { slug });
  return body === undefined ? null : { ...body, name: nameOnDay(body.facts, day) };
}
