import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download, json, notFound, problem } from '../../src/platform/web/answer.ts';
import { notAllowed } from '../../src/platform/web/problem.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import { addSomebody, recordHolding } from '../support/recorded-facts.ts';
import { addressesAmiss, addPlain, READERS, secrets, TwoWorlds, type World } from '../support/two-worlds.ts';

/** Nothing a reader without rights is shown depends on what they may not see: not a byte, not a header, not a number. */
describe('two worlds that differ only in what is secret', () => {
  let worlds: TwoWorlds;
  beforeAll(async () => {
    worlds = await TwoWorlds.open();
  });
  afterAll(() => worlds.close());

  it('differ in many secrets, and are asked for every route', () => {
    expect(secrets.list().flatMap(({ differs }) => differs).length).toBeGreaterThanOrEqual(25);
    expect(addressesAmiss(worlds.routes, worlds.worlds[0])).toEqual([]);
  });

  it.each(READERS)('are the same to $who', async (reader) => {
    const status = worlds.worlds[0].facts.personas.has(reader.who) ? 200 : 303;
    expect(await worlds.statusOf(reader, '/account')).toEqual([status, status]);
    const { differences, escaped, requests } = await worlds.compare(reader);
    expect(differences.slice(0, 20)).toEqual([]);
    expect(escaped.slice(0, 20)).toEqual([]);
    expect(requests).toBeGreaterThan(300);
  });

  it('log nothing of a secret', () => {
    expect(worlds.linesLogged).toBeGreaterThan(1000);
    expect(worlds.wordsLogged()).toEqual([]);
  });

  it('share with caches only what is one and the same for everybody', async () => {
    const { shared, wrong } = await worlds.sharedByCaches();
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(shared).toBeGreaterThan(100);
  }, 600_000);

  it('show an auditor nothing that is in a draft', async () => {
    expect(await worlds.wordsShownToAuditors()).toEqual([]);
  });
});

describe('two worlds with pages that give a secret away', () => {
  const [thePublic] = READERS;
  let worlds: TwoWorlds;
  beforeAll(async () => {
    worlds = await TwoWorlds.open(addLeaks);
    addPlain('/leak/count', '/leak/title', '/leak/status', '/leak/error');
  });
  afterAll(() => worlds.close());

  const found = async (path: string) => {
    if (thePublic === undefined) throw new Error('There is no reader');
    return worlds.compareAddresses(thePublic, path);
  };

  it('are told apart by a number in a header', async () => {
    const { differences } = await found('/leak/count');
    expect(differences).toContainEqual({
      who: 'the public',
      request: 'GET /leak/count',
      place: 'header content-disposition',
      inA: expect.stringContaining('1 drafts.txt'),
      inB: expect.stringContaining('2 drafts.txt'),
    });
    expect(differences.map(({ request, place }) => `${request}, ${place}`)).toContain(
      'HEAD /leak/count, header content-disposition',
    );
  });

  it('are told apart by a title in a body, and the word in it is found', async () => {
    const { differences, escaped } = await found('/leak/title');
    expect(differences).toContainEqual(
      expect.objectContaining({ request: 'GET /leak/title', place: expect.stringMatching(/^body at \d+$/) }),
    );
    expect(escaped).toContainEqual({
      who: 'the public',
      request: 'GET /leak/title in world A',
      what: 'title of the first draft',
    });
  });

  it('are told apart by there being something or not', async () => {
    const { differences } = await found('/leak/status');
    expect(differences).toContainEqual(
      expect.objectContaining({ place: 'status', inA: '404', inB: '403', request: 'GET /leak/status' }),
    );
  });

  it('say nothing of what an error carries, on the page or in the log', async () => {
    const { differences, escaped } = await found('/leak/error');
    expect(differences).toEqual([]);
    expect(escaped).toEqual([]);
    expect(worlds.wordsLogged()).toEqual([]);
  });

  // Their number is the moment, in one world as well, and so stands for itself; it must tell nothing of those before them.
  it('are the same when somebody is added to the record after them', async () => {
    for (const world of worlds.worlds) {
      const { db, facts } = world;
      const personId = await addSomebody(db, 'Josephine Later');
      world.stands('somebody added later', String(personId));
      await recordHolding(db, { personId, postId: facts.posts[1] ?? 0, from: '2026-08-01' });
    }
    const { differences } = await found('/people');
    expect(differences.slice(0, 5)).toEqual([]);
  });
});

/** Routes as they must never be. Each is caught by another part of the comparison, but for the last, which gives nothing away. */
function addLeaks(server: WebServer, world: World): void {
  const countDrafts = async () => {
    const { count } = await world.db
      .selectFrom('planimport.draft')
      .select((all) => all.fn.countAll<number>().as('count'))
      .where('ended', 'is', null)
      .executeTakeFirstOrThrow();
    return count;
  };
  server.route({
    method: 'GET',
    path: '/leak/count',
    access: 'public',
    handler: async () =>
      download({ fileName: `${await countDrafts()} drafts.txt`, mediaType: 'text/plain', body: 'Nothing' }),
  });
  server.route({
    method: 'GET',
    path: '/leak/title',
    access: 'public',
    handler: () => json({ title: `Plan ${world.word('title of the first draft')}` }),
  });
  server.route({
    method: 'GET',
    path: '/leak/status',
    access: 'public',
    handler: async () =>
      (await countDrafts()) > 1 ? problem(notAllowed({ needs: 'may count drafts' })) : notFound(),
  });
  server.route({
    method: 'GET',
    path: '/leak/error',
    access: 'public',
    handler: () => {
      throw new Error(`No row for ${world.word('title of the first draft')}`);
    },
  });
}
void addSomebody;
void recordHolding;
