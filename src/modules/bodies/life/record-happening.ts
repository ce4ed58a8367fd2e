import type { Tx } from '../../../platform/db/index.ts';
import { addDays, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Happening } from './happenings.shape.ts';
import { isThere, lifeOn } from './life.rule.ts';
import { bodyHappening } from '../events.ts';
import { lockBody } from './lock-body.write.ts';
import { type Entered, recordedBy, replaceRow } from '../sayings/write-change.write.ts';

export interface HappeningToRecord extends Entered {
  readonly slug: string;
  readonly kind: Happening;
  readonly day: PlainDay;
  /** The body it is merged into. */
  readonly into: string | null;
  readonly newName: string | null;
}

export type RecordHappening =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'no-such-body' }
  | { readonly kind: 'no-such-other' }
  | { readonly kind: 'itself' }
  /** It cannot end, be renamed or merged on a day on which it is not there. */
  | { readonly kind: 'not-there'; readonly name: string }
  /** It is there already and cannot be set up or revived. */
  | { readonly kind: 'there-already'; readonly name: string };

/**
 * Records that a body was set up, renamed, merged, dissolved or revived. With authority it takes effect: a name changes from the day,
 * and whoever sits on a body that ends sits there to the day before. Without authority it is a proposal and changes nothing.
 */
export async function recordHappening(
  tx: Tx,
  actor: Actor,
  one: HappeningToRecord,
): Promise<RecordHappening> {
  const body = await lockBody(tx, one.slug, one.day);
  if (body === null) return { kind: 'no-such-body' };
  const other = one.into === null ? null : await lockBody(tx, one.into, one.day);
  if (one.kind === 'merged' && other === null) return { kind: 'no-such-other' };
  if (other?.id === body.id) return { kind: 'itself' };
  const there = isThere(lifeOn(body, one.day));
  if ((one.kind === 'revived' || one.kind === 'set-up') === there)
    return { kind: there ? 'there-already' : 'not-there', name: body.name };
  await tx
    .insertInto('bodies.event')
    .values({
      ...recordedBy(actor, one),
      body_id: body.id,
      kind: one.kind,
      day: one.day,
      other_id: other?.id ?? null,
      words: wordsOf(one, body.name),
      authority: one.authority,
    })
    .execute();
  if (one.authority !== null) await takeEffect(tx, actor, one, body.id);
  await recordEvent(
    tx,
    actor,
    bodyHappening(body.slug, {
      kind: one.kind,
      day: one.day,
      other: one.newName ?? other?.slug ?? null,
      authority: one.authority,
    }),
  );
  return { kind: 'recorded' };
}

function wordsOf({ kind, newName, authority }: HappeningToRecord, name: string): string {
  const is = authority === null ? 'It is proposed that it be' : 'It was';
  switch (kind) {
    case 'renamed':
      return `${is} renamed from ${name} to ${newName ?? ''}.`;
    case 'merged':
      return `${is} merged into another body.`;
    case 'dissolved':
      return `${is} dissolved.`;
    case 'revived':
      return `${is} revived.`;
    case 'set-up':
      return `${is} set up.`;
  }
}

async function takeEffect(tx: Tx, actor: Actor, one: HappeningToRecord, bodyId: number): Promise<void> {
  if (one.kind === 'renamed' && one.newName !== null) {
    await endNames(tx, actor, bodyId, one.day);
    await tx
      .insertInto('bodies.fact')
      .values({
        ...recordedBy(actor, one),
        body_id: bodyId,
        attribute: 'name',
        value: one.newName,
        from_day: one.day,
      })
      .execute();
  }
  if (one.kind === 'dissolved' || one.kind === 'merged')
    for (const table of ['bodies.sitting', 'bodies.seat'] as const) {
      const rows = await tx
        .selectFrom(table)
        .select(['id', 'from_day', 'stated_on', 'until', 'change'])
        .where('body_id', '=', bodyId)
        .where('replaced_at', 'is', null)
        .where('vouched', '=', true)
        .where('change', '<>', 'withdrawn')
        .execute();
      for (const row of rows) {
        const from = row.from_day ?? row.stated_on;
        const last = addDays(one.day, -1);
        if (row.until !== null && row.until <= last) continue;
        await replaceRow(tx, table, row.id, {
          ...(from <= last ? { until: last, change: 'ended' as const } : { change: 'withdrawn' as const }),
          reason: one.kind === 'dissolved' ? 'The body was dissolved' : 'The body was merged into another',
          recordedBy: actor.name,
        });
      }
    }
}

/** The name it had ends the day before: an old name is found by its days. */
async function endNames(tx: Tx, actor: Actor, bodyId: number, day: PlainDay): Promise<void> {
  const names = await tx
    .selectFrom('bodies.fact')
    .select(['id', 'from_day', 'stated_on'])
    .where('body_id', '=', bodyId)
    .where('attribute', '=', 'name')
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .where('until', 'is', null)
    .execute();
  for (const name of names) {
    const begins = name.from_day ?? name.stated_on;
    if (begins <= day)
      await replaceRow(tx, 'bodies.fact', name.id, {
        ...(begins < day
          ? { until: addDays(day, -1), change: 'ended' as const }
          : { change: 'withdrawn' as const }),
        reason: 'It was renamed',
        recordedBy: actor.name,
      });
  }
}
