import type { TrailFormat } from '../audit/index.ts';

type Query = Readonly<Record<string, string>> | URLSearchParams;

/** The pages and files of the audit trail. */
export const auditPaths = {
  /** `after` goes on to earlier events, `before` back to later ones; `kind` and `ref` show one thing's own trail. */
  trail: (query: Query = {}) => withQuery('/audit', query),
  /** One event, by its number. */
  event: (sequence: number) => `/audit/event/${sequence}`,
  verify: () => '/audit/verify',
  file: (format: TrailFormat, query: Query = {}) => withQuery(`/audit/trail.${format}`, query),
};

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
