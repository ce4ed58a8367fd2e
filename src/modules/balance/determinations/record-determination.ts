import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Occasion, SharedOut } from './determination.rule.ts';
import { afterGiving } from './determination.rule.ts';
import { seatsShared } from '../events.ts';

export interface DeterminationToRecord {
  readonly determinedOn: PlainDay;
  readonly occasion: Occasion;
  readonly sharedOut: SharedOut;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly source: string;
  readonly statedOn: PlainDay;
}

export type RecordDetermination =
  | { readonly kind: 'recorded'; readonly id: number }
  /** Balance can be set aside only with nobody voting against (s.17(1)), so the count must be known and nought. */
  | { readonly kind: 'somebody-against' }
  | { readonly kind: 'votes-not-known' }
  /** A group gives up more seats of a body than it has. */
  | { readonly kind: 'gives-too-much'; readonly from: string; readonly body: string };

/** Records how the council shared seats out, as it determined it, with the whole table as it then was. */
export async function recordDetermination(
  tx: Tx,
  actor: Actor,
  one: DeterminationToRecord,
): Promise<RecordDetermination> {
  const { sharedOut } = one;
  if (sharedOut.setAside.length > 0) {
    if (one.votesAgainst === null) return { kind: 'votes-not-known' };
    if (one.votesAgainst > 0) return { kind: 'somebody-against' };
  }
  const filled = afterGiving(sharedOut);
  for (const { body, from } of sharedOut.given) {
    const row = sharedOut.bodies.findIndex(({ name }) => name === body);
    const column = sharedOut.parties.findIndex(({ name }) => name === from);
    if ((filled[row]?.[column] ?? -1) < 0) return { kind: 'gives-too-much', from, body };
  }
  const { id } = await tx
    .insertInto('balance.determination')
    .values({
      determined_on: one.determinedOn,
      occasion: one.occasion,
      shared_out: JSON.stringify(sharedOut),
      votes_for: one.votesFor,
      votes_against: one.votesAgainst,
      source: one.source,
      stated_on: one.statedOn,
      change: 'recorded',
      recorded_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(
    tx,
    actor,
    seatsShared(String(id), {
      day: one.determinedOn,
      bodies: sharedOut.bodies.length,
      seats: sharedOut.bodies.reduce((sum, { seats }) => sum + seats, 0),
    }),
  );
  return { kind: 'recorded', id };
}
