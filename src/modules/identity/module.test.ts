import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../app.ts';
import { createLog } from '../../platform/log.ts';
import type { RouteFact } from '../../platform/web/route.ts';
import { openForm } from '../../platform/web/story/form-token.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { signedInAs } from '../../../test/support/signed-in.ts';
import { Seal } from '../../platform/secrets/seal.ts';
import { FORM_SECRET } from '../../../test/support/cookie-names.ts';

let database: TestDatabase;
let app: FastifyInstance;
let routes: readonly RouteFact[];
let asAdministrator: string;
beforeAll(async () => {
  database = await openTestDatabase();
  const server = await buildApp({
    config: { brandColour: undefined, logo: undefined },
    councilName: 'Loamshire',
    dataFolder: 'no-such-folder',
    formSecret: FORM_SECRET,
    seal: new Seal(Buffer.alloc(32, 7)),
    db: database.pagesDb,
    log: createLog('silent'),
    clock: () => new Date('2030-07-01T12:00:00Z'),
  });
  app = server.app;
  routes = server.listRoutes();
  ({ cookie: asAdministrator } = await signedInAs(database.db, 'administrator'));
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function get(url: string) {
  const { statusCode, body } = await app.inject({ method: 'GET', url, headers: { cookie: asAdministrator } });
  return { status: statusCode, text: wordsOf(body) };
}

/** What a reader sees of a page, on one line. */
function wordsOf(body: string): string {
  return body
    .replaceAll(/<head.*?<\/head>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.;:)])/g, '');
}

/** Opens a page as a reader would, fills its form and sends it. */
async function send(page: string, fields: Readonly<Record<string, string>>, to = page) {
  const { token, cookie } = await openForm(app, page, { cookie: asAdministrator });
  const answer = await app.inject({
    method: 'POST',
    url: to,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ _csrf: token, ...fields }).toString(),
  });
  return {
    status: answer.statusCode,
    location: answer.headers.location ?? '',
    text: wordsOf(answer.body),
    body: answer.body,
  };
}

function day(name: string, text: string): Record<string, string> {
  const [of = '', month = '', year = ''] = text.split(' ');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
}

const SAYS = { source: 'Minutes of 1 February 2030', ...day('statedOn', '1 2 2030') };

async function addPerson(forenames: string, surname: string): Promise<string> {
  const { location } = await send('/people/new', { forenames, surname, source: 'Register' });
  return location;
}

let titles = 0;
async function addPost(holders = 'one'): Promise<string> {
  titles += 1;
  const { location } = await send('/posts/new', { title: `Head of Rivers ${titles}`, holders });
  return location;
}

const idOf = (path: string) => path.split('/').at(-1) ?? '';

function appoint(
  post: string,
  person: string,
  rest: Readonly<Record<string, string>> = day('since', '1 2 2030'),
) {
  return send(`${post}/appoint`, { person: idOf(person), manner: 'substantive', ...SAYS, ...rest });
}

/** The address of a link on a page, by how it begins. */
async function linkOn(page: string, pattern: RegExp): Promise<string> {
  const { body } = await app.inject({ method: 'GET', url: page, headers: { cookie: asAdministrator } });
  return pattern.exec(body)?.[1] ?? '';
}

const endLink = (page: string) => linkOn(page, /href="(\/holdings\/\d+\/end)"/);
const correctLink = (page: string) => linkOn(page, /href="(\/holdings\/\d+\/correct)"/);

