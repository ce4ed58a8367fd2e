/**
 * The usual distance from one line of a paragraph to the next, in points: the lower quarter of the distances between lines, as
 * space between paragraphs or rows only adds to it.
 * @param size of the type, in points
 */
export function leadingOf(distances: readonly number[], size: number): number {
  const usual = distances.filter((distance) => distance > size * 0.5).toSorted((a, b) => a - b);
  const lowerQuarter = usual[Math.floor(usual.length / 4)] ?? size * 1.2;
  // Where every line has space around it, none of the distances is the leading.
  return lowerQuarter > size * 1.7 ? size * 1.25 : lowerQuarter;
}
