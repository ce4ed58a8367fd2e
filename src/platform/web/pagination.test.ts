import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPage, paginationFor, shownInWords } from './pagination.ts';

const query = (text: string) => new URLSearchParams(text);

describe('a page of a list', () => {
  it.each([
    ['', 129, { number: 1, pages: 3, offset: 0, from: 1, to: 50 }],
    ['page=3', 129, { number: 3, pages: 3, offset: 100, from: 101, to: 129 }],
    ['page=9', 129, { number: 3, from: 101, to: 129 }],
    ['page=0', 129, { number: 1 }],
    ['page=-1', 129, { number: 1 }],
    ['page=two', 129, { number: 1 }],
    ['page=99999999999999999999', 129, { number: 1 }],
    ['', 0, { number: 1, pages: 1, from: 0, to: 0 }],
    ['', 50, { pages: 1, to: 50 }],
    ['', 51, { pages: 2 }],
  ])('%j of %i rows', (text, total, expected) => {
    expect(listPage(query(text), total, 50)).toMatchObject(expected);
  });

  it('says what it shows', () => {
    expect(shownInWords(listPage(query('page=2'), 1290, 50), 'actions')).toBe(
      'Showing 51 to 100 of 1,290 actions',
    );
    expect(shownInWords(listPage(query(''), 12, 50), 'actions')).toBe('12 actions');
  });
});

describe('the links to other pages', () => {
  it('keep the rest of the query', () => {
    const links = paginationFor(
      listPage(query('lead=Ann&page=2'), 129, 50),
      '/actions',
      query('lead=Ann&page=2'),
    );
    expect([links?.previous?.href, links?.next?.href]).toEqual([
      '/actions?lead=Ann',
      '/actions?lead=Ann&page=3',
    ]);
  });

  it('are left out where there is one page', () => {
    expect(paginationFor(listPage(query(''), 50, 50), '/actions', query(''))).toBeUndefined();
  });

  it.each([
    [1, 10, '[1] 2 … 10'],
    [4, 10, '1 2 3 [4] 5 … 10'],
    [5, 10, '1 … 4 [5] 6 … 10'],
    [10, 10, '1 … 9 [10]'],
    [2, 3, '1 [2] 3'],
  ])('on page %i of %i are %s', (page, pages, shown) => {
    const text = query(`page=${page}`);
    const items = paginationFor(listPage(text, pages * 50, 50), '/a', text)?.items ?? [];
    expect(
      items
        .map(({ number, ellipsis, current }) => (ellipsis ? '…' : current ? `[${number}]` : String(number)))
        .join(' '),
    ).toBe(shown);
  });

  it('always name the first, the last and the current page, once each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 1, max: 500 }), (pages, at) => {
        const page = listPage(query(`page=${at}`), pages * 10, 10);
        const numbers =
          paginationFor(page, '/a', query(''))?.items?.flatMap(({ number }) => number ?? []) ?? [];
        expect(numbers).toEqual([...new Set(numbers)]);
        expect(numbers).toEqual(expect.arrayContaining([1, page.number, pages]));
      }),
    );
  });
});
