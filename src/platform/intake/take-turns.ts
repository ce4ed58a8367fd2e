/** Lets at most so many pieces of work run at once; the others wait in the order in which they came. */
export function takeTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
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
