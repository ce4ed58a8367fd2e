import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, WAY_THROUGH } from './make-folder.ts';
import { ownAccount } from './own-account.ts';

let root: string;
let umask: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughline-folder-'));
  umask = process.umask(0o022);
});
afterEach(() => {
  process.umask(umask);
  rmSync(root, { recursive: true });
});

const mode = (...names: readonly string[]) => statSync(join(root, ...names)).mode & 0o777;

describe('a folder', () => {
  it.each([
    [0o022, 0o755],
    [0o077, 0o700],
    [0o177, 0o700],
    [0o777, 0o700],
    [0o123, 0o754],
  ])('can be entered by its owner, and those above it, under a umask of %o', (mask, expected) => {
    process.umask(mask);
    makeFolder(join(root, 'a', 'b', 'c'));
    expect([mode('a'), mode('a', 'b'), mode('a', 'b', 'c')]).toEqual([expected, expected, expected]);
  });

  it('may be made a way through for everybody', () => {
    process.umask(0o777);
    makeFolder(join(root, 'a', 'b'), WAY_THROUGH);
    expect([mode('a'), mode('a', 'b')]).toEqual([0o711, 0o711]);
  });

  it.skipIf(process.platform !== 'linux')('hands its group on where the one above it does', () => {
    chmodSync(root, 0o2700);
    makeFolder(join(root, 'a', 'b'));
    const setgid = (...names: readonly string[]) => statSync(join(root, ...names)).mode & 0o2000;
    expect([setgid(), setgid('a'), setgid('a', 'b')]).toEqual([0o2000, 0o2000, 0o2000]);
  });

  it('stays as it is where it is there', () => {
    chmodSync(root, 0o500);
    makeFolder(root, WAY_THROUGH);
    expect(mode()).toBe(0o500);
    chmodSync(root, 0o700);
  });

  it('is not made in the place of a file', () => {
    writeFileSync(join(root, 'a'), '');
    expect(() => makeFolder(join(root, 'a'))).toThrow('EEXIST');
    expect(() => makeFolder(join(root, 'a', 'b'))).toThrow(/EEXIST|ENOTDIR/);
  });
});

describe('whose process this is', () => {
  it('is said by number, and by name where it has one', () => {
    expect(ownAccount()).toMatchObject({ uid: process.getuid?.(), gid: process.getgid?.() });
  });
});
