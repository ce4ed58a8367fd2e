import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartSvg } from '../charts/chart-svg.ts';
import type { Block, PrintDocument } from './document.ts';
import { openTypesetter } from './pdf-press.ts';
import { charactersWithoutGlyph, printPdf } from './print-pdf.ts';
import { readPrintedPdf, tagsOf, type ReadPdf } from './read-printed-pdf.ts';
import { samplePaper } from './sample-paper.ts';

const typesetter = openTypesetter();
afterAll(() => typesetter.close());

const print = async (document: PrintDocument): Promise<ReadPdf> =>
  readPrintedPdf((await printPdf(document, typesetter)).bytes);

const textOf = (read: ReadPdf): string => read.tags.map((tag) => tag.text).join(' ');

describe('a paper as PDF', () => {
  let read: ReadPdf;
  beforeAll(async () => {
    read = await print(samplePaper());
  });

  it('carries its title, language and date', () => {
    expect([read.title, read.language]).toEqual(['Progress of the improvement plan', 'en-GB']);
    expect(read.created).toMatch(/^D:20110512/);
  });

  it('has its headings as headings and bookmarks, in order', () => {
    expect(tagsOf(read, 'H1').map((tag) => tag.text.trim())).toEqual([
      'Summary',
      'Recommendations',
      'Contents',
      'What is late',
      'What comes next',
    ]);
    expect(tagsOf(read, 'H2').map((tag) => tag.text.trim())).toEqual(['Exceptions']);
    expect(read.bookmarks).toContain('Exceptions');
  });

  it('says who it is by and to, when, on what, and how it is classed, on the first page', () => {
    const first = read.pageTexts[0] ?? '';
    for (const words of [
      'By:',
      'A Person, Cabinet Member',
      'To:',
      'Date:',
      '12 May 2011',
      'Subject:',
      'Classification:',
    ]) {
      expect(first).toContain(words);
    }
  });

  it('heads the columns of a table and repeats the head in print without repeating it in the tags', () => {
    expect(tagsOf(read, 'TH').map((tag) => tag.text.trim())).toEqual(['Ref', 'Action', 'State', 'Days late']);
    expect(tagsOf(read, 'Caption').map((tag) => tag.text.trim())).toEqual([
      'Actions that need attention',
      'One action is verified',
    ]);
    expect(tagsOf(read, 'TD').map((tag) => tag.text.trim())).toContain('Complete, not proven');
  });

  it('describes the picture in words, and keeps the shapes of state out of what is read', () => {
    const figures = tagsOf(read, 'Figure').filter((tag) => tag.alt !== null);
    expect(figures.map((tag) => tag.alt)).toEqual(['A circle with a tick']);
  });

  it('links to whole addresses', () => {
    expect(read.addresses).toContain('https://plan.loamshire.example/requirements/in-3');
    expect(read.addresses).toContain('https://www.gov.uk/bank-holidays');
  });

  it('numbers its pages and repeats title and classification from the second on', () => {
    for (const [index, text] of read.pageTexts.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${read.pages}`);
    }
    expect(read.pageTexts[1]).toContain('Unrestricted');
    expect(read.pageTexts[1]).toContain('Progress of the improvement plan');
  });

  it('is the same file for the same paper', async () => {
    const [one, other] = [
      await printPdf(samplePaper(), typesetter),
      await printPdf(samplePaper(), typesetter),
    ];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });
});

describe('what people type stays text', () => {
  const hostile = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.1.0": *',
    '$x^2$ *bold* _under_ = heading <label> @ref // comment /* x */',
    String.raw`\u{41} \ # [ ] { } ~ -- ---`,
    '<script>alert(1)</script> &amp; <b>',
    '"quoted" \'single\'',
    '${1+1} `code`',
  ];
  it.each(hostile)('%s', async (text) => {
    const everywhere: PrintDocument = {
      ...samplePaper(),
      title: text,
      cover: { ...samplePaper().cover, subject: text, summary: [[text]], council: text },
      blocks: [
        { kind: 'heading', level: 1, text, id: text },
        { kind: 'paragraph', text: [text, { kind: 'strong', text }] },
        { kind: 'table', caption: text, columns: [{ heading: text, width: 1 }], rows: [[[text]]] },
      ],
    };
    const read = await print(everywhere);
    expect(read.title).toBe(text);
    const said = textOf(read).replaceAll(/[\s\u200B]+/g, '');
    const times = said.split(text.replaceAll(/\s+/g, '')).length - 1;
    // Council, title, subject, summary, heading, paragraph, strong, caption, column heading, cell.
    expect(times).toBe(10);
  });

  it('prints an empty box for a character that no face has, and says which', async () => {
    const block: Block = { kind: 'paragraph', text: ['Sam 😀 and אבג and 漢 and ● ▲ αβ жд'] };
    const { bytes, charactersNotPrinted } = await printPdf(samplePaper([block]), typesetter);
    expect([...charactersNotPrinted].sort()).toEqual(['א', 'ב', 'ג', '漢', '😀'].sort());
    const read = await readPrintedPdf(bytes);
    expect(textOf(read)).toContain('Sam □ and □□□ and □ and ● ▲ αβ жд');
  });

  it('leaves out what turns text round, control characters and halves of characters', async () => {
    const read = await print(
      samplePaper([{ kind: 'paragraph', text: ['ab\u202Ecd\u0000ef\uD800gh\u0007'] }]),
    );
    expect(textOf(read)).toContain('abcdefgh');
  });

  it('drops the address of a link that runs a script or leads nowhere, and keeps its words', async () => {
    const read = await print(
      samplePaper([
        {
          kind: 'paragraph',
          text: [
            { kind: 'link', href: 'javascript:alert(1)', text: 'run me' },
            { kind: 'link', href: '#nowhere', text: 'lost' },
            { kind: 'link', href: 'file:///etc/passwd', text: 'a file' },
          ],
        },
      ]),
    );
    expect(textOf(read)).toContain('run melosta file');
    expect(read.addresses.filter((address) => !address.startsWith('https:'))).toEqual([]);
  });

  it('survives odd shapes: no blocks, empty tables, ragged rows, skipped levels, two headings of one name', async () => {
    const read = await print({
      ...samplePaper(),
      title: ' ',
      cover: { ...samplePaper().cover, summary: [], recommendations: [] },
      blocks: [
        { kind: 'heading', level: 3, text: 'Deep', id: 'same' },
        { kind: 'heading', level: 3, text: 'Deeper', id: 'same' },
        {
          kind: 'table',
          caption: '',
          columns: [
            { heading: 'A', width: 1 },
            { heading: 'B', width: 1 },
          ],
          rows: [],
        },
        {
          kind: 'table',
          caption: 'Ragged',
          columns: [{ heading: 'A', width: 1 }],
          rows: [[], [['1'], ['2']]],
        },
        { kind: 'list', ordered: true, items: [] },
        { kind: 'paragraph', text: [] },
      ],
    });
    expect(read.title).toBe('Untitled paper');
    expect(tagsOf(read, 'H1').map((tag) => tag.text.trim())).toEqual(['Deep']);
    expect(tagsOf(read, 'H2').map((tag) => tag.text.trim())).toEqual(['Deeper']);
  });

  it('makes a picture fit its page, however high it is', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 9000" width="100" height="9000"><path d="M0 0H100V9000H0Z"/></svg>`;
    const high: Block = {
      kind: 'figure',
      svg: svg as ChartSvg,
      alt: 'A tower',
      caption: 'Very high',
      source: 'Under it',
    };
    const plain = await printPdf(samplePaper(), typesetter);
    const read = await print(samplePaper([high]));
    expect(read.pages).toBe(plain.pages + 1);
    expect(read.pageTexts.at(-1)).toContain('Under it');
  });

  it('breaks a word too long for its column instead of running over the next', async () => {
    const word = 'x'.repeat(400);
    const read = await print(
      samplePaper([
        {
          kind: 'table',
          caption: 'Long',
          columns: [
            { heading: 'A', width: 1 },
            { heading: 'B', width: 9 },
          ],
          rows: [[[word], ['next']]],
        },
      ]),
    );
    expect(textOf(read).replaceAll(/[\s\u200B]+/g, '')).toContain(word);
  });

  it('sets a table of 10,000 rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [[`Row ${index}`], [String(index)]]);
    const columns = [
      { heading: 'Name', width: 3 },
      { heading: 'Number', width: 1, align: 'right' },
    ] as const;
    const { pages } = await printPdf(
      samplePaper([{ kind: 'table', caption: 'Long', columns, rows }]),
      typesetter,
    );
    expect(pages).toBeGreaterThan(150);
  });
});

