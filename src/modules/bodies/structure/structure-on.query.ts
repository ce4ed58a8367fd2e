import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { conflictsOn, nameOnDay, valueOn } from '../sayings/facts.rule.ts';
import { type Life, lifeOn } from '../life/life.rule.ts';
import { type Line, linesOn } from '../lines/lines.rule.ts';
import type { Kind } from '../sayings/body-words.shape.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readLines } from '../lines/read-lines.read.ts';

/** A body as lists and pictures of a day show it. */
export interface BodyOnDay {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly kind: Kind | undefined;
  readonly life: Life;
  readonly isRestricted: boolean;
  /** How it meets, by which rule it is composed and how often it meets, where anybody says. */
  readonly meets: string | undefined;
  readonly composition: string | undefined;
  readonly frequency: string | undefined;
  /** Papers give its name and kind and say nothing else of it. */
  readonly isNamedOnly: boolean;
  readonly conflicts: number;
}

/** Every body of which anything is said by a day, by name, and the lines that hold on it. */
export async function structureOn(
  db: Db,
  day: PlainDay,
): Promise<{ readonly bodies: readonly BodyOnDay[]; readonly lines: readonly Line[] }> {
  const records = await readBodies(db, { on: day });
  const lines = linesOn(await readLines(db, { on: day }), day);
  const joined = new Set(lines.flatMap(({ fromId, toId }) => [fromId, toId]));
  const seated = new Set(
    (
      await db
        .selectFrom('bodies.seat')
        .select('body_id')
        .distinct()
        .where('replaced_at', 'is', null)
        .where('change', '<>', 'withdrawn')
        .where('stated_on', '<=', day)
        .execute()
    ).map(({ body_id: id }) => id),
  );
  const bodies = records
    .map((body): BodyOnDay => {
      const said = body.facts.filter(({ statedOn, from }) => (from ?? statedOn) <= day);
      return {
        id: body.id,
        slug: body.slug,
        name: nameOnDay(body.facts, day),
        kind: valueOn(body.facts, 'kind', day) as Kind | undefined,
        life: lifeOn(body, day),
        isRestricted: body.shownTo === 'members',
        meets: valueOn(body.facts, 'meets', day),
        composition: valueOn(body.facts, 'composition', day),
        frequency: valueOn(body.facts, 'frequency', day),
        isNamedOnly:
          !joined.has(body.id) &&
          !seated.has(body.id) &&
          body.events.length === 0 &&
          said.every(({ attribute }) => ['name', 'also-called', 'kind', 'named'].includes(attribute)),
        conflicts: conflictsOn(body.facts, day).length,
      };
    })
    .filter(({ life }) => life.kind !== 'not-yet')
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  const known = new Set(bodies.map(({ id }) => id));
  return { bodies, lines: lines.filter(({ fromId, toId }) => known.has(fromId) && known.has(toId)) };
}
