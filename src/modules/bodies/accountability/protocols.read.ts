import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import type { Duty } from './statutory-posts.rule.ts';
import { readBodies } from '../life/read-bodies.read.ts';

/** What a protocol is tied to, and who says so. */
export interface ProtocolTie {
  readonly protocolId: number;
  readonly body: { readonly slug: string; readonly name: string } | null;
  readonly duty: Duty | null;
  readonly accountability: 'holds' | 'shares' | null;
  readonly words: string;
  readonly source: string;
  readonly statedOn: PlainDay;
  readonly place: string | null;
}

export interface Protocol {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly words: string;
  readonly origin: string | null;
  readonly source: string;
  readonly statedOn: PlainDay;
  readonly place: string | null;
  readonly points: readonly { readonly title: string; readonly words: string }[];
  readonly ties: readonly ProtocolTie[];
}

/** A protocol as the page of a body names it. */
export interface TiedProtocol {
  readonly slug: string;
  readonly title: string;
  readonly tie: ProtocolTie;
}

/** Every protocol that a paper speaks of by a day, with what it is tied to. */
export async function protocolsOn(db: Db, day: PlainDay): Promise<readonly Protocol[]> {
  const rows = await db
    .selectFrom('bodies.protocol')
    .selectAll()
    .where('stated_on', '<=', day)
    .orderBy('stated_on')
    .orderBy('id')
    .execute();
  const points = await db.selectFrom('bodies.protocol_point').selectAll().orderBy('position').execute();
  const tieRows = await db
    .selectFrom('bodies.protocol_tie')
    .selectAll()
    .where('stated_on', '<=', day)
    .orderBy('id')
    .execute();
  const ids = [...new Set(tieRows.flatMap(({ body_id: id }) => (id === null ? [] : [id])))];
  const bodies = new Map(
    (await readBodies(db, { ids, on: day })).map((body) => [
      body.id,
      { slug: body.slug, name: nameOnDay(body.facts, day) },
    ]),
  );
  const ties = tieRows.map((row): ProtocolTie => ({
    protocolId: row.protocol_id,
    body: row.body_id === null ? null : (bodies.get(row.body_id) ?? null),
    duty: row.duty as Duty | null,
    accountability: row.accountability as ProtocolTie['accountability'],
    words: row.words,
    source: row.source,
    statedOn: row.stated_on as PlainDay,
    place: row.place,
  }));
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    words: row.words,
    origin: row.origin,
    source: row.source,
    statedOn: row.stated_on as PlainDay,
    place: row.place,
    points: points
      .filter(({ protocol_id: id }) => id === row.id)
      .map(({ title, words }) => ({ title, words })),
    ties: ties.filter(({ protocolId }) => protocolId === row.id),
  }));
}

/** Protocols that a body works under. */
export async function protocolsOfBody(
  db: Db,
  bodyId: number,
  day: PlainDay,
): Promise<readonly TiedProtocol[]> {
  const tied = await db
    .selectFrom('bodies.protocol_tie')
    .select('protocol_id')
    .where('body_id', '=', bodyId)
    .where('stated_on', '<=', day)
    .execute();
  if (tied.length === 0) return [];
  const [body] = await readBodies(db, { ids: [bodyId], on: day });
  return (await protocolsOn(db, day)).flatMap(({ slug, title, ties }) =>
    ties.filter((tie) => tie.body?.slug === body?.slug).map((tie) => ({ slug, title, tie })),
  );
}
