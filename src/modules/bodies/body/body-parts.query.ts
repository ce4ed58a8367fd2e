import type { BodyPart } from '../sayings/body-part.shape.ts';
import type { Db } from '../../../platform/db/index.ts';
import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { ATTRIBUTES, EVENTS, type EventKind, RELATIONS, valueInWords } from '../sayings/body-words.shape.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readLines } from '../lines/read-lines.read.ts';
import { readSeats } from '../seats/read-seats.read.ts';
import { readTerms } from '../terms/read-terms.read.ts';

/** One thing recorded of a body, in words. */
export interface PartOfBody {
  readonly part: BodyPart;
  readonly id: number;
  readonly what: string;
  readonly source: string;
  readonly statedOn: PlainDay;
}

/** Everything recorded of a body that counts still, the newest paper first: what somebody may find to be wrong. */
export async function bodyParts(db: Db, slug: string): Promise<readonly PartOfBody[]> {
  const [body] = await readBodies(db, { slug });
  if (body === undefined) return [];
  const day = '2000-01-01' as PlainDay;
  const lines = (await readLines(db, { bodyId: body.id })).filter(({ fromId }) => fromId === body.id);
  const others = new Map(
    (await readBodies(db, { ids: [...new Set(lines.map(({ toId }) => toId))] })).map(({ id, facts }) => [
      id,
      nameOnDay(facts, day),
    ]),
  );
  const seats = (await readSeats(db, { bodyIds: [body.id] }, day)).get(body.id) ?? [];
  const parts: PartOfBody[] = [
    ...body.facts.map((fact) => ({
      ...ofPart('fact', fact),
      what: `${ATTRIBUTES[fact.attribute]}: ${valueInWords(fact.attribute, fact.value)}`,
    })),
    ...body.events.map((event) => ({
      ...ofPart('event', event),
      what: `${EVENTS[event.kind satisfies EventKind]}${event.day === null ? '' : `, ${formatDay(event.day)}`}`,
    })),
    ...lines.map((line) => ({
      ...ofPart('line', line),
      what: `${RELATIONS[line.relation].out} ${others.get(line.toId) ?? ''}`,
    })),
    ...(await readTerms(db, body.id)).map((terms) => ({
      ...ofPart('terms', terms),
      what: `Version ${terms.version}, ${terms.title}`,
    })),
    ...seats.map((seat) => ({ ...ofPart('seat', seat), what: `Seat: ${seat.label}` })),
    ...seats.flatMap((seat) =>
      seat.sittings
        .filter(({ byPost }) => !byPost)
        .map((sitting) => ({
          ...ofPart('sitting', sitting),
          what: `${sitting.personName} as ${seat.label}${sitting.from === null ? '' : ` from ${formatDay(sitting.from)}`}`,
        })),
    ),
  ];
  return parts.toSorted((one, other) =>
    one.statedOn > other.statedOn ? -1 : one.statedOn < other.statedOn ? 1 : other.id - one.id,
  );
}

function ofPart(
  part: BodyPart,
  { id, source, statedOn }: { readonly id: number; readonly source: string; readonly statedOn: PlainDay },
) {
  return { part, id, source, statedOn };
}
