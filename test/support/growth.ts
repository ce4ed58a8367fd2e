/** Of this process, in all its threads, in milliseconds: what another program does meanwhile is not in it. */
function processorTime(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How much more work one large input is than as much in many small ones: about 1 where work grows with the size, about
 * `times` where it grows with its square. The processor's time is counted, not the clock's, and both sides do the same
 * amount where all is well, so that neither the machine nor what else it does comes into it. The least of some tries.
 *
 * @param times how many small ones are as much as the large one
 * @param noTrouble milliseconds of processor time below which the large one is no trouble, and 0 is given
 */
export function growth({
  times,
  small,
  large,
  noTrouble = 20,
}: {
  readonly times: number;
  readonly small: () => unknown;
  readonly large: () => unknown;
  readonly noTrouble?: number;
}): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && least > 2; attempt += 1) {
    const one = processorTime(large);
    if (one < noTrouble) return 0;
    const many = processorTime(() => {
      for (let count = 0; count < times; count += 1) small();
    });
    least = Math.min(least, one / Math.max(many, 1));
  }
  return least;
}
