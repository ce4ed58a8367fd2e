import { chmod, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSocketFolder } from './socket-folder.ts';

const self = userInfo();
const account = { name: self.username, uid: self.uid, gid: self.gid, switched: false };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 's-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function isPrivate(path: string) {
  return ((await stat(path)).mode & 0o777) === 0o700;
}

describe('makeSocketFolder', () => {
  it('lies beside the data where its path is short enough, and is closed to others', async () => {
    const made = await makeSocketFolder(folder, account, []);
    expect(made).toBe(join(folder, 'run'));
    expect(await isPrivate(made)).toBe(true);
    await chmod(made, 0o755);
    expect(await isPrivate(await makeSocketFolder(folder, account, []))).toBe(true);
  });

  it('counts bytes, not letters', async () => {
    const place = join(folder, 'é'.repeat(40));
    await mkdir(place);
    expect(await makeSocketFolder(place, account, [folder])).toMatch(new RegExp(`^${folder}/throughline-`));
  });

  it('is the same short folder at every start', async () => {
    const place = join(folder, 'x'.repeat(120));
    const made = await makeSocketFolder(place, account, [join(folder, 'y'.repeat(90)), folder]);
    expect(await makeSocketFolder(place, account, [folder])).toBe(made);
    expect(await isPrivate(made)).toBe(true);
    expect(Buffer.byteLength(join(made, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103);
  });

  it('is a fresh one where somebody else has made it first', async () => {
    const place = join(folder, 'x'.repeat(120));
    const expected = await makeSocketFolder(place, account, [folder]);
    await rm(expected, { recursive: true });
    await mkdir(join(folder, 'trap'));
    await symlink(join(folder, 'trap'), expected);
    const made = await makeSocketFolder(place, account, [folder]);
    expect(made).not.toBe(expected);
    expect(made.startsWith(`${expected}-`)).toBe(true);
    expect(await isPrivate(made)).toBe(true);
  });
});
