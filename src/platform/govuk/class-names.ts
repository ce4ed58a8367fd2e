/** Joins class names, leaving out those that do not apply. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  let joined = '';
  for (const name of names) {
    if (name) joined = joined === '' ? name : `${joined} ${name}`;
  }
  return joined;
}

/** Joins ids for `aria-describedby`; undefined where there is nothing that describes. */
export function describedByIds(...ids: readonly (string | false | undefined)[]): string | undefined {
  return classNames(...ids) || undefined;
}
