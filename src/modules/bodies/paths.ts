import { withQuery } from '../../platform/web/with-query.ts';

/** Addresses of bodies. A reader's day is added by `linkAsAt`. Bodies are known by a name of their own, for good. */
export const bodyPaths = {
  /** The governance diagram: people would rather look than read. */
  bodies: () => '/bodies',
  list: (search?: string) => withQuery('/bodies/list', { search }),
  diagramFile: (format: 'svg' | 'png' | 'pdf') => `/bodies/diagram.${format}`,
  changes: () => '/bodies/changes',
  conflicts: () => '/bodies/conflicts',
  accountability: () => '/bodies/accountability',
  protocol: (slug: string) => `/bodies/accountability/${slug}`,
  statutoryPost: () => '/bodies/accountability/posts/new',
  options: () => '/bodies/options',
  optionsPaper: (slug: string) => `/bodies/options/${slug}`,
  addOptions: () => '/bodies/options/new',
  addOption: (slug: string) => `/bodies/options/${slug}/new`,
  balance: () => '/bodies/balance',
  groups: () => '/bodies/balance/groups',
  vacancies: () => '/bodies/vacancies',
  popolo: () => '/bodies/popolo.json',
  membersFile: () => '/bodies/members.csv',
  bringMembers: () => '/bodies/members/import',
  memberDraft: (id: string) => `/bodies/members/import/${id}`,
  acceptMembers: (id: string) => `/bodies/members/import/${id}/accept`,
  dropMembers: (id: string) => `/bodies/members/import/${id}/drop`,
  add: () => '/bodies/new',
  body: (slug: string) => `/bodies/${slug}`,
  terms: (slug: string) => `/bodies/${slug}/terms`,
  writeTerms: (slug: string) => `/bodies/${slug}/terms/new`,
  voters: (slug: string, format?: 'csv' | 'json') =>
    `/bodies/${slug}/voters${format === undefined ? '' : `.${format}`}`,
  happen: (slug: string) => `/bodies/${slug}/events/new`,
  say: (slug: string) => `/bodies/${slug}/facts/new`,
  drawLine: (slug: string) => `/bodies/${slug}/lines/new`,
  endLine: (slug: string, line: number) => `/bodies/${slug}/lines/${line}/end`,
  defineSeat: (slug: string) => `/bodies/${slug}/seats/new`,
  endSeat: (slug: string, seat: number) => `/bodies/${slug}/seats/${seat}/end`,
  appoint: (slug: string, seat: number) => `/bodies/${slug}/seats/${seat}/appoint`,
  endSitting: (slug: string, sitting: number) => `/bodies/${slug}/members/${sitting}/end`,
  record: (slug: string) => `/bodies/${slug}/record`,
  withdraw: (slug: string, part: string, id: number) => `/bodies/${slug}/record/${part}/${id}/withdraw`,
  shownTo: (slug: string) => `/bodies/${slug}/shown-to`,
};

/** Words that addresses of this module use themselves, which no body can be called. */
export const TAKEN_SLUGS: readonly string[] = [
  'list',
  'diagram',
  'changes',
  'conflicts',
  'accountability',
  'options',
  'balance',
  'vacancies',
  'members',
  'new',
];
