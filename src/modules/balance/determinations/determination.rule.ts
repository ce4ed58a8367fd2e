import { z } from 'zod';
import { addDays, type PlainDay } from '../../../platform/time/plain-day.ts';

/** Why the council shared its seats out (Local Government and Housing Act 1989 s.15(1); SI 1990/1553 reg 17). */
export const OCCASIONS = {
  'annual-meeting': 'At the annual meeting',
  'groups-changed': 'Members formed, joined or left a group',
  'by-election': 'After a by-election',
  'bodies-changed': 'Bodies or their sizes changed',
  other: 'For another reason',
} as const;
export type Occasion = keyof typeof OCCASIONS;

/** The table as the council determined it, kept as it was: never worked out again. */
export const SharedOut = z.object({
  council: z.int(),
  parties: z.array(z.object({ name: z.string(), members: z.int(), isGroup: z.boolean() })),
  bodies: z.array(
    z.object({
      name: z.string(),
      seats: z.int(),
      /** By party: the exact share as a fraction, and the seats determined. */
      exact: z.array(z.string()),
      seatsHeld: z.array(z.int()),
    }),
  ),
  /** A seat a group gives up to another: whose it is by entitlement does not change. */
  given: z.array(z.object({ body: z.string(), from: z.string(), to: z.string(), seats: z.int() })),
  /** Bodies for which balance was set aside with nobody voting against (s.17). */
  setAside: z.array(z.object({ name: z.string(), seats: z.int() })),
  /** How many other tables were exactly as close. */
  alternatives: z.int(),
});
export type SharedOut = z.output<typeof SharedOut>;

/** Somebody's belonging to a group, or to the council, that began or ended. */
export interface GroupChange {
  readonly day: PlainDay;
  readonly words: string;
}

/**
 * What changed in the groups after seats were shared out: each change makes a review due and lets every setting aside
 * lapse (s.15(1)(c) to (e), s.17(2)). Those of the day itself were before the council.
 */
export function changesSince(
  determinedOn: PlainDay,
  belongings: readonly {
    readonly from: PlainDay | null;
    readonly until: PlainDay | null;
    readonly who: string;
    readonly where: string;
  }[],
  upTo: PlainDay,
): readonly GroupChange[] {
  return belongings
    .flatMap(({ from, until, who, where }): GroupChange[] => [
      ...(from !== null && from > determinedOn && from <= upTo
        ? [{ day: from, words: `${who} joined ${where}` }]
        : []),
      ...(until !== null && until >= determinedOn && until < upTo
        ? [{ day: addDays(until, 1), words: `${who} left ${where}` }]
        : []),
    ])
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** Seats as they are filled once groups have given some up to others, by body and party. */
export function afterGiving({ bodies, parties, given }: SharedOut): readonly (readonly number[])[] {
  return bodies.map(({ name, seatsHeld }) =>
    seatsHeld.map((held, index) => {
      const party = parties[index]?.name;
      const change = given
        .filter(({ body }) => body === name)
        .reduce(
          (sum, { from, to, seats }) => sum + (to === party ? seats : 0) - (from === party ? seats : 0),
          0,
        );
      return held + change;
    }),
  );
}
