import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../../test/support/patience.ts';
import { buildProgram, startProgram, type BuiltProgram } from '../../../test/support/child-program.ts';
import { makeThrowawayFolder, type ThrowawayFolder } from '../../../test/support/throwaway-folder.ts';
import { findRunningServer } from './server/postmaster-file.ts';
import { isRunning } from './server/process-state.ts';
import { findServerPlace } from './server/server-place.ts';

const isRoot = process.getuid?.() === 0;

let program: BuiltProgram;
beforeAll(() => {
  program = buildProgram();
});
afterAll(() => program.remove());

let folder: ThrowawayFolder;
afterEach(() => folder.remove());

async function runningServer() {
  const { cluster } = await findServerPlace(folder.dataFolder, folder.systemFolder);
  return findRunningServer(cluster);
}

const start = (account?: string) => startProgram(program, folder, account);

describe('several processes', () => {
  it('that start at once share one server, and the last to leave stops it', async () => {
    folder = await makeThrowawayFolder();
    const children = [start(), start(), start()];
    const answers = await Promise.all(children.map((child) => child.ask()));
    expect(answers).toMatchObject([{ kind: 'open' }, { kind: 'open' }, { kind: 'open' }]);
    const steps = answers.flatMap((answer) => (answer as { steps: string[] }).steps);
    expect(steps.filter((step) => step.startsWith('Creating'))).toHaveLength(1);
    expect(steps.filter((step) => step.startsWith('Starting'))).toHaveLength(1);
    await children[0]?.ask('insert 1');
    for (const child of children) {
      expect(await runningServer()).toBeDefined();
      expect(await child.ask('count')).toEqual({ n: 1 });
      expect(await child.ask('close')).toEqual({ kind: 'closed' });
    }
    expect(await runningServer()).toBeUndefined();
  });

  it('one of which is killed leave the server to the others', async () => {
    folder = await makeThrowawayFolder();
    const [first, second] = [start(), start()];
    await Promise.all([first.ask(), second.ask()]);
    await first.ask('insert 1');
    await first.kill();
    expect(await second.ask('count')).toEqual({ n: 1 });
    await second.ask('close');
    expect(await runningServer()).toBeUndefined();
  });
});

describe('after a process was killed', () => {
  it('the server that outlived it is used again, then stopped', async () => {
    folder = await makeThrowawayFolder();
    const first = start();
    await first.ask();
    await first.ask('insert 1');
    await first.kill();
    const orphan = await runningServer();
    expect(orphan).toBeDefined();
    const second = start();
    expect(await second.ask()).toMatchObject({
      kind: 'open',
      steps: ['Using the database server that is already running'],
    });
    expect(await second.ask('insert 2')).toEqual({ n: 2 });
    expect((await runningServer())?.pid).toBe(orphan?.pid);
    await second.ask('close');
    expect(await runningServer()).toBeUndefined();
  });

  it('and its server too, the next start recovers every row it was told of', async () => {
    folder = await makeThrowawayFolder();
    let told = 0;
    for (let round = 1; round <= 5; round += 1) {
      const child = start();
      expect(await child.ask()).toMatchObject({ kind: 'open' });
      for (let row = 0; row < 20; row += 1) {
        const answer = (await child.ask(`insert ${row}`)) as { n: number };
        expect(answer.n).toBe(told + 1);
        told = answer.n;
      }
      const server = await runningServer();
      await child.kill();
      process.kill(server?.pid ?? 0, 'SIGKILL');
      for (const deadline = Date.now() + PATIENCE; isRunning(server?.pid ?? 0) && Date.now() < deadline;)
        await wait(10);
    }
    const last = start();
    await last.ask();
    expect(await last.ask('count')).toEqual({ n: told });
    await last.ask('close');
  });

  it('while it was creating the database, the next start creates it whole', async () => {
    for (const pause of [100, 200]) {
      folder = await makeThrowawayFolder();
      const first = start();
      await wait(pause);
      await first.kill();
      const second = start();
      expect(await second.ask()).toMatchObject({ kind: 'open' });
      expect(await second.ask('insert 1')).toEqual({ n: 1 });
      expect(await second.ask('close')).toEqual({ kind: 'closed' });
      await folder.remove();
    }
  });
});

describe.skipIf(!isRoot)('as an ordinary user (skipped where the tests are not run by root)', () => {
  const NOBODY = 65_534;

  async function makeFolderOf(uid: number) {
    folder = await makeThrowawayFolder('home of nobody/data');
    for (const path of ['home of nobody', 'home of nobody/data'])
      chownSync(join(folder.root, path), uid, uid);
  }

  it('everything lies in the data folder and runs as that user', async () => {
    await makeFolderOf(NOBODY);
    const child = start('nobody');
    expect(await child.ask()).toMatchObject({
      kind: 'open',
      steps: [expect.stringContaining('home of nobody/data/database'), expect.any(String)],
    });
    expect(await child.ask('insert 1')).toEqual({ n: 1 });
    await child.ask('close');
  });

  it('root may go on with that database, and the user after root', async () => {
    await makeFolderOf(NOBODY);
    for (const [rows, account] of [
      [1, 'nobody'],
      [2, undefined],
      [3, 'nobody'],
    ] as const) {
      const child = start(account);
      expect(await child.ask()).toMatchObject({ kind: 'open' });
      expect(await child.ask(`insert ${rows}`)).toEqual({ n: rows });
      expect(await child.ask('close')).toEqual({ kind: 'closed' });
    }
  });

  it('root may use it while the user does', async () => {
    await makeFolderOf(NOBODY);
    const user = start('nobody');
    await user.ask();
    await user.ask('insert 1');
    const other = start();
    expect(await other.ask()).toMatchObject({
      kind: 'open',
      steps: ['Using the database server that is already running'],
    });
    await user.ask('close');
    expect(await other.ask('count')).toEqual({ n: 1 });
    await other.ask('close');
    expect(await runningServer()).toBeUndefined();
  });

  it('a database that root made is refused in a sentence', async () => {
    folder = await makeThrowawayFolder();
    chmodSync(folder.dataFolder, 0o777);
    const root = start();
    await root.ask();
    await root.ask('close');
    const answer = await start('nobody').ask();
    expect(answer).toMatchObject({
      kind: 'problem',
      code: 'belongs-to-another-account',
      message: expect.stringContaining('as root, if root did'),
    });
  });

  it('a folder that the user may not write in is refused in a sentence', async () => {
    folder = await makeThrowawayFolder();
    mkdirSync(join(folder.root, 'closed'), { mode: 0o755 });
    const place = { ...folder, dataFolder: join(folder.root, 'closed', 'data') };
    const answer = await startProgram(program, place, 'nobody').ask();
    expect(answer).toMatchObject({
      kind: 'problem',
      code: 'folder-not-writable',
      message: expect.stringContaining('THROUGHLINE_DATA'),
    });
  });
});
