import { addPlain, addresses } from './addresses.ts';
import type { World } from './world.ts';

/** Addresses of the routes there are. A later module adds its own here, or beside its secrets. */

addPlain(
  '/healthz',
  '/readyz',
  '/version',
  '/glossary',
  '/accessibility',
  '/audit',
  '/audit/trail.csv',
  '/audit/verify',
  '/people',
  '/people/new',
  '/posts',
  '/posts/new',
  '/sign-in',
  '/sign-in/help',
  '/sign-in/code',
  '/sign-in/passkey',
  '/sign-in/organisation',
  '/sign-in/organisation/return',
  '/sign-out',
  '/account',
  '/account/password',
  '/account/recovery-codes',
  '/account/passkeys',
  '/account/passkeys/remove',
  '/account/sessions/end',
  '/access',
  '/access/matrix',
  '/access/sessions',
  '/access/sessions/end',
  '/access/organisation',
  '/access/outbox',
  '/access/outbox/handed-over',
  '/access/council',
  '/look-around',
  '/plan/import',
  '/my-work',
  '/',
);

addresses.add('/', ['/?on=2011-05-12', '/?on=yesterday']);
addresses.add('/sign-in', ['/sign-in?back=/people', '/sign-in?back=https://elsewhere.example']);
addresses.add('/audit/trail.jsonl', ['/audit/trail.jsonl']);
addresses.add('/audit/event/:sequence', ['/audit/event/1', '/audit/event/70', '/audit/event/100000']);

// Searches that would find a secret name, a name before it was put right, and what is there for all.
const searched = ['Zephyrine', 'Persona', 'Quay', 'Perpetua', 'Head'];
addresses.add('/people', [
  ...searched.map((search) => `/people?search=${search}`),
  (world) => `/people?search=${world.word('surname typed wrongly 1')}`,
  (world) => `/people?search=${world.word('surname of in-both')}`,
  '/people?page=2',
  '/people?page=999',
  '/people?on=2011-05-12',
]);
addresses.add('/posts', [...searched.map((search) => `/posts?search=${search}`), '/posts?page=2']);

// People before and after where the secrets begin, of whom some are in one world alone, and some in neither.
const around = Array.from({ length: 24 }, (_, index) => index - 16);
const somePeople = (path: (id: number) => string) => [
  (world: World) => path(world.facts.people[0] ?? 0),
  (world: World) => path(world.facts.people[2] ?? 0),
  ...[0, 1, 2, 3, 900].map((further) => (world: World) => path(world.facts.nextPerson + further)),
];
addresses.add('/people/:person', [
  ...around.map((further) => (world: World) => `/people/${world.facts.nextPerson + further}`),
  '/people/1',
  '/people/none',
]);
addresses.add(
  '/people/:person/name',
  somePeople((id) => `/people/${id}/name`),
);
addresses.add(
  '/people/:person/leaving',
  somePeople((id) => `/people/${id}/leaving`),
);
addresses.add(
  '/people/:person/access',
  somePeople((id) => `/people/${id}/access`),
);
addresses.add(
  '/people/:person/access/roles',
  somePeople((id) => `/people/${id}/access/roles`),
);
addresses.add(
  '/people/:person/access/account',
  somePeople((id) => `/people/${id}/access/account`),
);
addresses.add(
  '/people/:person/access/link',
  somePeople((id) => `/people/${id}/access/link`),
);
addresses.add(
  '/people/:person/access/close',
  somePeople((id) => `/people/${id}/access/close`),
);
addresses.add('/people/:person/same-as/:other', [
  ({ facts }) => `/people/${facts.people[2]}/same-as/${facts.people[3]}`,
  ({ facts }) => `/people/${facts.nextPerson}/same-as/${facts.nextPerson + 1}`,
]);

