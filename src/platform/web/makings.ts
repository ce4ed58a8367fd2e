import { LRUCache } from 'lru-cache';

/** How much of what is costly to make one asker may have made. */
export interface MakingLimits {
  /** So many at a time. */
  readonly atOnce: number;
  /** So many that were begun within the last minute. */
  readonly inAMinute: number;
}

/**
 * A report as PDF takes about 0.3 seconds of a processor: a reader who takes everything a page offers stays far below, and
 * a program in a loop keeps a fifth of one processor busy and no more.
 */
export const LIMITS_OF_ONE: MakingLimits = { atOnce: 3, inAMinute: 40 };
/** Everybody who is not signed in, together: an address is easily changed. */
export const LIMITS_OF_THE_PUBLIC: MakingLimits = { atOnce: 8, inAMinute: 160 };

const MINUTE = 60_000;
/** Whoever asks is forgotten when so many others asked since. */
const ASKERS_KEPT = 10_000;
/** Seconds after which another may be asked for where too many are being made at this moment. */
const A_MOMENT = 5;

/** Somebody whose makings are counted, and up to what. */
export interface Counted {
  readonly who: string;
  readonly limits: MakingLimits;
}

interface Makings {
  running: number;
  /** When those of the last minute were begun, in milliseconds, the first first. */
  begun: readonly number[];
}

export type Begin =
  /** It may be made. `done` says that it was, and may be called more than once. */
  | { readonly kind: 'begun'; readonly done: () => void }
  /** Too many are being made, or were: how many seconds to wait. */
  | { readonly kind: 'too-many'; readonly retryAfter: number; readonly limits: MakingLimits };

/**
 * Counts what is costly to make, by whoever asks: such as reports, spreadsheets and pictures. What is refused is not
 * counted, so whoever asks again too soon does not wait for longer.
 */
export class MakingCounts {
  readonly #counts = new LRUCache<string, Makings>({ max: ASKERS_KEPT });
  readonly #now: () => number;

  /** @param now the time in milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Begins a making that counts for each of those given, or for none where one of them has had too many. */
  begin(counted: readonly Counted[]): Begin {
    const now = this.#now();
    const all = counted.map(({ who, limits }) => ({ limits, makings: this.#of(who, now) }));
    for (const { limits, makings } of all) {
      const [first] = makings.begun.slice(-limits.inAMinute);
      if (makings.begun.length >= limits.inAMinute)
        return {
          kind: 'too-many',
          retryAfter:
            first === undefined ? MINUTE / 1000 : Math.max(1, Math.ceil((first + MINUTE - now) / 1000)),
          limits,
        };
      if (makings.running >= limits.atOnce) return { kind: 'too-many', retryAfter: A_MOMENT, limits };
    }
    for (const { makings } of all) {
      makings.running += 1;
      makings.begun = [...makings.begun, now];
    }
    let isOver = false;
    return {
      kind: 'begun',
      done: () => {
        if (isOver) return;
        isOver = true;
        for (const { makings } of all) makings.running -= 1;
      },
    };
  }

  #of(who: string, now: number): Makings {
    const known = this.#counts.get(who) ?? { running: 0, begun: [] };
    known.begun = known.begun.filter((moment) => moment > now - MINUTE);
    this.#counts.set(who, known);
    return known;
  }
}
