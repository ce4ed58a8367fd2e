import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.ts';
import { Refusal } from './refusal.ts';

const LIMITS = { values: 100, textBytes: 1000 };
const KEEP_LESS = 'Bring in less.';

function read(text: string | Uint8Array, limits = LIMITS): unknown {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  try {
    return { value: readJson('a.json', bytes, limits, KEEP_LESS) };
  } catch (error) {
    if (error instanceof Refusal) return error.file.sentence;
    throw error;
  }
}

describe('a JSON text', () => {
  it('is read as the engine reads it, however it is spaced', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, space) => {
        const value: unknown = JSON.parse(text);
        const written = JSON.stringify(value, null, space);
        fc.pre(!/[\0\p{Cs}]/u.test(text) && !text.includes('\\u'));
        expect(read(written, { values: 1e6, textBytes: 1e6 })).toEqual({ value: JSON.parse(written) });
      }),
    );
  });

  it.each([
    ['numbers', (many: number) => `[${Array.from({ length: many - 1 }, () => '1').join(',')}]`],
    ['objects', (many: number) => `[${Array.from({ length: many - 1 }, () => '{}').join(' ,\n')}]`],
    ['words', (many: number) => `[${Array.from({ length: many - 1 }, () => 'null').join(',')}]`],
    ['texts', (many: number) => `[${Array.from({ length: many - 1 }, () => '"a, [b"').join(',')}]`],
    [
      'names',
      (many: number) =>
        `{${Array.from({ length: (many - 1) / 2 }, (_, index) => `"${index}":true`).join(',')}${many % 2 === 0 ? ',"x":[]' : ''}}`,
    ],
  ])('is counted value by value: as many %s as may be, and one more', (_what, make) => {
    expect(read(make(99))).toHaveProperty('value');
    expect(read(make(102))).toMatch(
      /^a\.json has more than 100 names and values: counting stopped on line \d+\. Bring in less\.$/,
    );
  });

  it('may be 64 levels deep, and no more', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(read(deep(64))).toHaveProperty('value');
    expect(read(deep(65))).toBe(
      'a.json has more than 64 lists and objects inside one another: counting stopped on line 1. Bring in less.',
    );
  });

  it('may hold so much text, and no more', () => {
    expect(read(`"${'x'.repeat(999)}"`)).toHaveProperty('value');
    expect(read(`"${'x'.repeat(1000)}"`)).toContain('a.json has more than 0.1 MB of text');
  });

  it.each([
    ['[1,\n2,\n]', 'a.json is not JSON that can be read'],
    ['{"a":1,\n"b" 2}', 'a.json is not JSON that can be read from line 2 on.'],
    ['"never ends', 'a.json is not JSON that can be read'],
    ['{"a":1,\n"b":{"a":2},"a":3}', 'a.json says “a” twice in one object, on line 2'],
    ['{"a":1,"\\u0061" :3}', 'a.json says “a” twice in one object, on line 1'],
    ['["a\\u0000"]', 'holds a character that no text can hold'],
    ['["\\ud800"]', 'holds a character that no text can hold'],
    [Buffer.from('["caf\xe9"]', 'latin1'), 'a.json is not JSON in UTF-8.'],
  ])('%s is refused with its place', (text, sentence) => {
    expect(read(text)).toContain(sentence);
  });

  it.each([
    ['{"a":{"a":1},"b":[{"a":1},{"a":"a:"}]}'],
    ['["a","a"]'],
    ['\ufeff{"a":1}'],
    ['["\\ud83d\\ude00"]'],
  ])('%s is taken', (text) => {
    expect(read(text)).toHaveProperty('value');
  });

  it('is refused while it is counted, before anything is made of it', () => {
    const bytes = Buffer.from(`[${'{},'.repeat(200)}`);
    // It is not JSON at all: had it been read first, that is what would have been said.
    expect(read(bytes)).toContain('more than 100 names and values');
  });
});