describe('the typesetter', () => {
  it('reads which characters the compiler complains of', () => {
    const complaint = (text: string): string =>
      `error: the text \`\\"${text}\\"\` could not be displayed with font`;
    expect(charactersWithoutGlyph(complaint('😀') + complaint('ab\u2603'))).toEqual(['😀', '\u2603']);
    expect(charactersWithoutGlyph(complaint(String.raw`\\u{94d}`))).toEqual(['\u094D']);
    expect(charactersWithoutGlyph('unknown variable: x')).toEqual([]);
  });
  it('says what the compiler said when a program is wrong, and goes on setting', async () => {
    const failed = await typesetter.set({ source: '#nonsense', data: '{}', timestamp: 0 });
    expect(failed).toMatchObject({ kind: 'refused', words: expect.stringContaining('unknown variable') });
    expect((await printPdf(samplePaper(), typesetter)).pages).toBeGreaterThan(1);
  });
  it('cannot read a file outside its own folder of fonts', async () => {
    const read = await typesetter.set({ source: '#read("/etc/passwd")', data: '{}', timestamp: 0 });
    expect(read).toMatchObject({ kind: 'refused' });
  });
  it('gives up the paper in hand when it is closed, and starts again for the next', async () => {
    const own = openTypesetter();
    const [lost] = await Promise.allSettled([printPdf(samplePaper(), own), own.close()]);
    expect(lost).toMatchObject({
      status: 'rejected',
      reason: new Error('The typesetter stopped before the paper was set'),
    });
    expect((await printPdf(samplePaper(), own)).pages).toBeGreaterThan(1);
    await own.close();
  });
});
