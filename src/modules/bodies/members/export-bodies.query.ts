import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { nameOnDay, valueOn } from '../sayings/facts.rule.ts';
import { lifeOn } from '../life/life.rule.ts';
import { linesOn } from '../lines/lines.rule.ts';
import type { PopoloBody } from './popolo.print.ts';
import type { Seat } from '../seats/seats.rule.ts';
import { holdsOn } from '../sayings/said.rule.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readLines } from '../lines/read-lines.read.ts';
import { readSeats } from '../seats/read-seats.read.ts';

/** Every body of which anything is said by a day with its seats, for taking away. */
export async function exportBodies(db: Db, day: PlainDay): Promise<readonly PopoloBody[]> {
  const bodies = await readBodies(db, { on: day });
  const seats = await readSeats(db, {}, day);
  const slugs = new Map(bodies.map(({ id, slug }) => [id, slug]));
  const parents = new Map(
    linesOn(await readLines(db, { on: day }), day)
      .filter(({ relation }) => relation === 'part-of')
      .map(({ fromId, toId }) => [fromId, slugs.get(toId) ?? null]),
  );
  return bodies.flatMap((body): PopoloBody[] => {
    const life = lifeOn(body, day);
    if (life.kind === 'not-yet') return [];
    const said = body.facts.filter(({ statedOn }) => statedOn <= day);
    return [
      {
        slug: body.slug,
        name: nameOnDay(body.facts, day),
        kind: valueOn(body.facts, 'kind', day),
        founding: life.kind === 'in-being' ? (life.since?.day ?? null) : null,
        dissolution: life.kind === 'ended' ? life.event.day : null,
        parent: parents.get(body.id) ?? null,
        otherNames: [
          ...new Set(said.filter(({ attribute }) => attribute === 'also-called').map(({ value }) => value)),
        ],
        sources: [...new Set(said.map(({ source }) => source))],
        seats: seatsOfDay(seats.get(body.id) ?? [], day),
      },
    ];
  });
}

/** Seats that are there on a day, each with whoever sits in it then by anybody's saying. */
function seatsOfDay(seats: readonly Seat[], day: PlainDay): readonly Seat[] {
  return seats
    .filter((seat) => holdsOn(seat, day))
    .map((seat) => ({
      ...seat,
      sittings: seat.sittings.filter(
        (sitting) => holdsOn(sitting, day) && (sitting.overBy === null || day < sitting.overBy),
      ),
    }));
}
