import { addMonths, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { Fact } from '../sayings/facts.rule.ts';
import type { Said } from '../sayings/said.rule.ts';
import type { EventKind } from '../sayings/body-words.shape.ts';

/** Something that happened to a body, or is proposed to. */
export interface BodyEvent extends Said {
  readonly id: number;
  readonly kind: EventKind;
  /** Null where no paper gives a day; the first of the month or year where only that is given. */
  readonly day: PlainDay | null;
  readonly exactness: 'day' | 'month' | 'year' | 'unknown';
  readonly other: { readonly slug: string; readonly name: string } | null;
  readonly words: string;
  /** The resolution or decision behind it; null where there is none yet. */
  readonly authority: string | null;
}

/** How a body stands on a day. */
export type Life =
  /** It is there; since when, where that is known. */
  | {
      readonly kind: 'in-being';
      readonly since: Pick<BodyEvent, 'day' | 'exactness'> | null;
      readonly lastNamed: PlainDay | null;
    }
  /** Papers named it, the last of them long ago, and nothing says that it ended. */
  | { readonly kind: 'presumed'; readonly lastNamed: PlainDay }
  | { readonly kind: 'proposed'; readonly since: PlainDay }
  | { readonly kind: 'ended'; readonly event: BodyEvent }
  /** Nothing is said of it by that day. */
  | { readonly kind: 'not-yet' };

/** After so long without a paper that names it, a body is presumed to be there and no longer known to. */
export const MONTHS_KNOWN = 24;

const BEGINS: readonly EventKind[] = ['set-up', 'first-met', 'revived'];
const ENDS: readonly EventKind[] = ['dissolved', 'merged', 'replaced', 'last-met'];

/**
 * How a body stands on a day, by what happened to it up to then. A set-up that is only proposed begins nothing: the body
 * is proposed until it is set up, first meets, or a later paper speaks of it as there. A dissolution counts from its day, a
 * last meeting from the day after. Before anything is said of a body nothing is claimed of it.
 */
export function lifeOn(
  { facts, events }: { readonly facts: readonly Fact[]; readonly events: readonly BodyEvent[] },
  day: PlainDay,
): Life {
  const happened = withoutRougher(
    events.filter(({ weight, day: on }) => weight !== 'proposed' && on !== null),
  );
  const upTo = happened
    .filter(({ kind, day: on }) => (kind === 'last-met' ? (on ?? day) < day : (on ?? day) <= day))
    .toSorted(byDay);
  const turning = upTo.filter(({ kind }) => BEGINS.includes(kind) || ENDS.includes(kind));
  const last = turning.at(-1);
  if (last !== undefined && ENDS.includes(last.kind)) return { kind: 'ended', event: last };

  const named = facts.filter(({ statedOn }) => statedOn <= day);
  const firm = named.filter(({ weight }) => weight !== 'proposed');
  const lastNamed = latest(firm.map(({ statedOn }) => statedOn));
  const begun = turning.findLast(({ kind }) => BEGINS.includes(kind));
  if (begun !== undefined) {
    const first = turning.find(({ kind }) => BEGINS.includes(kind)) ?? begun;
    const since = begun.kind === 'revived' ? begun : first;
    const isSure = turning.some(({ weight, byPaper }) => weight === 'resolved' || !byPaper);
    return settled(since, latest([...(lastNamed === null ? [] : [lastNamed]), begun.statedOn]), isSure, day);
  }

  // What a later revival brings back was there before.
  const toCome = happened
    .filter(({ kind, day: on }) => (BEGINS.includes(kind) || ENDS.includes(kind)) && (on ?? day) > day)
    .toSorted(byDay);
  const isToBegin = toCome[0]?.kind === 'set-up' || toCome[0]?.kind === 'first-met';
  const proposals = events.filter(
    ({ kind, weight, statedOn }) => kind === 'set-up' && weight === 'proposed' && statedOn <= day,
  );
  const firstProposed = earliest([
    ...proposals.map(({ statedOn }) => statedOn),
    ...(isToBegin ? named.map(({ statedOn }) => statedOn) : []),
  ]);
  if (firstProposed !== null && (isToBegin || lastNamed === null || lastNamed <= firstProposed))
    return { kind: 'proposed', since: firstProposed };
  if (named.length === 0) return { kind: 'not-yet' };
  if (firm.length === 0)
    return { kind: 'proposed', since: earliest(named.map(({ statedOn }) => statedOn)) ?? day };
  const isSure = firm.some(({ byPaper, until }) => !byPaper && (until === null || day <= until));
  return settled(null, lastNamed, isSure, day);
}

function settled(since: BodyEvent | null, lastNamed: PlainDay | null, isSure: boolean, day: PlainDay): Life {
  return isSure || lastNamed === null || day <= addMonths(lastNamed, MONTHS_KNOWN)
    ? { kind: 'in-being', since, lastNamed }
    : { kind: 'presumed', lastNamed };
}

/** Where one paper gives the day and another only the month or year it lies in, the day counts. */
function withoutRougher(events: readonly BodyEvent[]): readonly BodyEvent[] {
  const length = { day: 10, month: 7, year: 4, unknown: 0 };
  return events.filter(
    (event) =>
      event.exactness === 'day' ||
      !events.some(
        (other) =>
          length[other.exactness] > length[event.exactness] &&
          BEGINS.includes(other.kind) === BEGINS.includes(event.kind) &&
          other.day?.slice(0, length[event.exactness]) === event.day?.slice(0, length[event.exactness]),
      ),
  );
}

/** Of two on one day an ending comes first: a body that is dissolved and set up anew the same day is there. */
function byDay(one: BodyEvent, other: BodyEvent): number {
  if (one.day !== other.day) return (one.day ?? '') < (other.day ?? '') ? -1 : 1;
  return Number(BEGINS.includes(one.kind)) - Number(BEGINS.includes(other.kind));
}

function latest(days: readonly PlainDay[]): PlainDay | null {
  return days.toSorted().at(-1) ?? null;
}

function earliest(days: readonly PlainDay[]): PlainDay | null {
  return days.toSorted()[0] ?? null;
}

/** Whether a body is drawn and counted as there on a day. */
export function isThere(life: Life): boolean {
  return life.kind === 'in-being' || life.kind === 'presumed';
}
