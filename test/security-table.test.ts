import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** How many rows the reference lists, before those of signing in that are added. */
const ROWS_OF_THE_REFERENCE = 73;

interface Row {
  readonly number: string;
  readonly asks: string;
  readonly seenIn: string;
}

const rows: readonly Row[] = readFileSync(`${ROOT}docs/security.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.[\dx]/.test(line))
  .map((line) => {
    const [number = '', asks = '', ...seenIn] = line.slice(1, -1).split('|');
    return { number: number.trim(), asks: asks.trim(), seenIn: seenIn.join('|').trim() };
  });

/** The tests a row names, as `file: words of a title`. */
function testsOf({ seenIn }: Row): readonly { readonly file: string; readonly words: string }[] {
  return [...seenIn.matchAll(/`([^`]+\.test\.tsx?): ([^`]+)`/g)].map(([, file = '', words = '']) => ({
    file,
    words,
  }));
}

const titles = new Map<string, readonly string[]>();

/** What the tests of a file are called, with names that stand in a table of cases as they stand there. */
function titlesIn(file: string): readonly string[] {
  const known = titles.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(`${ROOT}${file}`, 'utf8');
  const string = String.raw`(['"\`])((?:\\.|(?!\1)[^\\])*)\1`;
  const found = [
    // The first argument of `describe`, of `it`, and of what `it.each(...)` gives.
    new RegExp(String.raw`(?:\b(?:it|describe)(?:\.\w+)*|[\])>])\(\s*${string}`, 'g'),
    // The first word of each case of a table, which becomes part of a title.
    new RegExp(String.raw`^\s*\[\s*${string}`, 'gm'),
  ].flatMap((pattern) => [...text.matchAll(pattern)]);
  const all = found.map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'));
  titles.set(file, all);
  return all;
}

describe('the table of docs/security.md', () => {
  it('has a row for each that the reference lists, and each number once', () => {
    const numbers = rows.map(({ number }) => number);
    expect(rows.length).toBeGreaterThanOrEqual(ROWS_OF_THE_REFERENCE);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(rows.filter(({ asks }) => asks.length < 10)).toEqual([]);
  });

  it.each(rows)('$number names a test that there is, or says why there is none', (row) => {
    const tests = testsOf(row);
    const reason = /\bNot (?:here|yet): \S.{10,}\.?/.test(row.seenIn);
    expect(tests.length > 0 || reason).toBe(true);
    for (const { file, words } of tests) {
      expect([file, existsSync(`${ROOT}${file}`)]).toEqual([file, true]);
      expect([file, words, titlesIn(file).some((title) => title.includes(words))]).toEqual([
        file,
        words,
        true,
      ]);
    }
  });
});
