import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { bareServer, PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { json } from '../../platform/web/answer.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addImportRoutes } from './import.routes.tsx';
import { importPaths } from './paths.ts';

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await bareServer();
  addImportRoutes(server, { db: database.db });
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
  return (await database.db.selectFrom('improvement.import_draft').select('id').execute()).length;
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
    ['a reading that is no JSON', { fileName: 'plan.json', bytes: 'Ref;Action' }, 'it is not JSON text'],
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
  const paths = (draft: string) =>
    [
      ['GET', importPaths.start()],
      ['POST', importPaths.start()],
      ['GET', importPaths.review(draft)],
      ['GET', importPaths.reading(draft)],
      ['POST', importPaths.problems(draft)],
      ['POST', importPaths.rows(draft)],
      ['POST', importPaths.columns(draft)],
      ['GET', importPaths.action(draft, '1.1')],
      ['POST', importPaths.action(draft, '1.1')],
      ['GET', importPaths.milestone(draft, '1.1', 1)],
      ['POST', importPaths.milestone(draft, '1.1', 1)],
      ['GET', importPaths.accept(draft)],
      ['POST', importPaths.accept(draft)],
      ['GET', importPaths.drop(draft)],
      ['POST', importPaths.drop(draft)],
    ] as const;

  it('is whoever sits at this machine: no address of an import is open to anybody else', async () => {
    const routes = server.listRoutes().filter(({ path }) => path.startsWith('/plan/import'));
    expect(new Set(routes.map(({ access }) => access))).toEqual(new Set(['this-machine']));
    const asTested = paths('x').map(([method]) => method);
    expect(routes.map(({ method }) => method).toSorted()).toEqual(asTested.toSorted());
  });

  it('nobody else gets in, or changes anything', async () => {
    const visitor = await start();
    const draft = (await visitor.upload(importPaths.start(), csv('guarded'))).path.split('/').at(-1) ?? '';
    const closed = await bareServer({ mayUse: (access) => access !== 'this-machine' });
    addImportRoutes(closed, { db: database.db });
    // With a token of their own, so that it is not for want of one that they are refused.
    closed.route({
      method: 'GET',
      path: '/token',
      access: 'public',
      handler: (visit) => json({ token: visit.formToken() }),
    });
    const stranger = new PlanVisitor(closed);
    const { token } = JSON.parse((await stranger.open('/token')).html) as { token: string };
    const before = await database.db.selectFrom('audit.event').select('sequence').execute();
    for (const [method, path] of paths(draft)) {
      const { status, words } = await (method === 'GET'
        ? stranger.open(path)
        : stranger.send(path, { _csrf: token }));
      expect([method, path, status, words.includes('It is for people with another role')]).toEqual([
        method,
        path,
        403,
        true,
      ]);
    }
    expect(await database.db.selectFrom('audit.event').select('sequence').execute()).toEqual(before);
    await closed.app.close();
  });

  it.each(['nothing', '387fc867-4087-4cd3-8b7a-4b670c42a58e', "' or true --"])(
    'there is no draft %s',
    async (draft) => {
      const visitor = await start();
      for (const [method, path] of paths(encodeURIComponent(draft)).slice(2)) {
        await visitor.open(importPaths.start());
        const { status } = await (method === 'GET' ? visitor.open(path) : visitor.send(path));
        expect([method, path, status]).toEqual([method, path, 404]);
      }
    },
  );
});
