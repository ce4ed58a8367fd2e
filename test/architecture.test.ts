import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printBreach } from '../tools/edges/breach.ts';
import { EDGE_TABLE } from '../tools/edges/edge-table.ts';
import { findBreaches } from '../tools/edges/find-breaches.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

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
