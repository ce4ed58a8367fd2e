import { addPlain, addresses } from './addresses.ts';
import type { World } from './world.ts';

/** Addresses of bodies: those everybody knows, those of one world alone, and those that are nowhere. */

addPlain(
  '/bodies/conflicts',
  '/bodies/accountability/posts/new',
  '/bodies/options',
  '/bodies/options/new',
  '/bodies/balance/groups',
  '/bodies/balance/determine',
  '/bodies/vacancies',
  '/bodies/members/import',
  '/bodies/new',
);

const DAYS = ['2011-03-30', '2011-04-06', '2014-04-01'];
const onDays = (path: string) => [
  path,
  ...DAYS.map((day) => `${path}${path.includes('?') ? '&' : '?'}on=${day}`),
];
addresses.add('/bodies', [...onDays('/bodies'), '/bodies?all=yes', '/bodies?zoom=150']);
addresses.add('/bodies/list', [
  ...onDays('/bodies/list'),
  '/bodies/list?search=panel',
  (world) => `/bodies/list?search=${world.word('name of the first body')}`,
]);
addresses.add('/bodies/diagram.svg', onDays('/bodies/diagram.svg?all=yes'));
addresses.add('/bodies/diagram.png', ['/bodies/diagram.png'], { isDear: true });
addresses.add('/bodies/diagram.pdf', ['/bodies/diagram.pdf?on=2011-04-06'], { isDear: true });
addresses.add('/bodies/changes', [
  '/bodies/changes',
  '/bodies/changes?from-day=1&from-month=1&from-year=2011&to-day=1&to-month=6&to-year=2011',
  '/bodies/changes?from-day=1&from-month=1&from-year=2011&to-day=1&to-month=6&to-year=2030',
]);
addresses.add('/bodies/accountability', onDays('/bodies/accountability'));
addresses.add('/bodies/accountability/:protocol', [
  '/bodies/accountability/nolan-principles',
  '/bodies/accountability/nothing',
]);
addresses.add('/bodies/options/:paper', [
  '/bodies/options/options-for-governing-specialist-childrens-services-2014',
  '/bodies/options/nothing',
]);
addresses.add('/bodies/options/:paper/new', ['/bodies/options/nothing/new']);
addresses.add('/bodies/balance', onDays('/bodies/balance'));
addresses.add('/bodies/balance/work-out', [
  '/bodies/balance/work-out',
  '/bodies/balance/work-out?council=9&groups=Blue+9&bodies=Panel+3',
]);
addresses.add('/bodies/popolo.json', onDays('/bodies/popolo.json'), { isDear: true });
addresses.add('/bodies/members.csv', onDays('/bodies/members.csv'));

const LABELS = ['first body', 'second body', 'third body'];
const someBodies = (path: (slug: string) => string) => [
  () => path('county-council'),
  () => path('cabinet'),
  () => path('no-such-body'),
  ...LABELS.map((label) => (world: World) => path(world.of(label))),
];
const aBody = (rest: string) => someBodies((slug) => `/bodies/${slug}${rest}`);
addresses.add('/bodies/:body', [...aBody(''), ...aBody('?on=2011-05-12')]);
for (const rest of ['/terms', '/voters', '/voters.json', '/voters.csv'])
  addresses.add(`/bodies/:body${rest}`, aBody(rest));
for (const rest of ['/terms/new', '/events/new', '/facts/new', '/lines/new', '/seats/new', '/shown-to'])
  addresses.add(`/bodies/:body${rest}`, aBody(rest));
addresses.add('/bodies/:body/record', aBody('/record'));
addresses.add('/bodies/:body/record/:part/:id/withdraw', aBody('/record/fact/1/withdraw'));
addresses.add('/bodies/:body/lines/:line/end', aBody('/lines/1/end'));
addresses.add('/bodies/:body/seats/:seat/end', aBody('/seats/1/end'));
addresses.add('/bodies/:body/seats/:seat/appoint', aBody('/seats/1/appoint'));
addresses.add('/bodies/:body/members/:sitting/end', aBody('/members/1/end'));

const someLists = (path: (id: string) => string) => [
  () => path('00000000-0000-0000-0000-000000000000'),
  ...['first list', 'second list'].map((label) => (world: World) => path(world.of(label))),
];
addresses.add(
  '/bodies/members/import/:draft',
  someLists((id) => `/bodies/members/import/${id}`),
);
addresses.add(
  '/bodies/members/import/:draft/accept',
  someLists((id) => `/bodies/members/import/${id}/accept`),
);
addresses.add(
  '/bodies/members/import/:draft/drop',
  someLists((id) => `/bodies/members/import/${id}/drop`),
);
