import { describe, expect, it } from 'vitest';
import { counted } from './counted.ts';

describe('counted', () => {
  it.each([
    [0, '0 actions'],
    [1, '1 action'],
    [1200, '1,200 actions'],
  ])('%i', (count, words) => {
    expect(counted(count, 'action')).toBe(words);
  });
});
