import { accessPaths } from '../../../src/modules/access/index.ts';

/** What some addresses need. */
export interface Made {
  readonly setUp: string;
  readonly link: string;
  /** Somebody with a role, a way in and a session. */
  readonly person: number;
  readonly grant: number;
  /** A line, a seat and somebody in one, of the Corporate Parenting Panel. */
  readonly line: number;
  readonly seat: number;
  readonly sitting: number;
}

/** The plan of the sample. */
export const PLAN = '/plan/kent-2011';
const OPTIONS = 'options-for-governing-specialist-childrens-services-2014';
const NUMBERS = 'council=84&groups=Blue+73%0AGreen+7%0ARed+3%0ANo+group+1&bodies=Planning+18%0ARegulation+14';

/** An address for every GET route that shows a page; a journey fails when a route has none here. */
export const PAGES: Readonly<Record<string, string | ((made: Made) => string)>> = {
  '/': '/',
  '/glossary': '/glossary',
  '/accessibility': '/accessibility',
  '/audit': '/audit',
  '/audit/event/:sequence': '/audit/event/1',
  '/audit/verify': '/audit/verify',
  '/look-around': '/look-around',
  '/sign-in': '/sign-in?back=%2Fmy-work',
  '/sign-in/help': '/sign-in/help',
  '/set-up/:token': ({ setUp }) => accessPaths.setUp(setUp),
  '/link/:token': ({ link }) => accessPaths.link(link),
  '/account': '/account',
  '/account/password': '/account/password',
  '/sign-out': '/sign-out',
  '/my-work': '/my-work',
  '/access': '/access',
  '/access/matrix': '/access/matrix',
  '/access/sessions': '/access/sessions',
  '/access/outbox': '/access/outbox',
  '/access/organisation': '/access/organisation',
  '/access/council': '/access/council',
  '/access/roles/:grant/end': ({ grant }) => accessPaths.endRole(grant),
  '/people/:person/access': ({ person }) => accessPaths.person(person),
  '/people/:person/access/account': '/people/1/access/account',
  '/people/:person/access/roles': '/people/1/access/roles',
  '/people/:person/access/close': ({ person }) => accessPaths.closeAccount(person),
  '/posts/:post/roles': '/posts/1/roles',
  '/people': '/people?on=2011-05-12',
  '/people/new': '/people/new',
  '/people/:person': '/people/1?on=2011-05-12',
  '/people/:person/name': '/people/1/name',
  '/people/:person/leaving': '/people/1/leaving',
  '/posts': '/posts?on=2011-05-12',
  '/posts/new': '/posts/new',
  '/posts/:post': '/posts/1?on=2011-05-12',
  '/posts/:post/appoint': '/posts/1/appoint',
  '/holdings/:holding/end': '/holdings/1/end',
  '/holdings/:holding/correct': '/holdings/1/correct',
  '/bodies': '/bodies?on=2011-04-06&all=yes',
  '/bodies/list': '/bodies/list?on=2011-04-06',
  '/bodies/changes':
    '/bodies/changes?from-day=30&from-month=3&from-year=2011&to-day=6&to-month=4&to-year=2011',
  '/bodies/conflicts': '/bodies/conflicts?on=2014-04-01',
  '/bodies/accountability': '/bodies/accountability?on=2014-04-01',
  '/bodies/accountability/:protocol': '/bodies/accountability/nolan-principles',
  '/bodies/accountability/posts/new': '/bodies/accountability/posts/new',
  '/bodies/options': '/bodies/options',
  '/bodies/options/new': '/bodies/options/new',
  '/bodies/options/:paper': `/bodies/options/${OPTIONS}`,
  '/bodies/options/:paper/new': `/bodies/options/${OPTIONS}/new`,
  '/bodies/balance': '/bodies/balance?on=2011-04-06',
  '/bodies/balance/work-out': `/bodies/balance/work-out?${NUMBERS}`,
  '/bodies/balance/groups': '/bodies/balance/groups',
  '/bodies/balance/determine': `/bodies/balance/determine?${NUMBERS}`,
  '/bodies/vacancies': '/bodies/vacancies?on=2011-05-12',
  '/bodies/members/import': '/bodies/members/import',
  '/bodies/new': '/bodies/new',
  '/bodies/:body': '/bodies/kent-improvement-board?on=2011-05-12',
  '/bodies/:body/terms': '/bodies/corporate-parenting-panel/terms?on=2014-04-01',
  '/bodies/:body/voters': '/bodies/county-council/voters?on=2011-04-26',
  '/bodies/:body/terms/new': '/bodies/corporate-parenting-panel/terms/new',
  '/bodies/:body/events/new': '/bodies/corporate-parenting-panel/events/new',
  '/bodies/:body/facts/new': '/bodies/corporate-parenting-panel/facts/new',
  '/bodies/:body/lines/new': '/bodies/corporate-parenting-panel/lines/new',
  '/bodies/:body/seats/new': '/bodies/corporate-parenting-panel/seats/new',
  '/bodies/:body/shown-to': '/bodies/corporate-parenting-panel/shown-to',
  '/bodies/:body/record': '/bodies/corporate-parenting-panel/record',
  '/bodies/:body/record/:part/:id/withdraw': ({ line }) =>
    `/bodies/corporate-parenting-panel/record/line/${line}/withdraw`,
  '/bodies/:body/lines/:line/end': ({ line }) => `/bodies/corporate-parenting-panel/lines/${line}/end`,
  '/bodies/:body/seats/:seat/end': ({ seat }) => `/bodies/corporate-parenting-panel/seats/${seat}/end`,
  '/bodies/:body/seats/:seat/appoint': ({ seat }) =>
    `/bodies/corporate-parenting-panel/seats/${seat}/appoint`,
  '/bodies/:body/members/:sitting/end': ({ sitting }) =>
    `/bodies/corporate-parenting-panel/members/${sitting}/end`,
  '/plan/import': '/plan/import',
  '/plan/:plan': PLAN,
  '/plan/:plan/breaks': `${PLAN}/breaks`,
  '/plan/:plan/requirements': `${PLAN}/requirements`,
  '/plan/:plan/requirement/:ref': `${PLAN}/requirement/IN-3`,
  '/plan/:plan/priority/:number': `${PLAN}/priority/2`,
  '/plan/:plan/outcome/:ref': `${PLAN}/outcome/2.1`,
  '/plan/:plan/actions': `${PLAN}/actions?status=running&page=2`,
  '/plan/:plan/action/:ref': `${PLAN}/action/2.1.4`,
  '/plan/:plan/milestones': `${PLAN}/milestones?due=2011-05`,
  '/plan/:plan/action/:ref/milestone/:milestone': `${PLAN}/action/2.1.4/milestone/2`,
  '/plan/:plan/measures': `${PLAN}/measures`,
  '/plan/:plan/action/:ref/milestone/:milestone/measure/:measure': `${PLAN}/action/2.1.4/milestone/2/measure/1`,
  '/plan/:plan/leads': `${PLAN}/leads`,
  '/plan/:plan/lead/:lead': `${PLAN}/lead/heads-of-service`,
  '/plan/:plan/oddities': `${PLAN}/oddities`,
  '/plan/:plan/coverage': `${PLAN}/coverage`,
  '/plan/:plan/roadmap': `${PLAN}/roadmap`,
  '/plan/:plan/report': `${PLAN}/report`,
  '/plan/:plan/versions': `${PLAN}/versions`,
  '/plan/:plan/versions/:version': `${PLAN}/versions/2`,
};

/**
 * Routes that answer with a file, or for a machine; and those in the middle of something, which its own journey visits:
 * of a draft, of signing in with a code, of signing in elsewhere.
 */
export const NOT_PAGES =
  /\.(csv|xlsx|pdf|docx|svg|png|jsonl?)$|^\/(healthz|readyz|version)$|^\/plan\/import\/:draft|^\/bodies\/members\/import\/:draft|^\/sign-in\/(code|organisation)/;

export const isOfPlans = (route: string): boolean => /^\/plan\b/.test(route);
export const isOfBodies = (route: string): boolean => /^\/bodies\b/.test(route);
