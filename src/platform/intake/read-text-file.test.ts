import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTextFile } from './read-text-file.ts';
import type { Block } from './source-document.ts';

const read = (...lines: readonly string[]) => readTextFile('paper.txt', lines.join('\n'));
const shown = (block: Block): string =>
  block.kind === 'row' ? block.cells.map(({ text }) => text).join(' | ') : `${block.kind}: ${block.text}`;

describe('a text file', () => {
  it('is headings, paragraphs and rows, each with its line', () => {
    const { blocks } = read(
      '\uFEFFKent Road Scheme',
      '',
      'The scheme began in May.',
      'It goes on.',
      '',
      'Ref\tAction',
      '1\tBuild',
      '\t',
    );
    expect(blocks.map((block) => `${block.place.line ?? ''} ${shown(block)}`)).toEqual([
      '1 heading: Kent Road Scheme',
      '3 paragraph: The scheme began in May.',
      '4 paragraph: It goes on.',
      '6 Ref | Action',
      '7 1 | Build',
    ]);
  });

  it('may end its lines in any way', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(
        readTextFile('a.txt', ['a\tb', '', 'c'].join(end)).blocks.map(({ place }) => place.line),
      ).toEqual([1, 3]);
    }
  });

  it('keeps bullets as bullets', () => {
    const { blocks } = read('- First', ' - Second', '• Third');
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.parts : []))).toEqual([
      [{ kind: 'bullet', text: 'First' }],
      [{ kind: 'bullet', text: 'Second' }],
      [{ kind: 'bullet', text: 'Third' }],
    ]);
  });

  it('reads rows drawn with bars, and drops the rules between them', () => {
    expect(read('| Ref | Action |', '|---|:---:|', '| 1 | Build |', '---\t---').blocks.map(shown)).toEqual([
      ' Ref | Action '.trim(),
      '1 | Build',
    ]);
  });

  it('parts headings that were glued together, and leaves emphasis alone', () => {
    expect(
      read(
        'Recommendations**Areas for SAFEGUARDING****Immediately:**',
        '**A sense of urgency** – we know',
        '# Part one',
        '**All bold**',
      ).blocks.map(shown),
    ).toEqual([
      'heading: Recommendations',
      'heading: Areas for SAFEGUARDING',
      'heading: Immediately:',
      'paragraph: A sense of urgency – we know',
      'heading: Part one',
      'heading: All bold',
    ]);
  });
});

describe('page numbers among the words', () => {
  it('become places', () => {
    const { blocks, remarks } = read(
      'Page 39 1.1\tTrain staff',
      '\tAudit',
      '',
      '\tHear children',
      '',
      'Page 47',
      '',
      'Ref\tAction',
      '5.1 Page 71\tPay',
      '<p style="x">Page 67</p>\tStay',
    );
    expect(blocks.map((block) => `${block.place.page ?? '-'} ${shown(block)}`)).toEqual([
      '39 1.1 | Train staff',
      '39  | Audit',
      '-  | Hear children',
      '71 Ref | Action',
      '71 5.1 | Pay',
      '71  | Stay',
    ]);
    expect(remarks).toEqual([
      'Page numbers 39 to 71 stand among the words. They were kept as places and left out of the text.',
    ]);
  });

  it('stay where they are part of a sentence', () => {
    expect(read('See page 4 of the report', 'Contents\tPage 3', 'Page No.\t1').blocks.map(shown)).toEqual([
      'paragraph: See page 4 of the report',
      'Contents | Page 3',
      'Page No. | 1',
    ]);
  });
});

describe('any text', () => {
  it('never fails, and keeps every letter of plain words', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readTextFile('a.txt', text).format).toBe('txt');
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 5 }), {
          maxLength: 20,
        }),
        (rows) => {
          const { blocks } = readTextFile('a.txt', rows.map((row) => row.join('\t')).join('\n'));
          expect(
            blocks.map((block) => (block.kind === 'row' ? block.cells.map(({ text }) => text) : [])),
          ).toEqual(rows);
        },
      ),
    );
  });
});
