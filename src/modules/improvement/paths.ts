import { type Query, withQuery } from '../../platform/web/with-query.ts';
import type { PlainDay } from '../../platform/time/plain-day.ts';

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

/** What somebody answers for. */
export const workPaths = {
  mine: () => '/my-work',
};
