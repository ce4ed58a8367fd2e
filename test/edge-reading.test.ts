import { describe, expect, it } from 'vitest';
import { circlesIn } from '../tools/edges/circles.ts';
import { readImports } from '../tools/edges/read-imports.ts';

describe('what is read of a file', () => {
  it('counts lines by what is written, whatever signs stand before', () => {
    const { imports } = readImports(
      'a.ts',
      `// £ é 😀\n\n\nimport { one } from './one.ts';\nexport * from './two.ts';`,
    );
    expect(imports.map(({ specifier, line }) => [specifier, line])).toEqual([
      ['./one.ts', 4],
      ['./two.ts', 5],
    ]);
  });

  it('tells types from values', () => {
    const { imports } = readImports(
      'a.ts',
      `import type { A } from 'one'; import { type B } from 'two'; import { type C, d } from 'three'; import 'four';
       export type { E } from 'five'; export { type F, g } from 'six'; import h, * as i from 'seven';`,
    );
    expect(imports.filter(({ typeOnly }) => typeOnly).map(({ specifier }) => specifier)).toEqual([
      'one',
      'two',
      'five',
    ]);
    expect(imports.find(({ specifier }) => specifier === 'seven')?.names).toEqual([
      { name: 'default', typeOnly: false },
      { name: '*', typeOnly: false },
    ]);
  });
});

describe('circles of a graph', () => {
  const graph = (lines: string) =>
    new Map(lines.split(' ').map((line) => [line.slice(0, 1), new Set(line.slice(2).split(''))]));

  it('are found each once, by the shortest way round', () => {
    expect(circlesIn(graph('a>bd b>c c>a d>ea e> f>g g>f'))).toEqual([
      ['a', 'd'],
      ['f', 'g'],
    ]);
  });

  it('may be one file long, and are none where ways only meet', () => {
    expect(circlesIn(graph('a>bc b>d c>d d>d'))).toEqual([['d']]);
    expect(circlesIn(graph('a>bc b>d c>d d>'))).toEqual([]);
  });
});
