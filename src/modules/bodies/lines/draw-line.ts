import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import { circleClosedBy, linesOn } from './lines.rule.ts';
import type { Relation } from '../sayings/body-words.shape.ts';
import { lineDrawn, lineEnded } from '../events.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readLines } from './read-lines.read.ts';
import { lockBody } from '../life/lock-body.write.ts';
import { type Entered, recordedBy, replaceRow } from '../sayings/write-change.write.ts';

export interface LineToDraw extends Entered {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly detail: string | null;
  readonly fromDay: PlainDay;
}

export type DrawLine =
  /** Drawn; peers may report to each other, and the circle is told. */
  | { readonly kind: 'drawn'; readonly circle: readonly string[] | null }
  | { readonly kind: 'no-such-body' }
  | { readonly kind: 'no-such-other' }
  | { readonly kind: 'itself' }
  | { readonly kind: 'there-already' }
  /** Nothing can be a part of its own part. */
  | { readonly kind: 'circle'; readonly circle: readonly string[] };

/** Draws a line from one body to another from a day. */
export async function drawLine(tx: Tx, actor: Actor, line: LineToDraw): Promise<DrawLine> {
  const from = await lockBody(tx, line.from, line.fromDay);
  if (from === null) return { kind: 'no-such-body' };
  const to = await lockBody(tx, line.to, line.fromDay);
  if (to === null) return { kind: 'no-such-other' };
  if (from.id === to.id) return { kind: 'itself' };
  const added = { fromId: from.id, toId: to.id, relation: line.relation };
  const standing = linesOn(await readLines(tx, { on: line.fromDay }), line.fromDay);
  const same = (await readLines(tx, { bodyId: from.id })).filter(
    ({ fromId, toId, relation, byPaper, until }) =>
      fromId === from.id &&
      toId === to.id &&
      relation === line.relation &&
      !byPaper &&
      (until === null || until >= line.fromDay),
  );
  if (same.length > 0) return { kind: 'there-already' };
  const closed = circleClosedBy(standing, added);
  const circle = closed === null ? null : await namesOf(tx, closed, line.fromDay);
  if (circle !== null && line.relation === 'part-of') return { kind: 'circle', circle };
  await tx
    .insertInto('bodies.line')
    .values({
      ...recordedBy(actor, line),
      from_id: from.id,
      to_id: to.id,
      relation: line.relation,
      detail: line.detail,
      from_day: line.fromDay,
    })
    .execute();
  await recordEvent(tx, actor, lineDrawn(from.slug, { relation: line.relation, to: to.slug }));
  return { kind: 'drawn', circle };
}

export type EndLine =
  | { readonly kind: 'ended' }
  | { readonly kind: 'no-such-line' }
  | { readonly kind: 'ends-before-it-begins'; readonly begins: PlainDay };

/** Ends a line with a day; it is kept, and stands on every day up to then. */
export async function endLine(
  tx: Tx,
  actor: Actor,
  one: { readonly slug: string; readonly lineId: number; readonly until: PlainDay; readonly reason: string },
): Promise<EndLine> {
  const body = await lockBody(tx, one.slug, one.until);
  if (body === null) return { kind: 'no-such-line' };
  const line = (await readLines(tx, { bodyId: body.id })).find(
    ({ id, fromId }) => id === one.lineId && fromId === body.id,
  );
  if (line === undefined) return { kind: 'no-such-line' };
  const begins = line.from ?? line.statedOn;
  if (one.until < begins) return { kind: 'ends-before-it-begins', begins };
  const [other] = await readBodies(tx, { ids: [line.toId] });
  await replaceRow(tx, 'bodies.line', line.id, {
    until: one.until,
    change: 'ended',
    reason: one.reason,
    recordedBy: actor.name,
  });
  await recordEvent(
    tx,
    actor,
    lineEnded(body.slug, { relation: line.relation, to: other?.slug ?? '', until: one.until }),
  );
  return { kind: 'ended' };
}

async function namesOf(tx: Tx, ids: readonly number[], day: PlainDay): Promise<readonly string[]> {
  const names = new Map(
    (await readBodies(tx, { ids: [...new Set(ids)] })).map(({ id, facts }) => [id, nameOnDay(facts, day)]),
  );
  return ids.map((id) => names.get(id) ?? '');
}
