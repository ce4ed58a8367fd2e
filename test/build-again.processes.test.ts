import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = () => path.join(folder, 'src', 'cli', 'main.ts');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-build-'));
  mkdirSync(path.join(folder, 'src', 'cli'), { recursive: true });
  for (const file of ['tsconfig.json', 'tsconfig.build.json', 'package.json'])
    copyFileSync(path.join(root, file), path.join(folder, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Builds as a start does, and says how that ended and whether anything was done. */
function build() {
  const prepare = pathToFileURL(path.join(root, 'bin', 'prepare.mjs')).href;
  const program = `(await import(${JSON.stringify(prepare)})).ensureBuilt(${JSON.stringify(folder)})`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return { status, built: stdout.includes('Building') };
}

describe('a program that cannot be built', () => {
  it('is not run the second time either, and is built once it can be', () => {
    writeFileSync(main(), 'export const first = 1;\n');
    expect([build(), build()]).toEqual([
      { status: 0, built: true },
      { status: 0, built: false },
    ]);
    writeFileSync(main(), 'export const second = ;\n');
    expect([build(), build()]).toEqual([
      { status: 1, built: true },
      { status: 1, built: true },
    ]);
    writeFileSync(main(), 'export const third = 3;\n');
    expect([build(), build()]).toEqual([
      { status: 0, built: true },
      { status: 0, built: false },
    ]);
  });
});
