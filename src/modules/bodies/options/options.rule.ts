import type { Clause } from '../terms/terms.rule.ts';
import type { SeatOnDay } from '../seats/seats.rule.ts';
import type { Relation } from '../sayings/body-words.shape.ts';

/** What an option would do to a body. */
export const OPTION_CHANGES = {
  dissolve: 'Dissolve',
  rename: 'Rename',
  merge: 'Merge into another',
  line: 'Draw a line to another',
} as const;
export type OptionChangeKind = keyof typeof OPTION_CHANGES;

export interface OptionChange {
  readonly kind: OptionChangeKind;
  readonly bodyId: number;
  readonly toBodyId: number | null;
  readonly newName: string | null;
  readonly relation: Relation | null;
  readonly words: string;
}

/** A body of today as an option meets it. */
export interface BodyToday {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly seats: readonly SeatOnDay[];
  /** Clauses of its terms of reference in force, each a duty. */
  readonly duties: readonly Clause[];
}

export interface LineToday {
  readonly fromId: number;
  readonly toId: number;
  readonly relation: Relation;
  readonly detail: string | null;
}

/** What members should know before they choose an option. */
export interface Consequences {
  /** Seats that go with their body, each with whoever sits in it. */
  readonly seatsLost: readonly { readonly body: BodyToday; readonly seat: SeatOnDay }[];
  /** Duties whose body goes and that pass to no other. */
  readonly dutiesLost: readonly { readonly body: BodyToday; readonly duty: Clause }[];
  /** Duties that pass to the body theirs is merged into. */
  readonly dutiesPassed: readonly {
    readonly from: BodyToday;
    readonly to: BodyToday;
    readonly duty: Clause;
  }[];
  /** Who reports to, informs or sends minutes to a body that goes, and so loses a reader. */
  readonly readersLost: readonly {
    readonly from: BodyToday;
    readonly to: BodyToday;
    readonly line: LineToday;
  }[];
  /** Who was reported to, informed or scrutinised by a body that goes. */
  readonly reportsLost: readonly {
    readonly from: BodyToday;
    readonly to: BodyToday;
    readonly line: LineToday;
  }[];
  readonly renamed: readonly { readonly body: BodyToday; readonly newName: string }[];
  readonly linesDrawn: readonly {
    readonly from: BodyToday;
    readonly to: BodyToday;
    readonly relation: Relation;
  }[];
}

/** Lines along which somebody is told something. */
const TO_A_READER: readonly Relation[] = ['reports-to', 'informs', 'supports', 'shares-minutes-with'];

/**
 * What an option would cost and change beside today's structure: every seat, duty and report of a body that would go,
 * whoever thought of it or not.
 */
export function consequencesOf(
  today: { readonly bodies: readonly BodyToday[]; readonly lines: readonly LineToday[] },
  changes: readonly OptionChange[],
): Consequences {
  const bodies = new Map(today.bodies.map((body) => [body.id, body]));
  const going = new Map(
    changes.flatMap(({ kind, bodyId, toBodyId }) =>
      kind === 'dissolve' || kind === 'merge' ? [[bodyId, toBodyId] as const] : [],
    ),
  );
  const goingBodies = [...going.keys()].flatMap((id) => bodies.get(id) ?? []);
  const withEnds = today.lines.flatMap((line) => {
    const from = bodies.get(line.fromId);
    const to = bodies.get(line.toId);
    return from === undefined || to === undefined ? [] : [{ from, to, line }];
  });
  return {
    seatsLost: goingBodies.flatMap((body) => body.seats.map((seat) => ({ body, seat }))),
    dutiesLost: goingBodies.flatMap((body) =>
      going.get(body.id) === null ? body.duties.map((duty) => ({ body, duty })) : [],
    ),
    dutiesPassed: goingBodies.flatMap((from) => {
      const to = bodies.get(going.get(from.id) ?? 0);
      return to === undefined ? [] : from.duties.map((duty) => ({ from, to, duty }));
    }),
    readersLost: withEnds.filter(
      ({ from, to, line }) => TO_A_READER.includes(line.relation) && going.has(to.id) && !going.has(from.id),
    ),
    reportsLost: withEnds.filter(({ from }) => going.has(from.id)),
    renamed: changes.flatMap(({ kind, bodyId, newName }) => {
      const body = bodies.get(bodyId);
      return kind === 'rename' && body !== undefined && newName !== null ? [{ body, newName }] : [];
    }),
    linesDrawn: changes.flatMap(({ kind, bodyId, toBodyId, relation }) => {
      const from = bodies.get(bodyId);
      const to = bodies.get(toBodyId ?? 0);
      return kind === 'line' && from !== undefined && to !== undefined && relation !== null
        ? [{ from, to, relation }]
        : [];
    }),
  };
}

/** Numbers an option bears, and whether places of the paper disagree about it: then it is never known by number alone. */
export function numbersDisagree(numbers: readonly { readonly number: number }[]): boolean {
  return new Set(numbers.map(({ number }) => number)).size > 1;
}
