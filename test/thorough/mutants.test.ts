import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutants-test-'));
  mkdirSync(path.join(folder, 'src'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('package.json', '{ "type": "module" }');
  write('vitest.config.ts', "export default { test: { include: ['src/**/*.test.ts'] } };");
  write('src/age.ts', 'export const mayVote = (age: number) => age >= 18;\nexport const spare = () => 1;\n');
  write(
    'src/age.test.ts',
    "import { expect, it } from 'vitest';\nimport { mayVote } from './age.ts';\nit('votes', () => expect([mayVote(19), mayVote(17)]).toEqual([true, false]));\n",
  );
  write(
    'src/count.ts',
    'export function upTo(n: number) {\n  let i = 0;\n  while (i < n) {\n    i += 1;\n  }\n  return i;\n}\n',
  );
  write(
    'src/count.test.ts',
    "import { expect, it } from 'vitest';\nimport { upTo } from './count.ts';\nit('counts', () => expect([upTo(1), upTo(3)]).toEqual([1, 3]));\n",
  );
  write('src/failing.ts', 'export const one = 1;\n');
  write(
    'src/failing.test.ts',
    "import { expect, it } from 'vitest';\nimport { one } from './failing.ts';\nit('is two', () => expect(one).toBe(2));\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function mutants(...args: readonly string[]) {
  const program = path.join(root, 'tools', 'mutants', 'run.mjs');
  const { stdout, status } = spawnSync(process.execPath, [program, '--root', folder, ...args], {
    encoding: 'utf8',
    // The tests it runs must not take themselves for a part of this one.
    env: { PATH: process.env['PATH'] ?? '' },
  });
  return { lines: stdout.trim().split('\n'), status };
}

/** Milliseconds: it starts a run of tests for each place, which a busy machine may take long over. */
describe('making a program wrong', { timeout: 600_000 }, () => {
  it('names what lived and what no test runs, and leaves every file as it was', () => {
    const before = readFileSync(path.join(folder, 'src/age.ts'), 'utf8');
    expect(mutants('src/age.ts')).toEqual({
      lines: [
        'src/age.ts:1:45 `>=` became `>`',
        'src/age.ts:1:48 `18` became `19`',
        'src/age.ts:2:28 `1` became `2` (no test runs this)',
        'src/age.ts: 1 of 4 caught (25%), 2 lived, 1 reached by no test',
      ],
      status: 0,
    });
    expect(readFileSync(path.join(folder, 'src/age.ts'), 'utf8')).toBe(before);
  });

  it('comes to an end where the program no longer does', () => {
    const { lines } = mutants('src/count.ts');
    expect(lines.at(-1)).toMatch(/^src\/count\.ts: \d of \d caught/);
    expect(lines.filter((line) => line.includes('`+=` became'))).toEqual([]);
  });

  it('learns nothing from tests that fail anyway, and says so', () => {
    expect(mutants('src/failing.ts')).toEqual({
      lines: ['src/failing.ts: not tried, since tests fail as it is: src/failing.test.ts'],
      status: 1,
    });
  });

  it('says how it is called where nothing was named', () => {
    const { lines, status } = mutants();
    expect([lines[0]?.startsWith('npm run mutants'), status]).toEqual([true, 2]);
  });
});
