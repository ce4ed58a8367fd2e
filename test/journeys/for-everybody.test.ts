import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import {
  accessMatrix,
  accessPaths,
  listPersonas,
  makeLink,
  makeSetUpLink,
  openAccount,
} from '../../src/modules/access/index.ts';
import { type Role, ROLES } from '../../src/modules/identity/index.ts';
import { acceptPlan } from '../../src/modules/planimport/acceptance/accept-plan.ts';
import { readPlanFile } from '../../src/modules/planimport/reading/read-plan-file.port.ts';
import { startImport } from '../../src/modules/planimport/start/start-import.ts';
import { plainDay, systemClock, todayInLondon } from '../../src/platform/time/plain-day.ts';
import { excessWidth, flawsOf } from '../support/passes.ts';
import { type RunningApp, startApp } from '../support/running-app.ts';
import { closeBrowser, DESKTOP, lookAroundAs, NARROWEST, visit, type Visitor } from '../support/visitor.ts';

const PLAN = '/plan/kent-2011';
const OPTIONS = 'options-for-governing-specialist-childrens-services-2014';
const NUMBERS = 'council=84&groups=Blue+73%0AGreen+7%0ARed+3%0ANo+group+1&bodies=Planning+18%0ARegulation+14';

/** An address for every GET route that shows a page; the test below fails when a route has none here. */
const PAGES: Readonly<Record<string, string | ((made: Made) => string)>> = {
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
const NOT_PAGES =
  /\.(csv|xlsx|pdf|docx|svg|png|jsonl?)$|^\/(healthz|readyz|version)$|^\/plan\/import\/:draft|^\/bodies\/members\/import\/:draft|^\/sign-in\/(code|organisation)/;

/** What some addresses need. */
interface Made {
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

/** Lets every made-up person sign in, so that their pages are as a real person's, and makes the links. */
async function makeThings(db: RunningApp['db']): Promise<Made> {
  const actor = { kind: 'operator', name: 'Test' } as const;
  const personas = await listPersonas(db, todayInLondon(systemClock));
  return db.transaction().execute(async (tx) => {
    for (const { personId, role } of personas)
      await openAccount(tx, actor, { personId, signInName: `${role}@loamshire.example` });
    const analyst = personas.find(({ role }) => role === 'analyst');
    const person = personas.find(({ role }) => role === 'administrator')?.personId ?? 0;
    const link = await makeLink(
      tx,
      actor,
      { personId: analyst?.personId ?? 0, personName: analyst?.personName ?? '' },
      null,
    );
    const { rows } = await sql<{ id: number }>`
      select id from access.role_grant where person_id = ${person}`.execute(tx);
    if (link.kind !== 'made') throw new Error(link.kind);
    const panel = sql`(select id from bodies.body where slug = 'corporate-parenting-panel')`;
    const { rows: parts } = await sql<{ line: number; seat: number; sitting: number }>`
      select (select min(id) from bodies.line where from_id = ${panel}) as line,
        (select min(seat_no) from bodies.seat where body_id = ${panel}) as seat,
        (select min(id) from bodies.sitting where body_id = ${panel}) as sitting`.execute(tx);
    const [part] = parts;
    if (part === undefined) throw new Error('The sample has no such panel');
    return {
      ...part,
      setUp: await makeSetUpLink(tx, actor),
      link: link.token,
      person,
      grant: rows[0]?.id ?? 0,
    };
  });
}

/** A version in force from the day after the sample's own, so that there is a difference to show. */
async function acceptSecondVersion(db: RunningApp['db']): Promise<void> {
  const read = await readPlanFile({
    fileName: 'plan.json',
    bytes: readFileSync(new URL('../../samples/kent-2011/plan.json', import.meta.url)),
  });
  if (read.kind !== 'read') throw new Error(read.sentence);
  const [first] = read.reading.priorities;
  const reading = { ...read.reading, priorities: first === undefined ? [] : [first] };
  const actor = { kind: 'operator', name: 'Test' } as const;
  await db.transaction().execute(async (tx) => {
    const { draftId } = await startImport(tx, actor, { ...read, reading, columns: {} });
    const accepted = await acceptPlan(tx, actor, {
      draftId,
      plan: { slug: 'kent-2011' },
      inForceFrom: plainDay(2011, 5, 13),
      opensOn: null,
      comparedWith: 1,
    });
    expect(accepted.kind).toBe('accepted');
  });
}

let app: RunningApp;
let made: Made;
beforeAll(async () => {
  app = await startApp();
  await acceptSecondVersion(app.db);
  made = await makeThings(app.db);
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
});

it('has an address here for every page there is', () => {
  const pages = app.routes.filter(({ method, path }) => method === 'GET' && !NOT_PAGES.test(path));
  expect(pages.map(({ path }) => path).filter((path) => PAGES[path] === undefined)).toEqual([]);
});

type Reader = Role | 'the public';

/** A browser for each reader, with what its console complained of. */
const readers = new Map<Reader, { readonly visitor: Visitor; readonly complaints: string[] }>();

async function readerWhoIs(reader: Reader) {
  const known = readers.get(reader);
  if (known !== undefined) return known;
  const visitor = await visit(app.address);
  if (reader !== 'the public') await lookAroundAs(visitor, reader);
  const complaints: string[] = [];
  visitor.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  readers.set(reader, { visitor, complaints });
  return { visitor, complaints };
}

/** Everybody the access matrix lets in, the public first. */
function whoMayOpen(route: string): readonly Reader[] {
  const row = accessMatrix(app.routes).find(({ method, path }) => method === 'GET' && path === route);
  return (['the public', ...ROLES] as const).filter((_, index) => row?.open[index] === true);
}

/**
 * Whom a page is looked at as. At a desktop: a public page as the public and as the two who are shown the most buttons, a
 * guarded one as everybody who may open it. At 320 pixels as one of them, the public or an administrator where they may:
 * what is shown to each differs by its buttons, which the desktop has judged, and 60 pages at both widths would take 20
 * minutes.
 */
function readersOf(route: string, viewport: { readonly width: number }): readonly Reader[] {
  const open = whoMayOpen(route);
  const isPublic = open.includes('the public');
  if (viewport.width === DESKTOP.width)
    return isPublic ? ['the public', 'administrator', 'delivery-lead'] : open;
  return isPublic ? ['the public'] : open.includes('administrator') ? ['administrator'] : open.slice(0, 1);
}

describe.each(Object.entries(PAGES))('%s', (route, at) => {
  it.each([
    ['a desktop', DESKTOP],
    ['320 pixels', NARROWEST],
  ])(
    'passes axe, keeps to its width and makes no complaint, for whoever may open it, at %s',
    async (_, viewport) => {
      const looking = readersOf(route, viewport);
      expect(looking.length).toBeGreaterThan(0);
      // Each in a browser of their own, so all at once.
      await Promise.all(
        looking.map(async (reader) => {
          const { visitor, complaints } = await readerWhoIs(reader);
          const { page } = visitor;
          complaints.length = 0;
          await page.setViewportSize(viewport);
          const address = app.address + (typeof at === 'string' ? at : at(made));
          const response = await page.goto(address);
          expect(response?.status(), reader).toBe(200);
          expect(page.url(), reader).toBe(address);
          expect(await flawsOf(page), reader).toEqual([]);
          expect(await excessWidth(page), reader).toBe(0);
          expect(complaints, reader).toEqual([]);
        }),
      );
    },
  );
});

it('sends everybody whom the matrix does not let in away, and shows them no link there', async () => {
  for (const reader of ['the public', ...ROLES] as const) {
    const { visitor } = await readerWhoIs(reader);
    const links: string[] = [];
    for (const start of ['/', '/people', '/access'].filter((route) => whoMayOpen(route).includes(reader))) {
      await visitor.page.goto(app.address + start);
      links.push(
        ...(await visitor.page
          .locator('nav a')
          .evaluateAll((found) => found.map((link) => link.getAttribute('href')?.split('?')[0] ?? ''))),
      );
    }
    for (const route of Object.keys(PAGES).filter((path) => links.includes(path)))
      expect(whoMayOpen(route), `${reader} is shown ${route}`).toContain(reader);
    for (const [route, at] of Object.entries(PAGES)) {
      if (whoMayOpen(route).includes(reader)) continue;
      const address = app.address + (typeof at === 'string' ? at : at(made));
      const response = await visitor.page.request.get(address, { maxRedirects: 0 });
      expect(response.status(), `${reader} at ${route}`).toBe(reader === 'the public' ? 303 : 403);
    }
  }
});

it('says the same without JavaScript', async () => {
  for (const path of [PLAN, `${PLAN}/actions?priority=2`, `${PLAN}/coverage`]) {
    const [withIt, without] = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const reader = await visit(app.address + path, { javaScriptEnabled });
        const text = await reader.page.locator('main').textContent();
        await reader.leave();
        return text;
      }),
    );
    expect(without).toBe(withIt);
  }
});

it('prints without its navigation', async () => {
  const reader = await visit(`${app.address}${PLAN}/actions`);
  await reader.page.emulateMedia({ media: 'print' });
  for (const selector of ['.tl-navigation', '.tl-filter', '.tl-list-head__exports'])
    expect(await reader.page.locator(selector).first().isVisible(), selector).toBe(false);
  expect(await reader.page.locator('table').first().isVisible()).toBe(true);
  await reader.leave();
});

it('answers with a page that helps where there is nothing', async () => {
  const reader = await visit(`${app.address}${PLAN}/action/9.9.9`);
  expect(await reader.page.locator('h1').innerText()).toBe('Page not found');
  await reader.leave();
});

it('says in which version a thing stood that the plan of the day does not have', async () => {
  const reader = await visit(`${app.address}${PLAN}/action/6.1.1?on=2011-06-01`);
  expect(await reader.page.locator('h1').innerText()).toBe('Action 6.1.1 was not in the plan on 1 June 2011');
  expect(await reader.page.locator('main').innerText()).toContain('version 1');
  await reader.leave();
});
