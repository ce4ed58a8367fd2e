import type { Tx } from '../../../platform/db/index.ts';
import { addDays, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { type Attribute, SINGLE } from '../sayings/body-words.shape.ts';
import { bodyFactRecorded } from '../events.ts';
import { lockBody } from './lock-body.write.ts';
import { type Entered, recordedBy, replaceRow } from '../sayings/write-change.write.ts';

export interface FactToSay extends Entered {
  readonly slug: string;
  readonly attribute: Attribute;
  readonly value: string;
  readonly from: PlainDay;
}

export type SayFact =
  | { readonly kind: 'said' }
  | { readonly kind: 'no-such-body' }
  /** The fewest members would be more than the most. */
  | { readonly kind: 'fewest-beyond-most' };

/** Says something of a body from a day. What was recorded of the same before ends the day before; what papers say stays. */
export async function sayFact(tx: Tx, actor: Actor, one: FactToSay): Promise<SayFact> {
  const body = await lockBody(tx, one.slug, one.from);
  if (body === null) return { kind: 'no-such-body' };
  const numberOf = (attribute: Attribute) => {
    if (one.attribute === attribute) return Number(one.value);
    const fact = body.facts.findLast((known) => known.attribute === attribute && !known.byPaper);
    return fact === undefined ? undefined : Number(fact.value);
  };
  const [fewest, most] = [numberOf('minimum'), numberOf('maximum')];
  if (fewest !== undefined && most !== undefined && fewest > most) return { kind: 'fewest-beyond-most' };
  if (SINGLE.includes(one.attribute))
    for (const fact of body.facts) {
      if (fact.attribute !== one.attribute || fact.byPaper || fact.until !== null) continue;
      const begins = fact.from ?? fact.statedOn;
      if (begins > one.from) continue;
      // Said otherwise of the same first day: the former never held on any.
      await replaceRow(tx, 'bodies.fact', fact.id, {
        ...(begins < one.from
          ? { until: addDays(one.from, -1), change: 'ended' as const }
          : { change: 'withdrawn' as const }),
        reason: 'Something else holds from this day',
        recordedBy: actor.name,
      });
    }
  await tx
    .insertInto('bodies.fact')
    .values({
      ...recordedBy(actor, one, 'stated'),
      body_id: body.id,
      attribute: one.attribute,
      value: one.value,
      note: one.authority,
      from_day: one.from,
    })
    .execute();
  await recordEvent(tx, actor, bodyFactRecorded(body.slug, { attribute: one.attribute, value: one.value }));
  return { kind: 'said' };
}
