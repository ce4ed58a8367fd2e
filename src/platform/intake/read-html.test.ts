import { describe, expect, it } from 'vitest';
import { readHtml } from './read-html.ts';
import type { Block } from './source-document.ts';

function read(html: string): readonly Block[] {
  return readHtml('page.html', 'page.html', html).blocks;
}

function cells(html: string): string[][] {
  return read(html).flatMap((block) => (block.kind === 'row' ? [block.cells.map((cell) => cell.text)] : []));
}

describe('tables', () => {
  it.each([
    {
      what: 'a cell over two rows leaves an empty cell below it',
      html: '<table><tr><td rowspan=2>1.1<td>a<td>b<tr><td>c<td>d</table>',
      rows: [
        ['1.1', 'a', 'b'],
        ['', 'c', 'd'],
      ],
    },
    {
      what: 'the last cell over two rows leaves an empty cell at the end',
      html: '<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d<td>e</table>',
      rows: [
        ['a', 'b', 'c'],
        ['d', 'e', ''],
      ],
    },
    {
      what: 'a short row above a covered column is filled up',
      html: '<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d</table>',
      rows: [
        ['a', 'b', 'c'],
        ['d', '', ''],
      ],
    },
    {
      what: 'a row without words is left out',
      html: '<table><tr><td>a<td>b<tr><td> &nbsp;<td><tr><td>c<td>d</table>',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    {
      what: 'a small table inside a cell is part of the cell',
      html: '<table><tr><td>1<td>a<table><tr><td>x<td>y<tr><td>z<td>w</table><td>b<td>c</table>',
      rows: [['1', 'a x y z w', 'b', 'c']],
    },
    {
      what: 'a table that only lays out the page is looked through',
      html: '<table><tr><td>Menu<td><table><tr><td>1<td>a<td>b<tr><td>2<td>c<td>d</table></table>',
      rows: [
        ['1', 'a', 'b'],
        ['2', 'c', 'd'],
      ],
    },
    {
      what: 'a line break in a cell is a space',
      html: '<table><tr><td>1 June<br>2011<td>a</table>',
      rows: [['1 June 2011', 'a']],
    },
  ])('$what', ({ html, rows }) => {
    expect(cells(html)).toEqual(rows);
  });

  it('a cell over columns keeps its span', () => {
    const [row] = read('<table><tr><td colspan=4>Outcome 1.2<td>x</table>');
    expect(row).toMatchObject({ cells: [{ text: 'Outcome 1.2', span: 4 }, { text: 'x' }] });
  });

  it.each([
    {
      what: 'thead',
      html: '<table><thead><tr><td>Ref<td>Action</thead><tr><td>1<td>a</table>',
      headers: [true, false],
    },
    {
      what: 'a row of th',
      html: '<table><tr><th>Ref<th>Action<tr><td>1<td>a</table>',
      headers: [true, false],
    },
    {
      what: 'th for a row is no header',
      html: '<table><tr><th>1<td>a<tr><th>2<td>b</table>',
      headers: [false, false],
    },
  ])('header: $what', ({ html, headers }) => {
    expect(read(html).map((block) => block.kind === 'row' && block.header)).toEqual(headers);
  });

  it('numbers tables and rows, and gives lines of the source', () => {
    const blocks = read(
      '<p>a</p>\n<table><tr><td>b</td></tr>\n<tr><td>c</td></tr></table>\n<table><caption>d</caption><tr><td>e</table>',
    );
    expect(blocks.map((block) => block.place)).toEqual([
      { line: 1 },
      { line: 2, table: 1, row: 1 },
      { line: 3, table: 1, row: 2 },
      { line: 4, table: 2 },
      { line: 4, table: 2, row: 1 },
    ]);
  });
});

describe('running text', () => {
  it('reads headings, paragraphs and list items, and nothing that is not printed', () => {
    const blocks =
      read(`<title>t</title><h2>Priority <b>1</b></h2><p>First<br>second</p><ul><li>one<ul><li>two</ul><li><p>three</p></ul>
      <div hidden>no</div><p style="display: none">no</p><script>no()</script><noscript>no</noscript><p>• printed mark</p>loose`);
    expect(
      blocks.map(({ kind, ...rest }) => [
        kind,
        'text' in rest && rest.text,
        'parts' in rest && rest.parts.map((part) => part.kind).join(' '),
      ]),
    ).toEqual([
      ['heading', 'Priority 1', false],
      ['paragraph', 'First second', 'text text'],
      ['paragraph', 'one', 'bullet'],
      ['paragraph', 'two', 'bullet'],
      ['paragraph', 'three', 'bullet'],
      ['paragraph', 'printed mark', 'bullet'],
      ['paragraph', 'loose', 'text'],
    ]);
  });

  it('reads lists that never close inside a cell', () => {
    const [row] = read('<table><tr><td>1<td><ul style>• one • two<p>three</table>');
    expect(row).toMatchObject({
      cells: [
        {},
        {
          parts: [
            { kind: 'bullet', text: 'one' },
            { kind: 'bullet', text: 'two' },
            { kind: 'text', text: 'three' },
          ],
        },
      ],
    });
  });
});
