import { describe, expect, it } from 'vitest';
import { readFormText, valueOf } from './form-body.ts';

describe('a NUL in what a form sends', () => {
  it.each([
    ['words=a%00b', 'ab'],
    ['words=%00', ''],
  ])('%s is left out', (text, value) => {
    expect(valueOf(readFormText(text).form, 'words')).toBe(value);
  });
});
