/** The answer to work that was not begun because too much was waiting already. */
export const QUEUE_FULL = Symbol('queue full');

/**
 * Lets at most `atOnce` pieces of work run at a time; up to `mostWaiting` others wait in the order in which they came, and what
 * comes after that is turned away at once.
 */
export function takeTurns(
  atOnce: number,
  mostWaiting: number,
): <T>(work: () => Promise<T>) => Promise<T | typeof QUEUE_FULL> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= mostWaiting) return QUEUE_FULL;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place is handed straight to the next in line, so nobody who comes just now can slip in before.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
