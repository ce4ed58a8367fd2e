import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Actor } from '../../audit/index.ts';
import type { Belongings } from './belongings.shape.ts';
import { readJoined } from '../same-person/read-joined.read.ts';
import { type Leaving, type PersonLeaves, personLeaves } from './leave.ts';

export type LeaveEverything =
  | Exclude<PersonLeaves, { kind: 'holds-nothing' }>
  /** Something they have cannot be let go yet, and why. Nothing was changed. */
  | { readonly kind: 'cannot-leave-yet'; readonly sentence: string };

/**
 * A person leaves in one step: their posts end and pass on, and whatever other modules tie to them ends as each says.
 * Those are asked first, so that one which refuses finds nothing changed.
 */
export async function leaveEverything(
  tx: Tx,
  actor: Actor,
  belongings: readonly Belongings[],
  leaving: Leaving & { readonly today: PlainDay },
): Promise<LeaveEverything> {
  const records = (await readJoined(tx)).recordsOf(leaving.personId);
  const { lastDay, today } = leaving;
  for (const { refuses } of belongings) {
    const sentence = await refuses(tx, { records });
    if (sentence !== null) return { kind: 'cannot-leave-yet', sentence };
  }
  const left = await personLeaves(tx, actor, leaving);
  if (left.kind !== 'left' && left.kind !== 'holds-nothing') return left;
  for (const { leave } of belongings) await leave(tx, actor, { records, lastDay, today });
  return left.kind === 'left' ? left : { kind: 'left', handedOn: 0, vacant: 0, notBegun: 0 };
}
