import { describe, expect, it } from 'vitest';
import { withQuery } from './with-query.ts';

describe('a path with its query', () => {
  it.each([
    [{}, '/a'],
    [{ on: null, search: '', page: undefined }, '/a'],
    [{ search: 'a & b', page: 2, zero: 0 }, '/a?search=a+%26+b&page=2&zero=0'],
    [new URLSearchParams('kind=x&kind=y&ref='), '/a?kind=x&kind=y'],
  ])('of %o is %s', (query, address) => {
    expect(withQuery('/a', query)).toBe(address);
  });
});