const somePosts = (path: (id: number) => string) => [
  ...[0, 1, 2].map((index) => (world: World) => path(world.facts.posts[index] ?? 0)),
  () => path(100_000),
];
addresses.add(
  '/posts/:post',
  somePosts((id) => `/posts/${id}`),
);
addresses.add(
  '/posts/:post/holders',
  somePosts((id) => `/posts/${id}/holders`),
);
addresses.add(
  '/posts/:post/appoint',
  somePosts((id) => `/posts/${id}/appoint`),
);
addresses.add(
  '/posts/:post/roles',
  somePosts((id) => `/posts/${id}/roles`),
);
for (const what of ['end', 'correct'])
  addresses.add(`/holdings/:holding/${what}`, [`/holdings/1/${what}`, `/holdings/100000/${what}`]);
addresses.add(
  '/access/roles/:grant/end',
  [1, 22, 25, 100_000].map((id) => `/access/roles/${id}/end`),
);

const links = (path: (token: string) => string) => [
  (world: World) => path(world.of('link that opens nothing')),
  () => path('none'),
];
addresses.add(
  '/set-up/:token',
  links((token) => `/set-up/${token}`),
);
addresses.add(
  '/link/:token',
  links((token) => `/link/${token}`),
);
addresses.add(
  '/link/:token/passkey',
  links((token) => `/link/${token}/passkey`),
);

// Drafts of both worlds, of one alone, and a number that is no draft.
const drafts = (rest: string) => [
  ...['first draft', 'second draft', 'dropped draft', 'no draft'].map(
    (label) => (world: World) => `/plan/import/${world.of(label)}${rest}`,
  ),
  `/plan/import/none${rest}`,
];
addresses.add('/plan/import/:draft', drafts(''));
for (const part of [
  'drop',
  'reading.json',
  'problems',
  'rows',
  'columns',
  'accept',
  'readers',
  'seen',
  'seen.csv',
])
  addresses.add(`/plan/import/:draft/${part}`, drafts(`/${part}`));
addresses.add('/plan/import/:draft/action/:ref', drafts('/action/1.1.1'));
addresses.add('/plan/import/:draft/action/:ref/milestone/:ordinal', drafts('/action/1.1.1/milestone/1'));

const ofPlan = (...parts: readonly string[]) => parts.map((part) => `/plan/kent-2011${part}`);
const noPlan = '/plan/getting-better-in-loamshire';
addresses.add('/plan/:plan', [...ofPlan('', '?on=2011-05-12', '?on=2099-01-01'), noPlan]);
addresses.add('/plan/:plan/requirement/:ref', ofPlan('/requirement/IN-3', '/requirement/none'));
addresses.add('/plan/:plan/priority/:number', ofPlan('/priority/1', '/priority/99'));
addresses.add('/plan/:plan/outcome/:ref', ofPlan('/outcome/1.1', '/outcome/99.9'));
addresses.add('/plan/:plan/action/:ref', ofPlan('/action/1.1.1', '/action/99.9.9'));
addresses.add('/plan/:plan/action/:ref/milestone/:milestone', ofPlan('/action/1.1.1/milestone/1'));
addresses.add(
  '/plan/:plan/action/:ref/milestone/:milestone/measure/:measure',
  ofPlan('/action/1.1.1/milestone/1/measure/1'),
);
addresses.add('/plan/:plan/lead/:lead', ofPlan('/lead/head-of-corporate-parenting', '/lead/none'));
addresses.add('/plan/:plan/versions/:version', ofPlan('/versions/1', '/versions/2'));
for (const page of ['versions', 'roadmap', 'report'])
  addresses.add(`/plan/:plan/${page}`, [...ofPlan(`/${page}`), `${noPlan}/${page}`]);
for (const list of [
  'requirements',
  'actions',
  'milestones',
  'measures',
  'leads',
  'coverage',
  'oddities',
  'breaks',
]) {
  addresses.add(`/plan/:plan/${list}`, [
    ...ofPlan(`/${list}`, `/${list}?search=Zephyrine`),
    `${noPlan}/${list}`,
  ]);
  for (const format of ['csv', 'xlsx'])
    addresses.add(`/plan/:plan/${list}.${format}`, ofPlan(`/${list}.${format}`));
}
for (const format of ['pdf', 'docx'])
  addresses.add(`/plan/:plan/report.${format}`, ofPlan(`/report.${format}`), { isDear: true });
