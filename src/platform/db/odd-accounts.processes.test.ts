import { chmodSync, mkdirSync, chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, startProgram, type BuiltProgram } from '../../../test/support/child-program.ts';
import { makeThrowawayFolder, type ThrowawayFolder } from '../../../test/support/throwaway-folder.ts';

const isRoot = process.getuid?.() === 0;
/** A number that no account has. */
const NAMELESS = 54_321;
const NOBODY = 65_534;

let program: BuiltProgram;
beforeAll(() => {
  program = buildProgram();
});
afterAll(() => program.remove());

let folder: ThrowawayFolder;
afterEach(() => folder.remove());

async function ownedBy(uid: number): Promise<void> {
  folder = await makeThrowawayFolder('there/data');
  chownSync(join(folder.root, 'there'), uid, uid);
  chownSync(folder.dataFolder, uid, uid);
}

// Only root can start a program as somebody else.
describe.runIf(isRoot)('an account without a name', () => {
  it('is told of in a sentence, with what to do', async () => {
    await ownedBy(NAMELESS);
    const answer = await startProgram(program, folder, String(NAMELESS)).ask();
    expect(answer).toMatchObject({
      kind: 'problem',
      code: 'no-account',
      message: expect.stringMatching(
        /^This process runs as the account number 54321, which has no name.*Add an account with that number.*or set DATABASE_URL\.$/,
      ),
    });
  });
});

describe.runIf(isRoot)('a umask that takes from the owner the right to enter', () => {
  it.each(['0177', '0111'])('is minded where folders are made: %s', async (umask) => {
    await ownedBy(NOBODY);
    const data = join(folder.dataFolder, 'new', 'data');
    const child = startProgram(
      program,
      { dataFolder: data, systemFolder: folder.systemFolder },
      String(NOBODY),
      umask,
    );
    expect(await child.ask()).toMatchObject({ kind: 'open' });
    expect(await child.ask('insert 1')).toEqual({ n: 1 });
    expect(await child.ask('close')).toEqual({ kind: 'closed' });
    expect(statSync(data).mode & 0o700).toBe(0o700);
  });

  it('is minded by root too, whose server another account runs', async () => {
    folder = await makeThrowawayFolder();
    // A data folder that the other account cannot enter.
    mkdirSync(join(folder.root, 'closed'));
    chmodSync(join(folder.root, 'closed'), 0o700);
    const place = { dataFolder: join(folder.root, 'closed', 'data'), systemFolder: folder.systemFolder };
    const child = startProgram(program, place, undefined, '0177');
    expect(await child.ask()).toMatchObject({ kind: 'open' });
    expect(await child.ask('close')).toEqual({ kind: 'closed' });
  });
});
