import { type Query, withQuery } from '../../platform/web/with-query.ts';
import type { TrailFormat } from '../audit/index.ts';

/** The pages and files of the audit trail. */
export const auditPaths = {
  /** `after` goes on to earlier events, `before` back to later ones; `kind` and `ref` show one thing's own trail. */
  trail: (query: Query | URLSearchParams = {}) => withQuery('/audit', query),
  /** One event, by its number. */
  event: (sequence: number) => `/audit/event/${sequence}`,
  verify: () => '/audit/verify',
  file: (format: TrailFormat, query: Query | URLSearchParams = {}) =>
    withQuery(`/audit/trail.${format}`, query),
};
