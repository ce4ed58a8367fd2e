import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Fact } from '../sayings/facts.rule.ts';
import type { BodyEvent } from './life.rule.ts';
import type { Attribute, EventKind } from '../sayings/body-words.shape.ts';
import { dayOf, saidOf } from '../sayings/said-columns.read.ts';

/** A body with all that is said of it, as far as it may be known to whoever asks. */
export interface BodyRecord {
  readonly id: number;
  readonly slug: string;
  readonly shownTo: 'everybody' | 'members';
  readonly facts: readonly Fact[];
  readonly events: readonly BodyEvent[];
}

export interface BodiesWanted {
  readonly slug?: string;
  readonly ids?: readonly number[];
  /** Only facts that hold on this day, and the names papers gave before it: what a page of many bodies needs. */
  readonly on?: PlainDay;
}

/** Bodies by name in addresses, with what counts still of each: neither replaced nor withdrawn. */
export async function readBodies(db: Db, wanted: BodiesWanted = {}): Promise<readonly BodyRecord[]> {
  let query = db.selectFrom('bodies.body').select(['id', 'slug', 'shown_to']).orderBy('slug');
  if (wanted.slug !== undefined) query = query.where('slug', '=', wanted.slug);
  if (wanted.ids !== undefined) {
    if (wanted.ids.length === 0) return [];
    query = query.where('id', 'in', wanted.ids);
  }
  const bodies = await query.execute();
  if (bodies.length === 0) return [];
  const some = wanted.slug === undefined && wanted.ids === undefined ? undefined : bodies.map(({ id }) => id);
  const facts = await readFacts(db, some, wanted.on);
  const events = await readEvents(db, some);
  return bodies.map(({ id, slug, shown_to: shownTo }) => ({
    id,
    slug,
    shownTo: shownTo as BodyRecord['shownTo'],
    facts: facts.get(id) ?? [],
    events: events.get(id) ?? [],
  }));
}

async function readFacts(
  db: Db,
  ids: readonly number[] | undefined,
  on: PlainDay | undefined,
): Promise<ReadonlyMap<number, readonly Fact[]>> {
  let query = db
    .selectFrom('bodies.fact')
    .select([
      'id',
      'body_id',
      'attribute',
      'value',
      'note',
      'from_day',
      'until',
      'weight',
      'source',
      'stated_on',
      'place',
      'change',
    ])
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .orderBy('id');
  if (ids !== undefined) query = query.where('body_id', 'in', ids);
  if (on !== undefined)
    query = query.where((where) =>
      where.or([
        where('attribute', 'in', ['name', 'named']),
        where.and([
          where(where.fn.coalesce('from_day', 'stated_on'), '<=', on),
          where.or([where('until', 'is', null), where('until', '>=', on)]),
        ]),
      ]),
    );
  const found = new Map<number, Fact[]>();
  for (const row of await query.execute())
    push(found, row.body_id, {
      ...saidOf(row),
      id: row.id,
      attribute: row.attribute as Attribute,
      value: row.value,
      note: row.note,
      from: dayOf(row.from_day),
      until: dayOf(row.until),
    });
  return found;
}

async function readEvents(
  db: Db,
  ids: readonly number[] | undefined,
): Promise<ReadonlyMap<number, readonly BodyEvent[]>> {
  let query = db
    .selectFrom('bodies.event as event')
    .leftJoin('bodies.body as other', 'other.id', 'event.other_id')
    .selectAll('event')
    .select('other.slug as other_slug')
    .select((select) =>
      select
        .selectFrom('bodies.fact')
        .select('value')
        .whereRef('bodies.fact.body_id', '=', 'event.other_id')
        .where('attribute', '=', 'name')
        .where('replaced_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(1)
        .as('other_name'),
    )
    .where('event.replaced_at', 'is', null)
    .where('event.change', '<>', 'withdrawn')
    .orderBy(sql`coalesce(event.day, event.stated_on)`)
    .orderBy('event.id');
  if (ids !== undefined) query = query.where('event.body_id', 'in', ids);
  const found = new Map<number, BodyEvent[]>();
  for (const row of await query.execute())
    push(found, row.body_id, {
      ...saidOf(row),
      id: row.id,
      kind: row.kind as EventKind,
      day: dayOf(row.day),
      exactness: row.exactness as BodyEvent['exactness'],
      other:
        row.other_slug === null ? null : { slug: row.other_slug, name: row.other_name ?? row.other_slug },
      words: row.words,
      authority: row.authority,
    });
  return found;
}

/** Adds to the list kept under a key. */
export function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
