import mammoth from 'mammoth';
import { renderToString } from 'preact-render-to-string';
import { afterAll, describe, expect, it } from 'vitest';
import { stateCharacters } from './docx-words.ts';
import { openTypesetter } from './pdf-press.ts';
import { printDocx } from './print-docx.ts';
import { PrintedPaper } from './print-html.tsx';
import { printPdf } from './print-pdf.ts';
import { readPrintedPdf } from './read-printed-pdf.ts';
import { samplePaper } from './sample-paper.ts';

/**
 * The promise of one paper in three prints: whoever reads the page, the PDF or the Word file reads the same words.
 */
const typesetter = openTypesetter();
afterAll(() => typesetter.close());

const awkward = 'Ampersand & <angle> "quotes" \\ #hash $5 *star* _under_ café 50%';
const paper = samplePaper([
  { kind: 'heading', level: 1, text: awkward, id: 'awkward' },
  { kind: 'paragraph', text: [awkward, { kind: 'break' }, 'second line'] },
  {
    kind: 'table',
    caption: 'Another table',
    columns: [
      { heading: 'Name', width: 1 },
      { heading: 'Number', width: 1, align: 'right' },
    ],
    rows: [
      [['Ash'], ['1,024']],
      [['Elm'], ['57.1%']],
    ],
  },
]);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Words alone, one space apart. The three prints differ in white space, and in the shapes that stand for words. */
function wordsOf(html: string): readonly string[] {
  const text = html
    .replaceAll(/<svg.*?<\/svg>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
  return fold(text);
}

function fold(text: string): readonly string[] {
  const shapes = new RegExp(`[${Object.values(stateCharacters).join('')}•]|(?<=^|\\s)\\d+\\.(?=\\s)`, 'gu');
  return text.replaceAll('\u200B', '').replaceAll(shapes, ' ').split(/\s+/).filter(Boolean);
}

/** Everything after the list of contents, which is each form's own. */
function afterContents(words: readonly string[]): string {
  const last = words.lastIndexOf('late', words.indexOf('Three'));
  return words.slice(last + 1).join(' ');
}

/** The cover, as far as the list of contents. */
function cover(words: readonly string[]): string {
  return words.slice(0, words.indexOf('Contents')).join(' ');
}

describe('one paper, three prints', async () => {
  const page = wordsOf(renderToString(<PrintedPaper document={paper} />));
  const word = wordsOf((await mammoth.convertToHtml({ buffer: Buffer.from(await printDocx(paper)) })).value);
  const read = await readPrintedPdf((await printPdf(paper, typesetter)).bytes);
  const pdf = fold(read.tags.map((tag) => tag.text).join(' '));

  it('has words to compare', () => {
    expect(cover(page)).toMatch(/^Loamshire County Council Progress of the improvement plan By: A Person/);
    expect(afterContents(page)).toMatch(/^Three actions end in May\. See the exceptions and .* 57\.1%$/);
  });
  it('says the same in Word as on the page', () => {
    expect(cover(word)).toBe(cover(page));
    expect(afterContents(word)).toBe(afterContents(page));
  });
  it('says the same in the PDF as on the page', () => {
    // A PDF cuts text into pieces where lines and faces change, so the words are compared without the gaps.
    expect(cover(pdf).replaceAll(' ', '')).toBe(cover(page).replaceAll(' ', ''));
    expect(afterContents(pdf).replaceAll(' ', '')).toBe(afterContents(page).replaceAll(' ', ''));
  });
});
