/** Query values of a link; null and empty ones are left out, so that a link says no more than it must. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** A path with its query, in the order given. A name may stand several times in search parameters, and then does. */
export function withQuery(path: string, query: Query | URLSearchParams): string {
  const given = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  const kept = given.flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}
