import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesChangedSince, namedFiles } from '../tools/mutants/choose-files.ts';
import { findMutants, withMutant } from '../tools/mutants/find-mutants.ts';
import { markReach, markRounds, stretchAt, stretchesOf } from '../tools/mutants/mark-source.ts';
import { placeOf, scoreInWords, survivorInWords, type Judged } from '../tools/mutants/tally.ts';

/** The file with each thing made wrong, one at a time. */
const wrongOf = (text: string, name = 'a.ts') =>
  findMutants(name, text).map((mutant) => withMutant(text, mutant));

describe('what is made wrong', () => {
  it.each<[string, string, readonly string[]]>([
    ['a comparison, at its bound and beyond', 'f(a < b)', ['f(a <= b)', 'f(a >= b)']],
    ['one that includes its bound', 'f(a >= b)', ['f(a > b)', 'f(a < b)']],
    ['one of sameness', 'f(a === b)', ['f(a !== b)']],
    ['what must both be so', 'x = a && b', ['x = a || b']],
    ['what stands in for nothing', 'x = a ?? b', ['x = ((a) && (b))']],
    [
      'one within another, with brackets',
      'x = a ?? b ?? c',
      ['x = ((a) && (b)) ?? c', 'x = ((a ?? b) && (c))'],
    ],
    ['a sum', 'x = a + b', ['x = a - b']],
    ['a negation', 'x = !a', ['x = (a)']],
    ['a number', 'x = 24', ['x = 25']],
    ['a truth', 'x = true', ['x = false']],
    ['a guard', 'if (a) b = c', ['if (false) b = c']],
    ['branches', 'x = a ? b : c', ['x = a ? c : b']],
    ['a filter', 'x = a.filter((b) => b).map(c)', ['x = a.map(c)']],
    ['an order', 'x = a.toSorted((b) => c).at(d)', ['x = a.slice().at(d)']],
    ['a step', 'await a(b);', [';']],
    ['words', 'x = `from ${a}`', ['x = ``']],
    [
      'a string, for another of the same property',
      "x = { field: 'from', kind: 'b' }; y = { field: 'until' }",
      [
        "x = { field: \"until\", kind: 'b' }; y = { field: 'until' }",
        "x = { field: 'from', kind: \"until\" }; y = { field: 'until' }",
        "x = { field: 'from', kind: 'b' }; y = { field: \"from\" }",
      ],
    ],
    [
      'a comparison for the database',
      "x = a.where(b, '<=', c)",
      ["x = a.where(b, '<', c)", "x = a.where(b, '>', c)"],
    ],
    [
      'a statement',
      'x = sql`select a where b <= ${c} and d = e - 1`',
      [
        'x = sql`select a where b < ${c} and d = e - 1`',
        'x = sql`select a where b <= ${c} or d = e - 1`',
        'x = sql`select a where b <= ${c} and d <> e - 1`',
        'x = sql`select a where b <= ${c} and d = e - 2`',
      ],
    ],
  ])('%s: %s', (_, text, wrong) => {
    const found = wrongOf(text);
    // A call that is a statement can be left out, too.
    expect(found.filter((one) => one !== ';' || text.endsWith(';'))).toEqual(wrong);
  });

  it.each([
    ['an import', "import { a } from 'b'"],
    ['what is only there for the compiler', "type A = 'a' | 'b'; interface B { c: 'd' }; let e: 'f' | 1"],
    ['the name of a property', "x = { 'a': b }"],
    ['what a bug is thrown with', "throw new Error('a' + `${b}`)"],
    ['an arrow and an argument of a statement', 'x = sql`select a->b, c->>d, f(g => h)`'],
  ])('never %s', (_, text) => {
    expect(wrongOf(text)).toEqual([]);
  });

  it('reads markup, and text beyond the first plane, without losing its place', () => {
    expect(wrongOf("// 😀 ’\nx = <p class={a ? 'b' : 'c'}>Words {d}</p>", 'a.tsx')).toEqual(
      expect.arrayContaining([
        "// 😀 ’\nx = <p class={a ? 'c' : 'b'}>Words {d}</p>",
        "// 😀 ’\nx = <p class={a ? 'b' : 'c'}> {d}</p>",
      ]),
    );
  });
});

