import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import {
  aPerson,
  aRole,
  asThePublic,
  somebodyWhoIs,
  TEST_DAY,
  whoAsksAs,
} from '../../../../test/support/asking-as.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import { json } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { judgeThing } from '../../access/index.ts';
import { mayReadTrail, ROLES } from '../../identity/index.ts';
import { addImportRoutes } from '../module.ts';
import { importPaths } from '../paths.ts';
import { mayAskForDrafts } from '../permissions.ts';
import { mayChangePlans } from '../../improvement/index.ts';

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await bareServer(whoAsksAs(await somebodyWhoIs(database.db, 'programme-manager')));
  addImportRoutes(server, { db: database.pagesDb });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const csv = (name: string) => ({
  fileName: `${name}.csv`,
  bytes: `Ref,Action,Timescale,Lead,Measures\n1.1,See every child (${name}),31 June 2026,Ana Brook,Seen`,
});

async function start(): Promise<PlanVisitor> {
  const visitor = new PlanVisitor(server);
  await visitor.open(importPaths.start());
  return visitor;
}

async function drafts(): Promise<number> {
  return (await database.db.selectFrom('planimport.draft').select('id').execute()).length;
}

describe('a file that cannot be read', () => {
  it.each([
    ['no file at all', null, 'Choose the file that holds the plan'],
    ['an empty one', { fileName: 'plan.csv', bytes: '' }, 'plan.csv is empty'],
    [
      'a program',
      { fileName: 'plan.txt', bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0]) },
      'plan.txt',
    ],
    [
      'a reading that is none',
      { fileName: 'plan.json', bytes: '{"priorities":[]}' },
      'plan.json is not a plan’s reading',
    ],
    [
      'a reading that is no JSON',
      { fileName: 'plan.json', bytes: 'Ref;Action' },
      'plan.json is not JSON that can be read',
    ],
  ])('%s: the page says so beside the box, and nothing is kept', async (_name, file, sentence) => {
    const before = await drafts();
    const visitor = await start();
    const shown = await visitor.upload(importPaths.start(), file);
    expect(shown.status).toBe(422);
    expect(shown.words).toContain('Error: Import a plan');
    expect(shown.html).toContain('<a href="#file">');
    expect(shown.html).toMatch(/id="file-error"/);
    expect(shown.words).toContain(sentence);
    expect(await drafts()).toBe(before);
  });

  it('a name that is markup is printed as a name', async () => {
    const visitor = await start();
    const shown = await visitor.upload(importPaths.start(), {
      fileName: '<img src=x onerror=alert(1)>.csv',
      bytes: '',
    });
    expect(shown.html).not.toContain('<img src=x');
  });

  it('a file without a plan is kept as a draft that says what to do, and cannot be accepted', async () => {
    const visitor = await start();
    const shown = await visitor.upload(importPaths.start(), {
      fileName: 'letter.txt',
      bytes: 'Dear all,\n\nThe picnic is on Saturday.\n',
    });
    expect(shown.status).toBe(200);
    expect(shown.words).toContain('No action was found in this file');
    expect(shown.html).not.toContain('Check and accept');
    const draft = shown.path.split('/').at(-1) ?? '';
    expect((await visitor.open(importPaths.accept(draft))).words).toContain('there is nothing to accept');
    await visitor.open(importPaths.drop(draft));
    await visitor.send(importPaths.drop(draft));
  });
});

describe('the same file brought in twice', () => {
  it('opens the draft there is, as it was left', async () => {
    const visitor = await start();
    const first = await visitor.upload(importPaths.start(), csv('twice'));
    const draft = first.path.split('/').at(-1) ?? '';
    await visitor.send(importPaths.problems(draft), { 'problem-0': 'accept' });
    const before = await drafts();
    const other = await start();
    expect(other.shown.words).toContain('twice.csv');
    expect(other.shown.words).toMatch(/1 of \d/);
    const second = await other.upload(importPaths.start(), { ...csv('twice'), fileName: 'renamed.csv' });
    expect(second.path).toBe(first.path);
    expect(second.words).toContain('is still open. Here it is, as you left it.');
    expect(second.words).toContain('1 of');
    expect(await drafts()).toBe(before);
  });
});

describe('the same file brought in by two people at once', () => {
  it('is one draft, which both look at', async () => {
    const before = await drafts();
    const people = [await start(), await start(), await start()];
    const shown = await Promise.all(people.map((one) => one.upload(importPaths.start(), csv('at-once'))));
    expect(new Set(shown.map(({ path }) => path)).size).toBe(1);
    expect(await drafts()).toBe(before + 1);
  });
});

