import { LRUCache } from 'lru-cache';

/** Answers that were worked out, the latest asked for, by what they are answers to. */
export interface Latest<Key, Answer> {
  /** The kept answer, or the one that is made now. Whoever asks meanwhile waits for the same one. */
  readonly of: (key: Key, make: () => Promise<Answer>) => Promise<Answer>;
  /** Whether there is one that is kept, or being worked out. */
  readonly has: (key: Key) => boolean;
}

/**
 * Keeps the latest answers, as many as weigh `most` together. What failed is not kept: the next to ask tries again.
 * One that is pushed out while it is worked out is still the answer to whoever waits for it.
 *
 * @param weigh what an answer weighs, a whole number above none; 1 each when left out
 */
export function keepLatest<Key extends string | number, Answer extends object>(
  most: number,
  weigh: (answer: Answer) => number = () => 1,
): Latest<Key, Answer> {
  const kept = new LRUCache<Key, Answer, () => Promise<Answer>>({
    maxSize: most,
    sizeCalculation: weigh,
    fetchMethod: async (_key, _stale, { context: make }) => make(),
    ignoreFetchAbort: true,
  });
  return {
    of: async (key, make) => kept.forceFetch(key, { context: make }),
    has: (key) => kept.has(key),
  };
}