describe('the marks in a file', () => {
  const text = 'const a = (b) => b + 1;\nfunction c() { for (const d of e) f(d); while (g) { h(); } }\n';

  it('say which of its functions a place is in, the innermost', () => {
    const stretches = stretchesOf('a.ts', `${text}const i = () => () => j;`);
    expect(stretches.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const whole = `${text}const i = () => () => j;`;
    expect(
      ['const', 'b + 1', 'f(d)', '=> j', ' => () => j'].map((at) => stretchAt(stretches, whole.indexOf(at))),
    ).toEqual([0, 1, 2, 4, 3]);
  });

  it('leave every line where it was, and the file one that can be read', () => {
    for (const marked of [markReach('a.ts', text, '/tmp/notes'), markRounds('a.ts', text)]) {
      expect(marked.split('\n')).toHaveLength(text.split('\n').length);
      expect(stretchesOf('a.ts', marked).length).toBeGreaterThanOrEqual(2);
    }
    expect(markReach('a.ts', text, '/tmp/notes')).toContain('(b) => (__reach(1), b + 1)');
    expect(markRounds('a.ts', text)).toContain(
      'for (const d of e) { __round(); f(d); } while (g) {__round(); h(); }',
    );
  });
});

describe('the report', () => {
  const one = (fate: Judged['fate']): Judged => ({
    file: 'src/a.ts',
    line: 3,
    column: 7,
    mutant: { start: 0, end: 1, instead: '', what: '`<` became `<=`' },
    fate,
  });

  it('counts what no test reaches as alive, and rounds no score up', () => {
    expect(scoreInWords([])).toBe('nothing to make wrong');
    expect(scoreInWords([one('caught'), one('without end')])).toBe(
      '2 of 2 caught (100%), 1 of them without end',
    );
    expect(scoreInWords([...Array.from({ length: 199 }, () => one('caught')), one('lived')])).toBe(
      '199 of 200 caught (99%), 1 lived',
    );
    expect(scoreInWords([one('caught'), one('not reached')])).toBe(
      '1 of 2 caught (50%), 1 reached by no test',
    );
  });

  it('says of a survivor where it is and what was changed', () => {
    expect(survivorInWords(one('lived'))).toBe('src/a.ts:3:7 `<` became `<=`');
    expect(survivorInWords(one('not reached'))).toContain('(no test runs this)');
    expect(placeOf('a\nbc', 3)).toEqual({ line: 2, column: 2 });
    expect(placeOf('a', 0)).toEqual({ line: 1, column: 1 });
  });
});

describe('the files that are tried', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mutants-test-'));
    mkdirSync(path.join(folder, 'src'));
    const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
    for (const name of ['src/age.ts', 'src/age.test.ts', 'src/age.generated.ts', 'notes.ts'])
      write(name, 'export {};\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are those of the program that are named or that differ from a commit, and no tests', () => {
    expect(namedFiles(folder, ['src'])).toEqual({ kind: 'files', files: ['src/age.ts'] });
    expect(namedFiles(folder, ['src/nothing.ts'])).toEqual({
      kind: 'problem',
      sentence: 'There is no file or folder src/nothing.ts',
    });
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: folder });
    git('init', '--quiet');
    git('add', 'src');
    git('commit', '--quiet', '-m', 'First');
    writeFileSync(path.join(folder, 'src/new.ts'), 'export {};\n');
    expect(filesChangedSince(folder, 'HEAD')).toEqual({ kind: 'files', files: ['src/new.ts'] });
    expect(filesChangedSince(folder, 'nothing')).toMatchObject({
      kind: 'problem',
      sentence: expect.stringContaining('Git knows no commit nothing'),
    });
  });
});
