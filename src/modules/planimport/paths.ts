import { type Query, withQuery } from '../../platform/web/with-query.ts';
import { refInPath } from '../improvement/index.ts';

/** Bringing a plan in: upload, review, correct, accept. */
export const importPaths = {
  start: () => '/plan/import',
  /** Without a query the things to look at; with `priority` what was read under it. */
  review: (draft: string, query: Query = {}) => withQuery(`/plan/import/${draft}`, query),
  columns: (draft: string) => `/plan/import/${draft}/columns`,
  problems: (draft: string) => `/plan/import/${draft}/problems`,
  rows: (draft: string) => `/plan/import/${draft}/rows`,
  action: (draft: string, ref: string, query: Query = {}) =>
    withQuery(`/plan/import/${draft}/action/${refInPath(ref)}`, query),
  milestone: (draft: string, ref: string, ordinal: number, query: Query = {}) =>
    withQuery(`/plan/import/${draft}/action/${refInPath(ref)}/milestone/${ordinal}`, query),
  accept: (draft: string, query: Query = {}) => withQuery(`/plan/import/${draft}/accept`, query),
  drop: (draft: string) => `/plan/import/${draft}/drop`,
  reading: (draft: string) => `/plan/import/${draft}/reading.json`,
  /** Who may see it today, for those who decide about it. */
  readers: (draft: string) => `/plan/import/${draft}/readers`,
  /** Who could see it on a day and who did, for those who read the audit trail. */
  seen: (draft: string, query: Query = {}) => withQuery(`/plan/import/${draft}/seen`, query),
  seenFile: (draft: string, query: Query = {}) => withQuery(`/plan/import/${draft}/seen.csv`, query),
};