describe('people', () => {
  it('are added, found by any word of their name, and say what looks alike', async () => {
    const first = await addPerson('Hazel May', 'Umberwade');
    const second = await addPerson('H', 'Umberwade');
    expect((await get(second)).text).toContain('nothing more to go by');
    const list = await get('/people?search=umberwade+hazel');
    expect(list.text).toContain('Hazel May Umberwade');
    expect(list.text).toContain('1 person');
    expect((await get('/people?search=nobody+%25_')).text).toContain('Nobody fits');
    expect((await get(first)).status).toBe(200);
  });

  it('keep what was typed beside the sentence that says what to do', async () => {
    const answer = await send('/people/new', { forenames: 'Hazel <b>', surname: ' ' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('There is a problem Enter the surname Enter who says so');
    expect(answer.body).toContain('value="Hazel &lt;b>"');
    expect(answer.body).toContain('href="#surname"');
  });

  it('take another name from a day, and are read by the name of the day', async () => {
    const person = await addPerson('Ravi', 'Teasleby');
    const renamed = await send(`${person}/name`, {
      forenames: 'Ravi',
      surname: 'Vellumore',
      source: 'Register',
      change: 'from-a-day',
      ...day('from', '1 5 2030'),
    });
    expect(renamed.location).toBe(person);
    expect((await get(`${person}?on=2030-04-30`)).text).toContain('Ravi Teasleby Posts, as at');
    expect((await get(person)).text).toContain('Ravi Vellumore Posts, as at');
    const chosenNothing = await send(`${person}/name`, { surname: 'x', source: 'y' });
    expect(chosenNothing.text).toContain('Choose whether the name changed or was recorded wrongly');
  });

  it.each(['/people/999999', '/people/0', '/people/x', '/people/999999/leaving', '/people/999999/name'])(
    'there are not at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('joining records', () => {
  it('needs a reason, shows both as one, and is taken back', async () => {
    const one = await addPerson('Kezia', 'Snowdroppe');
    const other = await addPerson('Kezia', 'Snowdroppe');
    const path = `${one}/same-as/${idOf(other)}`;
    const without = await send(one, { verdict: 'same', reason: '' }, path);
    expect(without.status).toBe(422);
    expect(without.body).toContain(`href="#reason-${idOf(other)}"`);
    expect((await send(one, { verdict: 'same', reason: 'One payroll number' }, path)).location).toBe(one);
    expect((await get(other)).text).toContain('Joined records Kezia Snowdroppe; Kezia Snowdroppe');
    expect((await get('/people?search=snowdroppe')).text).toContain('2 records joined');
    expect((await send(one, { verdict: 'open', reason: 'Two numbers after all' }, path)).status).toBe(303);
    expect((await get('/people?search=snowdroppe')).text).toContain('2 people');
  });

  it('is not proposed again once somebody said no', async () => {
    const one = await addPerson('Magnus', 'Gorsehill');
    const other = await addPerson('Magnus', 'Gorsehill');
    await send(one, { verdict: 'different', reason: 'Father and son' }, `${one}/same-as/${idOf(other)}`);
    const { text } = await get(one);
    expect(text).toContain('No other record has a name like this one');
    expect(text).toContain('two people Father and son');
  });
});

describe('posts', () => {
  it('say who held them on any day, and when nobody did', async () => {
    const [ann, bo, post] = [
      await addPerson('Ann', 'Foxgloveley'),
      await addPerson('Bo', 'Kingcupp'),
      await addPost(),
    ];
    expect(
      (await appoint(post, ann, { ...day('since', '1 2 2030'), ...day('until', '30 4 2030') })).location,
    ).toBe(post);
    await appoint(post, bo, { ...day('since', '1 6 2030'), manner: 'acting' });
    expect((await get(`${post}?on=2030-03-01`)).text).toContain(
      'Held by, as at 1 March 2030 Ann Foxgloveley',
    );
    expect((await get(`${post}?on=2030-05-15`)).text).toContain('Held by, as at 15 May 2030 Vacant');
    const { text } = await get(post);
    expect(text).toContain('Bo Kingcupp (acting)');
    expect(text).toContain('From 1 May 2030 to 31 May 2030 Vacant');
    expect((await get(`${bo}?on=2030-06-02`)).text).toContain('From 1 June 2030, no last day recorded.');
    expect((await get('/posts?search=rivers&on=2030-05-15')).text).toContain('Vacant');
  });

  it('refuse a second holder with a sentence, and take a job share', async () => {
    const [ann, bo, post] = [
      await addPerson('Ann', 'Foxgloveley'),
      await addPerson('Bo', 'Kingcupp'),
      await addPost(),
    ];
    await appoint(post, ann, { ...day('since', '1 2 2030'), jobShare: 'yes' });
    const refused = await appoint(post, bo);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(
      'is meant for one holder, and Ann Foxgloveley is recorded in it from 1 February 2030',
    );
    expect(refused.body).toContain('value="Minutes of 1 February 2030"');
    expect((await appoint(post, bo, { ...day('since', '1 2 2030'), jobShare: 'yes' })).status).toBe(303);
  });

  it('say what is wrong with days that cannot be', async () => {
    const [ann, post] = [await addPerson('Ann', 'Foxgloveley'), await addPost()];
    const backwards = await appoint(post, ann, { ...day('since', '1 2 2030'), ...day('until', '1 1 2030') });
    expect(backwards.text).toContain('The last day must be on or after 1 February 2030');
    expect(backwards.body).toContain('href="#until-day"');
    expect((await appoint(post, ann, day('since', '31 2 2030'))).text).toContain(
      'The first day must be a real day',
    );
    expect((await appoint(post, '/people/', {})).text).toContain('Choose who is appointed');
  });

  it('are for one again only where no two were recorded at once', async () => {
    const [ann, bo, post] = [
      await addPerson('Ann', 'Foxgloveley'),
      await addPerson('Bo', 'Kingcupp'),
      await addPost('several'),
    ];
    await appoint(post, ann);
    await appoint(post, bo);
    const refused = await send(post, { holders: 'one' }, `${post}/holders`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('recorded in it at once');
  });
});

describe('holdings', () => {
  it('end, and are corrected with what was recorded kept in sight', async () => {
    const [ann, post] = [await addPerson('Ann', 'Foxgloveley'), await addPost()];
    await appoint(post, ann);
    const ended = await send(await endLink(post), { ...day('until', '30 4 2030'), ...SAYS });
    expect(ended.location).toBe(post);
    const correct = await correctLink(post);
    expect((await get(correct)).text).toContain('What is recorded now stays in the record');
    const both = {
      what: 'correct',
      manner: 'acting',
      reason: 'The minutes say March',
      ...SAYS,
      ...day('since', '1 3 2030'),
    };
    const unclear = await send(correct, {
      ...both,
      ...day('until', '30 4 2030'),
      ...day('overBy', '1 5 2030'),
    });
    expect(unclear.text).toContain('not both');
    expect((await send(correct, { ...both, ...day('until', '30 4 2030') })).location).toBe(post);
    const { text } = await get(post);
    expect(text).toContain('What was recorded before');
    expect(text).toContain('from 1 February 2030, no last day recorded');
    expect(text).toContain('The minutes say March');
    expect((await send(post, { ...both, ...day('until', '29 4 2030') }, correct)).location).toBe(post);
  });

  it('are taken out where they never were', async () => {
    const [ann, post] = [await addPerson('Ann', 'Foxgloveley'), await addPost()];
    await appoint(post, ann);
    const correct = await correctLink(post);
    await send(correct, { what: 'withdraw', reason: 'Another Ann' });
    const { text } = await get(post);
    expect(text).toContain('Nobody recorded on this day');
    expect(text).toContain('Taken out of the record');
    const gone = await app.inject({ method: 'GET', url: correct, headers: { cookie: asAdministrator } });
    expect(gone.headers.location).toBe(post);
  });
});

describe('a person leaving', () => {
  it('hands everything on in one step', async () => {
    const [ann, bo, one, other] = [
      await addPerson('Ann', 'Leaverby'),
      await addPerson('Bo', 'Kingcupp'),
      await addPost(),
      await addPost(),
    ];
    await appoint(one, ann);
    await appoint(other, ann);
    const { text, status } = await get(`${ann}/leaving`);
    expect(status).toBe(200);
    expect(text).toContain('The 2 posts they still hold');
    const holding = idOf((await endLink(one)).replace('/end', ''));
    const second = idOf((await endLink(other)).replace('/end', ''));
    const missing = await send(`${ann}/leaving`, { [`to-${holding}`]: idOf(bo), [`to-${second}`]: '' });
    expect(missing.text).toContain('Enter their last day');
    expect(missing.body).toContain(`<option value="${idOf(bo)}" selected`);
    const left = await send(`${ann}/leaving`, {
      [`to-${holding}`]: idOf(bo),
      [`to-${second}`]: '',
      ...day('lastDay', '31 7 2030'),
      ...SAYS,
    });
    expect(left.location).toBe(ann);
    expect((await get(`${one}?on=2030-08-01`)).text).toContain('Held by, as at 1 August 2030 Bo Kingcupp');
    expect((await get(`${other}?on=2030-08-01`)).text).toContain('Held by, as at 1 August 2030 Vacant');
    expect((await get('/audit')).text).toContain('1 post handed on, 1 left vacant');
  });
});

it('changes nothing for a form that is not our own', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/people/new',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'surname=Nobody&source=x',
  });
  expect(answer.statusCode).toBe(403);
  expect((await get('/people?search=Nobody')).text).toContain('Nobody fits');
});

it('lets administrators alone change anything, or open a form that would', () => {
  const own = routes.filter(({ path }) => /^\/(people|posts|holdings)\b/.test(path));
  const open = own.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`);
  expect(open.toSorted()).toEqual(['GET /people', 'GET /people/:person', 'GET /posts', 'GET /posts/:post']);
  expect(own.filter(({ method }) => method === 'POST').length).toBeGreaterThan(7);
  const guarded = own.filter(({ access }) => access !== 'public');
  const needs = new Set(guarded.map(({ access }) => (access === 'public' ? '' : access.needs)));
  expect([...needs].toSorted()).toEqual([
    'may change people, posts and who holds them',
    'may manage who signs in and what they may do',
    'may read who has which role',
    'may say that two records are of one person',
  ]);
});
