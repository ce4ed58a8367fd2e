/** Query values of a link; null and empty ones are left out, so that a link says no more than it must. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** A path with its query, in the order given. */
export function withQuery(path: string, query: Query): string {
  const kept = Object.entries(query).filter(
    (entry): entry is [string, string | number] =>
      entry[1] !== null && entry[1] !== undefined && entry[1] !== '',
  );
  if (kept.length === 0) return path;
  return `${path}?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()}`;
}
