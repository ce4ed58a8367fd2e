import type { Db } from '../../../platform/db/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import type { FindFurtherFacts } from '../../identity/index.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import { bodyPaths } from '../paths.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { dayOf } from '../sayings/said-columns.read.ts';

/** A place somebody has or had on a body. */
interface PlaceOfPerson {
  readonly bodyId: number;
  readonly label: string;
  readonly from: string | null;
  readonly statedOn: string;
  readonly until: string | null;
  readonly source: string;
}

/** The bodies a person sits or sat on, of those that everybody may know of, for their page. */
export const seatsOfPerson: FindFurtherFacts = async (db, { records, day }) => {
  const places = await placesOf(db, records);
  const bodies = new Map(
    (await readBodies(db, { ids: [...new Set(places.map(({ bodyId }) => bodyId))] }))
      .filter(({ shownTo }) => shownTo === 'everybody')
      .map((body) => [body.id, { slug: body.slug, name: nameOnDay(body.facts, day) }]),
  );
  return {
    heading: 'Bodies they sit or sat on',
    items: onceABody(places).flatMap(({ bodyId, label, from, statedOn, until, source }) => {
      const body = bodies.get(bodyId);
      const [first, last, said] = [dayOf(from), dayOf(until), dayOf(statedOn)];
      if (body === undefined) return [];
      const since =
        first === null ? `Named on ${said === null ? '' : formatDay(said)}` : `From ${formatDay(first)}`;
      return [
        {
          text: body.name,
          href: bodyPaths.body(body.slug),
          aside: `${label}. ${since}${last === null ? '' : ` to ${formatDay(last)}`}. ${source}`,
        },
      ];
    }),
  };
};

/** Papers name somebody on one body over and over: what somebody recorded stands, else the latest of them. */
function onceABody(places: readonly PlaceOfPerson[]): readonly PlaceOfPerson[] {
  return places.filter(
    (place, index) =>
      place.from !== null || places.findIndex((other) => other.bodyId === place.bodyId) === index,
  );
}

async function placesOf(db: Db, records: readonly number[]): Promise<readonly PlaceOfPerson[]> {
  if (records.length === 0) return [];
  const rows = await db
    .selectFrom('bodies.sitting as sitting')
    .innerJoin('bodies.seat as seat', (join) =>
      join.onRef('seat.seat_no', '=', 'sitting.seat_no').on('seat.replaced_at', 'is', null),
    )
    .select([
      'sitting.body_id as bodyId',
      'seat.label',
      'sitting.from_day as from',
      'sitting.stated_on as statedOn',
      'sitting.until',
      'sitting.source',
    ])
    .where('sitting.person_id', 'in', records)
    .where('sitting.replaced_at', 'is', null)
    .where('sitting.change', '<>', 'withdrawn')
    .orderBy('sitting.stated_on', 'desc')
    .orderBy('sitting.id')
    .execute();
  return rows;
}
