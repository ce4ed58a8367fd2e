import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { peopleByPrintedName } from '../../identity/index.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import { isSameName, likelyNames } from '../life/likely-names.rule.ts';
import type { Seat } from '../seats/seats.rule.ts';
import type { BroughtMembership } from './popolo.print.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readSeats } from '../seats/read-seats.read.ts';

/** What one thing of a row may mean: one, or what it may be instead. */
export type Judged<Value> =
  | { readonly kind: 'one'; readonly value: Value; readonly name: string }
  | { readonly kind: 'open'; readonly likely: readonly { readonly value: Value; readonly name: string }[] };

export interface JudgedMembership {
  readonly row: BroughtMembership;
  readonly index: number;
  readonly body: Judged<string>;
  /** Whether the body is one of the record: the one the list names, or the one chosen for it. */
  readonly isBodyKnown: boolean;
  /** Open until the body is known. */
  readonly seat: Judged<number>;
  readonly person: Judged<number>;
  /** Why the row cannot be as it stands, such as an end before its start. */
  readonly problem: string | null;
}

/**
 * What each row of a brought list means in the record: body, seat and person, or what each may be.
 *
 * @param chosenBody the body that was chosen for a row whose body is open, by the row's index: its seats are offered
 */
export async function judgeMembers(
  db: Db,
  rows: readonly BroughtMembership[],
  day: PlainDay,
  chosenBody: (index: number) => string | undefined = () => undefined,
): Promise<readonly JudgedMembership[]> {
  const bodies = (await readBodies(db)).map((body) => ({
    id: body.id,
    slug: body.slug,
    name: nameOnDay(body.facts, day),
    names: [
      body.slug.replaceAll('-', ' '),
      ...body.facts
        .filter(({ attribute }) => attribute === 'name' || attribute === 'also-called')
        .map(({ value }) => value),
    ],
  }));
  const seats = await readSeats(db, {}, day);
  const people = await peopleByPrintedName(
    db,
    rows.map(({ person }) => person),
    day,
  );
  return rows.map((row, index): JudgedMembership => {
    const match = people[index];
    const body = bodyOf(row.body, bodies);
    const chosen = body.kind === 'one' ? body.value : chosenBody(index);
    const found = bodies.find(({ slug }) => slug === chosen);
    return {
      row,
      index,
      body,
      isBodyKnown: found !== undefined,
      seat: seatOf(row.seat, found === undefined ? [] : recordable(seats.get(found.id) ?? [])),
      person:
        match?.kind === 'one'
          ? { kind: 'one', value: match.personId, name: match.name }
          : {
              kind: 'open',
              likely: (match?.likely ?? []).map(({ personId, name }) => ({ value: personId, name })),
            },
      problem:
        row.from !== null && row.until !== null && row.until < row.from
          ? 'The last day is before the first'
          : null,
    };
  });
}

function bodyOf(
  typed: string,
  bodies: readonly { readonly slug: string; readonly name: string; readonly names: readonly string[] }[],
): Judged<string> {
  const same = bodies.filter(({ names }) => names.some((name) => isSameName(name, typed)));
  const [only] = same;
  if (only !== undefined && same.length === 1) return { kind: 'one', value: only.slug, name: only.name };
  const likely = same.length > 1 ? same : likelyNames(typed, bodies);
  return { kind: 'open', likely: likely.map(({ slug, name }) => ({ value: slug, name })) };
}

/** Seats somebody can be appointed to: not one that goes with a post. */
function recordable(seats: readonly Seat[]): readonly Seat[] {
  return seats.filter(({ post }) => post === null);
}

function seatOf(typed: string, seats: readonly Seat[]): Judged<number> {
  const same = seats.filter(({ label }) => isSameName(label, typed));
  const [only] = same.length === 1 ? same : typed === '' && seats.length === 1 ? seats : [];
  if (only !== undefined) return { kind: 'one', value: only.seatNo, name: only.label };
  return { kind: 'open', likely: seats.map(({ seatNo, label }) => ({ value: seatNo, name: label })) };
}
