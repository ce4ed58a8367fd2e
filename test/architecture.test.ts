import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import rules from '../.dependency-cruiser.mjs';
import { describe, expect, it } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

describe('the house', () => {
  it('keeps to its edge table', async () => {
    const { forbidden, options } = rules;
    const { output } = await cruise(['src'], {
      ...options,
      ruleSet: { forbidden },
      validate: true,
      baseDir: root,
    });
    if (typeof output === 'string') throw new Error(output);
    // With no parser for TypeScript it would read nothing and find nothing wrong.
    const ours = output.modules.filter((module) => module.source.startsWith('src/'));
    expect(ours.length).toBeGreaterThan(100);
    expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual(
      [],
    );
  }, 60_000);

  it('has a row in docs/architecture.md and a README for every module', () => {
    const table = readFileSync(path.join(root, 'docs', 'architecture.md'), 'utf8');
    const modules = readdirSync(path.join(root, 'src', 'modules'));
    expect(modules.filter((name) => !table.includes(`| ${name} |`))).toEqual([]);
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