describe('dropping an import', () => {
  it('asks first, then says that nothing was stored, and what became of it', async () => {
    const visitor = await start();
    const review = await visitor.upload(importPaths.start(), csv('dropped'));
    const draft = review.path.split('/').at(-1) ?? '';
    expect((await visitor.open(importPaths.drop(draft))).words).toContain('Drop this import?');
    const other = new PlanVisitor(server);
    await other.open(importPaths.review(draft));
    const gone = await visitor.send(importPaths.drop(draft));
    expect([gone.path, gone.words.includes('Dropped the import of dropped.csv.')]).toEqual([
      importPaths.start(),
      true,
    ]);
    expect(gone.html).not.toContain(draft);
    const ended = await visitor.open(importPaths.review(draft, { priority: 1 }));
    expect([ended.status, ended.words.includes('This import was dropped')]).toEqual([200, true]);
    const late = await other.send(importPaths.problems(draft), { 'problem-0': 'accept' });
    expect([late.status, late.words.includes('the import was over by then')]).toEqual([409, true]);
  });
});

describe('who may bring in plans', () => {
  /** Addresses of one draft, and which roles their routes are for: those who change plans, or whoever the draft is open to. */
  const paths = (draft: string) =>
    [
      ['GET', importPaths.start(), 'role'],
      ['POST', importPaths.start(), 'role'],
      ['GET', importPaths.review(draft), 'draft'],
      ['GET', importPaths.reading(draft), 'draft'],
      ['POST', importPaths.problems(draft), 'role'],
      ['POST', importPaths.rows(draft), 'role'],
      ['POST', importPaths.columns(draft), 'role'],
      ['GET', importPaths.action(draft, '1.1'), 'role'],
      ['POST', importPaths.action(draft, '1.1'), 'role'],
      ['GET', importPaths.milestone(draft, '1.1', 1), 'role'],
      ['POST', importPaths.milestone(draft, '1.1', 1), 'role'],
      ['GET', importPaths.accept(draft), 'role'],
      ['POST', importPaths.accept(draft), 'role'],
      ['GET', importPaths.drop(draft), 'role'],
      ['POST', importPaths.drop(draft), 'role'],
      ['GET', importPaths.readers(draft), 'role'],
      ['POST', importPaths.readers(draft), 'role'],
      ['GET', importPaths.seen(draft), 'trail'],
      ['GET', importPaths.seenFile(draft), 'trail'],
    ] as const;

  /** A server on which everybody is somebody, with a token of their own, so that it is not for want of one that they are refused. */
  async function strangerTo(options: Parameters<typeof bareServer>[0]) {
    const closed = await bareServer(options);
    addImportRoutes(closed, { db: database.pagesDb });
    closed.route({
      method: 'GET',
      path: '/token',
      access: 'public',
      handler: (visit) => json({ token: visit.formToken() }),
    });
    const stranger = new PlanVisitor(closed);
    const { token } = JSON.parse((await stranger.open('/token')).html) as { token: string };
    return { closed, stranger, send: (path: string) => stranger.send(path, { _csrf: token }) };
  }

  const eventsSoFar = () => database.db.selectFrom('audit.event').select('sequence').execute();

  async function aDraft(name: string): Promise<string> {
    const visitor = await start();
    return (await visitor.upload(importPaths.start(), csv(name))).path.split('/').at(-1) ?? '';
  }

  it('is said by a sentence at every address of an import', async () => {
    const routes = server.listRoutes().filter(({ path }) => path.startsWith('/plan/import'));
    const sentences = routes.map(({ access }) => (access === 'public' ? 'public' : access.needs));
    expect(new Set(sentences)).toEqual(
      new Set([mayChangePlans.sentence, mayAskForDrafts.sentence, mayReadTrail.sentence]),
    );
    const asTested = paths('x').map(([method]) => method);
    expect(routes.map(({ method }) => method).toSorted()).toEqual(asTested.toSorted());
  });

  it('the public is sent to sign in and back, and changes nothing', async () => {
    const draft = await aDraft('public');
    const { closed, stranger, send } = await strangerTo(asThePublic);
    const before = await eventsSoFar();
    for (const [, path] of paths(draft).filter(([method]) => method === 'GET')) {
      const { statusCode, headers } = await closed.app.inject({ method: 'GET', url: path });
      const back = new URLSearchParams({ back: path }).toString();
      expect([path, statusCode, headers.location]).toEqual([path, 303, `/sign-in?${back}`]);
    }
    for (const [, path] of paths(draft).filter(([method]) => method === 'POST')) {
      const { status, words } = await send(path);
      expect([path, status, words.includes('You are not signed in')]).toEqual([path, 403, true]);
    }
    expect(stranger.shown.html).not.toContain('public.csv');
    expect(await eventsSoFar()).toEqual(before);
    await closed.app.close();
  });

  it('somebody with every other role gets in nowhere, and a draft is not there for them', async () => {
    const draft = await aDraft('guarded');
    const none = '387fc867-4087-4cd3-8b7a-4b670c42a58e';
    const others = ROLES.filter((role) => !['programme-manager', 'auditor', 'administrator'].includes(role));
    const { closed, stranger, send } = await strangerTo(
      whoAsksAs(
        aPerson(
          987_654,
          others.map((role) => aRole(role)),
        ),
      ),
    );
    const before = await eventsSoFar();
    for (const [index, [method, path, opens]] of paths(draft).entries()) {
      const { status, words, html } = await (method === 'GET' ? stranger.open(path) : send(path));
      expect([
        method,
        path,
        status,
        /It is for somebody who [^.]+: an? [^.]+\. Ask one of them/.test(words),
      ]).toEqual([method, path, opens === 'draft' ? 404 : 403, opens !== 'draft']);
      if (opens !== 'draft') continue;
      // Nothing tells it from a draft that there is not.
      const other = await stranger.open(paths(none)[index]?.[1] ?? '');
      expect(withoutOwnWords(html, draft)).toBe(withoutOwnWords(other.html, none));
    }
    expect(await eventsSoFar()).toEqual(before);
    await closed.app.close();
  });

  it('an auditor gets to who saw it and to nothing else', async () => {
    const draft = await aDraft('audited');
    const { closed, stranger, send } = await strangerTo(
      whoAsksAs(await somebodyWhoIs(database.db, 'auditor', 'Cy Reed')),
    );
    for (const [method, path, opens] of paths(draft)) {
      const { status, html } = await (method === 'GET' ? stranger.open(path) : send(path));
      expect([method, path, status]).toEqual([method, path, { trail: 200, draft: 404, role: 403 }[opens]]);
      expect(html).not.toContain('audited.csv');
      expect(html).not.toContain('See every child');
    }
    await closed.app.close();
  });

  it('a programme manager who is shut out of one draft finds no such draft, and the others as before', async () => {
    const draft = await aDraft('interest');
    const other = await aDraft('no-interest');
    const ana = await somebodyWhoIs(database.db, 'programme-manager', 'Di Marsh');
    const thing = { kind: 'import', ref: draft };
    await database.db.transaction().execute((tx) =>
      judgeThing(tx, { kind: 'operator', name: 'Test' }, 'interest', {
        personId: ana.personId ?? 0,
        thing,
        from: TEST_DAY,
        until: null,
        reason: 'Married to the author',
      }),
    );
    const shut = {
      ...ana,
      grounds: [...ana.grounds, { kind: 'interest' as const, thing, from: TEST_DAY, to: null }],
    };
    const { closed, stranger, send } = await strangerTo(whoAsksAs(shut));
    for (const [method, path, opens] of paths(draft)) {
      if (opens === 'trail' || path === importPaths.start()) continue;
      const { status } = await (method === 'GET' ? stranger.open(path) : send(path));
      expect([method, path, status]).toEqual([method, path, 404]);
    }
    const list = await stranger.open(importPaths.start());
    expect(list.words).toContain('no-interest.csv');
    expect(list.html).not.toContain(draft);
    expect((await stranger.open(importPaths.review(other))).status).toBe(200);
    await closed.app.close();
  });

  it.each(['nothing', '387fc867-4087-4cd3-8b7a-4b670c42a58e', "' or true --"])(
    'there is no draft %s',
    async (draft) => {
      const visitor = await start();
      for (const [method, path, opens] of paths(encodeURIComponent(draft)).slice(2)) {
        if (opens === 'trail') continue;
        await visitor.open(importPaths.start());
        const { status } = await (method === 'GET' ? visitor.open(path) : visitor.send(path));
        expect([method, path, status]).toEqual([method, path, 404]);
      }
    },
  );
});

/** A page without what is of its own address and request. */
function withoutOwnWords(html: string, draft: string): string {
  return html.replaceAll(draft, 'DRAFT').replaceAll(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'REQUEST');
}
