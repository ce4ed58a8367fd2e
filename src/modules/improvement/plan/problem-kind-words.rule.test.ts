import { describe, expect, it } from 'vitest';
import { PROBLEM_KINDS } from './problem-kinds.shape.ts';
import { problemKindInWords, problemKindOrder } from './problem-kind-words.rule.ts';

describe('what kinds of problem are called', () => {
  it('has words for every kind the reader knows, each its own', () => {
    const bare = PROBLEM_KINDS.filter((kind) => problemKindOrder(kind) === problemKindOrder('no-such-kind'));
    expect(bare).toEqual([]);
    expect(new Set(PROBLEM_KINDS.map(problemKindInWords)).size).toBe(PROBLEM_KINDS.length);
  });

  it.each([
    ['a-kind-from-elsewhere', 'A kind from elsewhere'],
    ['constructor', 'Constructor'],
    ['__proto__', '__proto__'],
    ['-', 'Other things'],
  ])('%s, from a reading somebody else made, is said as it is', (kind, words) => {
    expect(problemKindInWords(kind)).toBe(words);
  });

  it('puts what needs judgement before how the page was set', () => {
    const order = [
      'row-not-understood',
      'impossible-date',
      'no-lead',
      'year-inferred',
      'reference-dotted',
      'unknown',
    ];
    expect(order.toSorted((a, b) => problemKindOrder(a) - problemKindOrder(b))).toEqual(order);
  });
});
