import { describe, expect, it } from 'vitest';
import { listed, paragraph, sideBySide } from './prose.print.ts';

describe('things named in a sentence', () => {
  it.each([
    [[], Infinity, ''],
    [['A'], Infinity, 'A'],
    [['A', 'B'], Infinity, 'A and B'],
    [['A', 'B', 'C'], Infinity, 'A, B and C'],
    [['A', 'B', 'C'], 3, 'A, B and C'],
    [['A', 'B', 'C', 'D'], 3, 'A, B, C and 1 more'],
  ])('%j, at most %d, is %j', (things, most, expected) => {
    expect(listed(things, most).join('')).toBe(expected);
  });

  it('puts a space between sentences and leaves out those that say nothing', () => {
    expect(paragraph(['One.'], [], ['Two', '.'])).toEqual(['One.', ' ', 'Two', '.']);
    expect(sideBySide(['1.1', '1.2'])).toEqual(['1.1', ', ', '1.2']);
  });
});
