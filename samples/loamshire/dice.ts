/**
 * Chance that repeats: the same seed always throws the same numbers, on every machine and in every version of Node, so
 * that a plan of Loamshire can be made again to the letter. Sixteen lines of the well-known "mulberry32" generator,
 * because Math.random cannot be seeded and a whole library for one multiplication would be one more thing to install.
 */
export class Dice {
  #state: number;

  /** @param seed any words or numbers; what counts is that the same ones give the same throws */
  constructor(...seed: readonly (string | number)[]) {
    this.#state = hashOf(seed.join('/'));
  }

  /** A number from 0 up to, and not with, 1. */
  throw(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both with. */
  between(least: number, most: number): number {
    return least + Math.floor(this.throw() * (most - least + 1));
  }

  /** Whether something that happens `times` in 100 happens now. */
  happens(times: number): boolean {
    return this.throw() * 100 < times;
  }

  /** One of several. Throws where there is none. */
  pick<One>(from: readonly One[]): One {
    return one(from, Math.floor(this.throw() * from.length));
  }

  /** One of several, the earlier the likelier: a few people in a council answer for much, and many for little. */
  pickEarly<One>(from: readonly One[]): One {
    return one(from, Math.floor(this.throw() ** 2 * from.length));
  }

  /** The same things in another order. */
  shuffle<One>(things: readonly One[]): readonly One[] {
    const shuffled = [...things];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = this.between(0, last);
      [shuffled[last], shuffled[other]] = [one(shuffled, other), one(shuffled, last)];
    }
    return shuffled;
  }
}

/** The thing at a place that is known to hold one. Throws where it does not. */
export function one<One>(things: readonly One[], at: number): One {
  if (at < 0 || at >= things.length)
    throw new RangeError(`There is no thing number ${at} of ${things.length}`);
  return things[at] as One;
}

/** The FNV-1a hash of some words, as a 32-bit number. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
