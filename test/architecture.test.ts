import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printBreach } from '../tools/edges/breach.ts';
import { EDGE_TABLE } from '../tools/edges/edge-table.ts';
import { findBreaches } from '../tools/edges/find-breaches.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Names that stand for any file of their kind. */
const MADE_UP = [
  'seat-page.view.tsx',
  'seat-service.ts',
  'seats.rule.test.ts',
  'state.rule.test.ts',
  'routes.tsx',
];

describe('the house', () => {
  it('keeps to its edge table', () => {
    const { files, breaches } = findBreaches(root, EDGE_TABLE);
    expect(breaches.map(printBreach)).toEqual([]);
    expect(files).toBeGreaterThan(100);
  });

  it('says in docs/architecture.md what its edge table says, and has a README for every module', () => {
    const page = readFileSync(path.join(root, 'docs', 'architecture.md'), 'utf8');
    const [, table = ''] = /\| module \| may import \|\n\| --- \| --- \|\n((?:\|.*\n)+)/.exec(page) ?? [];
    const said = table.match(/.+/g)?.map((row) => row.split('|').map((cell) => cell.trim()));
    expect(said?.map(([, name, row = '']) => [name, row === '(no module)' ? [] : row.split(', ')])).toEqual(
      Object.entries(EDGE_TABLE.modules),
    );
    const modules = readdirSync(path.join(root, 'src', 'modules'));
    expect(Object.keys(EDGE_TABLE.modules).sort()).toEqual(modules.sort());
    expect(
      modules.filter((name) => !readdirSync(path.join(root, 'src', 'modules', name)).includes('README.md')),
    ).toEqual([]);
  });

  it('has every file that its documents and comments name', () => {
    const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((file) => file !== '' && existsSync(path.join(root, file)));
    const names = new Set(tracked.map((file) => path.basename(file)));
    // A decision tells of its day, a migration is never edited, a change is of its version.
    const read = tracked.filter(
      (file) => /\.(md|tsx?)$/.test(file) && !/^docs\/decisions\/|^CHANGELOG/.test(file),
    );
    const named = read.flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/`(\w[\w./-]*\.tsx?)`/g)].map(
        ([, name = '']) => [file, name] as const,
      ),
    );
    expect(named.length).toBeGreaterThan(50);
    const whole = (name: string) =>
      /^(src|test|bench|tools|samples)\//.test(name) ? tracked.includes(name) : true;
    expect(
      named
        .filter(([, name]) => !MADE_UP.includes(name) && !(names.has(path.basename(name)) && whole(name)))
        .map(([file, name]) => `${file} names ${name}`),
    ).toEqual([]);
  });

  it('keeps each module to its own tables', () => {
    const modules = readdirSync(path.join(root, 'src', 'modules'));
    const trespasses = sourcesUnder(path.join(root, 'src')).flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const place = path.relative(root, file);
      return modules
        .filter((name) => !place.startsWith(path.join('src', 'modules', name) + path.sep))
        .filter((name) =>
          new RegExp(`(from|join|into|update|From|Join|Into|Table)\\(?\\s*'?${name}\\.[a-z_]+`).test(text),
        )
        .map((name) => `${place} reads tables of ${name}`);
    });
    expect(trespasses).toEqual([]);
  });
});

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}
