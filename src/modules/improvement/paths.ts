import type { PlainDay } from '../../platform/time/plain-day.ts';

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

/** IN 3 stands in an address as IN-3; a hyphen of the reference's own is doubled, so that none is lost. */
export function refInPath(ref: string): string {
  return encodeURIComponent(ref.replaceAll('-', '--').replaceAll(' ', '-'));
}

/** The reference an address means: IN-3 is IN 3, R--4 is R-4. */
export function refFromPath(segment: string): string {
  return segment.replaceAll(/--?/g, (hyphens) => (hyphens === '--' ? '-' : ' '));
}

export type ExportFormat = 'csv' | 'xlsx';

/**
 * Every address of one plan, read as at one day. A day the reader chose travels with every link; the plan's own
 * opening day does not need to.
 */
export function planPaths(slug: string, on: PlainDay | null) {
  const at = (path: string, query: Query = {}) => withQuery(`/plan/${slug}${path}`, { ...query, on });
  return {
    home: () => at(''),
    priority: (number: number) => at(`/priority/${number}`),
    outcome: (ref: string) => at(`/outcome/${refInPath(ref)}`),
    action: (ref: string) => at(`/action/${refInPath(ref)}`),
    milestone: (ref: string, ordinal: number) => at(`/action/${refInPath(ref)}/milestone/${ordinal}`),
    measure: (ref: string, milestone: number, ordinal: number) =>
      at(`/action/${refInPath(ref)}/milestone/${milestone}/measure/${ordinal}`),
    requirement: (ref: string) => at(`/requirement/${refInPath(ref)}`),
    lead: (leadSlug: string) => at(`/lead/${leadSlug}`),
    requirements: (query: Query = {}) => at('/requirements', query),
    actions: (query: Query = {}) => at('/actions', query),
    milestones: (query: Query = {}) => at('/milestones', query),
    measures: (query: Query = {}) => at('/measures', query),
    leads: (query: Query = {}) => at('/leads', query),
    breaks: (query: Query = {}) => at('/breaks', query),
    oddities: (query: Query = {}) => at('/oddities', query),
    coverage: (query: Query = {}) => at('/coverage', query),
    roadmap: (query: Query = {}) => at('/roadmap', query),
    report: () => at('/report'),
    reportFile: (format: 'pdf' | 'docx') => at(`/report.${format}`),
    versions: () => at('/versions'),
    difference: (version: number) => at(`/versions/${version}`),
    export: (list: string, format: ExportFormat, query: Query = {}) => at(`/${list}.${format}`, query),
  };
}

export type PlanPaths = ReturnType<typeof planPaths>;

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

/** What somebody answers for. */
export const workPaths = {
  mine: () => '/my-work',
};
