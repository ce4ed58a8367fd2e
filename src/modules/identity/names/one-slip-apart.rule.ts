/**
 * Whether two words differ by one slip of the key: a letter too many, too few, another letter, or two neighbours that
 * changed places. The same word twice is no slip apart.
 */
export function isOneSlipApart(one: string, other: string): boolean {
  const [short, long] = [Array.from(one), Array.from(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (long.length - short.length > 1) return false;
  const from = short.findIndex((letter, index) => letter !== long[index]);
  if (from === -1) return long.length === short.length + 1;
  const rest = (letters: readonly string[], start: number) => letters.slice(start).join('');
  if (long.length > short.length) return rest(short, from) === rest(long, from + 1);
  if (rest(short, from + 1) === rest(long, from + 1)) return true;
  return (
    short[from] === long[from + 1] &&
    short[from + 1] === long[from] &&
    rest(short, from + 2) === rest(long, from + 2)
  );
}
