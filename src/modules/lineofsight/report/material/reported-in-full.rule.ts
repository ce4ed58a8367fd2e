/**
 * Core tasks, key tasks, immediate tasks: what a board asked to see done first. Their sets are reported task by task
 * with every action; other sets, which run to dozens of requirements, as one table. Told by the set's own title, since
 * every council numbers and names its sets otherwise.
 */
export function isReportedInFull(set: { readonly title: string }): boolean {
  return /\btasks?\b/i.test(set.title);
}
