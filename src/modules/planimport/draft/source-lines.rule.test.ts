import { describe, expect, it } from 'vitest';
import type { Block, Place } from '../../../platform/intake/source-document.ts';
import { SourceLines } from './source-lines.rule.ts';

const row = (text: string, place: Place): Block => ({
  kind: 'row',
  cells: [{ text, parts: [{ kind: 'text', text }] }],
  header: false,
  place,
});
const words = (text: string, place: Place): Block => ({ kind: 'paragraph', text, parts: [], place });

const lines = (...blocks: readonly Block[]) =>
  new SourceLines({ fileName: 'plan', format: 'txt', blocks, remarks: [] });
const textOf = (block: Block) => (block.kind === 'row' ? block.cells[0]?.text : block.text);

describe('what is printed at a place', () => {
  it.each([
    ['one line', { line: 7 }, ['b']],
    ['several lines put together', { line: 5, endLine: 9 }, ['a', 'b', 'c']],
    ['a line inside a cell that broke over some', { line: 11 }, ['d']],
    ['the last line of it', { line: 12 }, ['d']],
    ['a line that holds two things', { line: 20 }, ['e', 'f']],
    ['a line where nothing stands', { line: 6 }, []],
    ['before the first', { line: 1 }, []],
    ['after the last', { line: 99 }, []],
    ['a place that is not known', {}, []],
  ])('%s', (_name, source, printed) => {
    const text = lines(
      row('a', { line: 5 }),
      row('b', { line: 7 }),
      words('c', { line: 9 }),
      row('d', { line: 10, endLine: 12 }),
      words('e', { line: 20 }),
      words('f', { line: 20 }),
    );
    expect(text.at(source).map(textOf)).toEqual(printed);
  });

  it.each([
    ['of a sheet', { sheet: 'Plan', row: 2 }, ['plan']],
    ['of another sheet', { sheet: 'Old', row: 2 }, ['old']],
    ['of a table, whatever page it is on', { table: 1, row: 2, page: 4 }, ['table']],
    ['that is not there', { sheet: 'Plan', row: 3 }, []],
    ['of a sheet without a row', { sheet: 'Plan' }, []],
  ])('a row %s', (_name, source, printed) => {
    const text = lines(
      row('plan', { sheet: 'Plan', row: 2 }),
      row('old', { sheet: 'Old', row: 2 }),
      row('table', { table: 1, row: 2, page: 3 }),
    );
    expect(text.at(source).map(textOf)).toEqual(printed);
  });

  it('a row of a page that is one long line is that row alone', () => {
    const html = lines(
      row('first', { line: 1, table: 1, row: 1 }),
      row('second', { line: 1, table: 1, row: 2 }),
    );
    expect(html.at({ line: 1, table: 1, row: 2 }).map(textOf)).toEqual(['second']);
    expect(html.at({ line: 1, endLine: 1, table: 1, row: 2 }).map(textOf)).toEqual(['first', 'second']);
  });

  it('a place that claims the whole of a long file is cut short', () => {
    const long = lines(
      ...Array.from({ length: 5_000 }, (_, index) => words(String(index), { line: index + 1 })),
    );
    expect(long.at({ line: 1, endLine: 5_000 }).length).toBe(40);
    expect(long.at({ line: 4_990 }).map(textOf)).toEqual(['4989']);
  });
});
