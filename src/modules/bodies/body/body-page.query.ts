import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { conflictsOn, type Conflict, type Fact, factOn, nameOnDay, valueOn } from '../sayings/facts.rule.ts';
import { type BodyEvent, type Life, lifeOn } from '../life/life.rule.ts';
import { type Line, linesOn } from '../lines/lines.rule.ts';
import {
  type FormerSitting,
  otherSayings,
  satBefore,
  type Seat,
  type SeatOnDay,
  seatsOn,
} from '../seats/seats.rule.ts';
import { type Terms, termsOn } from '../terms/terms.rule.ts';
import type { Attribute, Kind } from '../sayings/body-words.shape.ts';
import { type BodyRecord, readBodies } from '../life/read-bodies.read.ts';
import { readLines } from '../lines/read-lines.read.ts';
import { type TiedProtocol, protocolsOfBody } from '../accountability/protocols.read.ts';
import { readSeats } from '../seats/read-seats.read.ts';
import { readTerms } from '../terms/read-terms.read.ts';

/** A line with what the bodies at its ends are called on the day. */
export interface NamedLine extends Line {
  readonly other: { readonly slug: string; readonly name: string };
  readonly leads: 'out' | 'back';
}

export interface BodyPage {
  readonly id: number;
  readonly slug: string;
  readonly shownTo: BodyRecord['shownTo'];
  readonly name: string;
  readonly kind: Kind | undefined;
  readonly life: Life;
  /** What counts of each attribute on the day, in the order of the page. */
  readonly facts: readonly Fact[];
  readonly alsoCalled: readonly Fact[];
  readonly conflicts: readonly Conflict[];
  readonly terms: Terms | undefined;
  readonly termsVersions: readonly Terms[];
  readonly seats: readonly SeatOnDay[];
  /** Lists of the membership by other papers, which do not count on the day. */
  readonly otherSeats: readonly (readonly Seat[])[];
  /** Who sat on it before the day. */
  readonly formerly: readonly FormerSitting[];
  readonly lines: readonly NamedLine[];
  readonly events: readonly BodyEvent[];
  readonly protocols: readonly TiedProtocol[];
}

const SHOWN: readonly Attribute[] = [
  'purpose',
  'standing',
  'basis',
  'meets',
  'frequency',
  'quorum',
  'size',
  'minimum',
  'maximum',
  'composition',
  'chair',
];

/** A body as at a day; null where there is none that whoever asks may know of. */
export async function bodyPage(db: Db, slug: string, day: PlainDay): Promise<BodyPage | null> {
  const [body] = await readBodies(db, { slug });
  if (body === undefined) return null;
  const seats = (await readSeats(db, { bodyIds: [body.id] }, day)).get(body.id) ?? [];
  const terms = await readTerms(db, body.id);
  return {
    id: body.id,
    slug: body.slug,
    shownTo: body.shownTo,
    name: nameOnDay(body.facts, day),
    kind: valueOn(body.facts, 'kind', day) as Kind | undefined,
    life: lifeOn(body, day),
    facts: SHOWN.flatMap((attribute) =>
      attribute === 'purpose' ? purposes(body.facts, day) : (factOn(body.facts, attribute, day) ?? []),
    ),
    alsoCalled: body.facts.filter(
      ({ attribute, value, statedOn }) =>
        attribute === 'also-called' && statedOn <= day && value !== nameOnDay(body.facts, day),
    ),
    conflicts: conflictsOn(body.facts, day),
    terms: termsOn(terms, day),
    termsVersions: terms,
    seats: seatsOn(seats, day),
    otherSeats: otherSayings(seats, day),
    formerly: satBefore(seats, day),
    lines: await namedLines(db, body.id, day),
    events: body.events,
    protocols: await protocolsOfBody(db, body.id, day),
  };
}

/** Papers tell of several purposes, and each stands; what a body is for is not one value. */
function purposes(facts: readonly Fact[], day: PlainDay): readonly Fact[] {
  return facts.filter(
    ({ attribute, from, until, statedOn }) =>
      attribute === 'purpose' && (from ?? statedOn) <= day && (until === null || day <= until),
  );
}

async function namedLines(db: Db, bodyId: number, day: PlainDay): Promise<readonly NamedLine[]> {
  const lines = linesOn(await readLines(db, { bodyId, on: day }), day);
  const otherOf = (line: Line) => (line.fromId === bodyId ? line.toId : line.fromId);
  const others = new Map(
    (await readBodies(db, { ids: [...new Set(lines.map(otherOf))], on: day })).map((other) => [
      other.id,
      { slug: other.slug, name: nameOnDay(other.facts, day) },
    ]),
  );
  return lines.flatMap((line) => {
    const other = others.get(otherOf(line));
    return other === undefined
      ? []
      : [{ ...line, other, leads: line.fromId === bodyId ? ('out' as const) : ('back' as const) }];
  });
}
