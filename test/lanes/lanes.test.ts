import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../vitest.config.ts';
import { type Lane, LANES, lanesUnder } from './lanes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of what was installed, built or kept, where a test is nobody's. */
const NOT_OURS = /^(node_modules|dist|data|coverage|test-results|\..*)$/;

/**
 * Every file of the project that makes a test, whatever its name and wherever it stands; but not what makes tests for
 * others, which import it.
 */
function filesWithTests(): readonly string[] {
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_OURS.test(entry.name))
    .flatMap(({ name }) =>
      readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(name, file.split(path.sep).join('/')),
      ),
    )
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ text }) => /^import [^;]*\b(describe|it|test)\b[^;]* from 'vitest'/m.test(text));
  const isForOthers = (file: string) =>
    files.some((other) => other.text.includes(`/${path.posix.basename(file)}';`));
  return files
    .map(({ file }) => file)
    .filter((file) => !isForOthers(file))
    .sort();
}

interface Project {
  readonly test: { readonly name: string; readonly include: readonly string[] };
}

const projects = (config as { test: { projects: readonly Project[] } }).test.projects.map(({ test }) => test);

describe('the lanes of the run', () => {
  it('hold every file that makes a test, each in one of them', () => {
    const ran = projects.flatMap(({ include }) => include);
    expect(ran.toSorted()).toEqual(filesWithTests());
    expect(new Set(ran).size).toBe(ran.length);
  });

  it('are all run, and none is empty', () => {
    expect(projects.map(({ name }) => name)).toEqual(LANES);
    expect(projects.filter(({ include }) => include.length < 5).map(({ name }) => name)).toEqual([]);
  });
});

const PLANTED: Readonly<Record<string, string>> = {
  'src/driver.ts': "import { Pool } from 'pg';\nexport const pool = new Pool();",
  'src/typed.ts': "import type { Pool } from 'pg';\nexport type Own = Pool;",
  'src/uses.ts': "import {\n  pool,\n} from './driver.ts';\nexport const all = pool;",
  'src/passes-on.ts': "export { all } from './uses.ts';",
  'src/later.ts': "export const open = () => import('./driver.ts');",
  'src/only-effect.ts': "import './uses.ts';",
  'src/round.ts': "import { other } from './round-too.ts';\nexport const one = other;",
  'src/round-too.ts': "import { one } from './round.ts';\nexport const other = () => one;",
};

const FOUND: readonly (readonly [file: string, text: string, lane: Lane])[] = [
  ['src/a/named.test.ts', "import { pool } from '../driver.ts';", 'database'],
  ['src/a/passed-on.test.tsx', "import { all } from '../passes-on.ts';", 'database'],
  ['src/a/later.test.ts', "import { open } from '../later.ts';", 'database'],
  ['src/a/effect.test.ts', "import '../only-effect.ts';", 'database'],
  ['src/a/type-beside.test.ts', "import { type Own, all } from '../uses.ts';", 'database'],
  ['test/deep/er/all.test.ts', "export * from '../../../src/driver.ts';", 'database'],
  ['src/a/types.test.ts', "import type { all } from '../uses.ts';", 'pure'],
  ['src/a/typed.test.ts', "import { type Own } from '../typed.ts';", 'pure'],
  ['src/a/said.test.ts', "const words = `\nIn words: import { pool } from '../driver.ts'`;", 'pure'],
  ['src/a/round.test.ts', "import { one } from '../round.ts';", 'pure'],
  ['tools/own/words.test.ts', '', 'pure'],
  ['src/a/b/c/opens.processes.test.ts', "import { pool } from '../../../driver.ts';", 'thorough'],
  ['src/a/shows.browser.test.tsx', '', 'thorough'],
  ['test/thorough/much.test.ts', '', 'thorough'],
  ['test/journeys/far.test.ts', "import { pool } from '../../src/driver.ts';", 'journeys'],
];

describe('the lane of a test', () => {
  let folder: string;
  let found: ReadonlyMap<string, Lane>;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'throughline-lanes-'));
    const files = [...Object.entries(PLANTED), ...FOUND.map(([file, text]) => [file, text] as const)];
    for (const [file, text] of files) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    found = lanesUnder(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FOUND)('%s, with %j, is %3$s', (file, _text, lane) => {
    expect(found.get(file)).toBe(lane);
  });

  it('is found for tests alone', () => {
    expect([...found.keys()]).toEqual(FOUND.map(([file]) => file).toSorted());
  });
});
