import { describe, expect, it } from 'vitest';
import { openFile } from './open-file.ts';
import type { Block, SourceDocument } from './source-document.ts';
import { pdfOf } from './testing/plan-files.ts';

async function open(source: string, tagged: boolean): Promise<SourceDocument> {
  const opened = await openFile({ fileName: 'plan.pdf', bytes: pdfOf(source, tagged) });
  if (opened.kind === 'unreadable') throw new Error(opened.sentence);
  return opened.document;
}

function rows(blocks: readonly Block[]): { texts: string[]; page: number | undefined }[] {
  return blocks.flatMap((block) =>
    block.kind === 'row' ? [{ texts: block.cells.map((cell) => cell.text), page: block.place.page }] : [],
  );
}

const LONG = 'Review every case that is open and agree with the team what is still to be done about it. ';

const OVER_PAGES = `#set page(width: 400pt, height: 150pt, margin: 30pt, footer: context align(center)[Page #counter(page).get().first() of the plan])
#table(columns: (auto, 2fr, 1fr), table.header[Ref][Actions][Timescale],
  [1.1.1], [${LONG.repeat(6)}], [31 March 2011],
  [], [${LONG.repeat(5)}END], [Monthly],
  table.cell(colspan: 3)[1.2 Outcome],
  [1.1.2], table.cell(rowspan: 2)[Train], [1 June 2011],
  [1.1.3], [July 2011])`;

describe('PDFs with tags', () => {
  it('joins a table that goes on over pages, and puts short rows under their columns', async () => {
    const { blocks } = await open(OVER_PAGES, true);
    expect(rows(blocks)).toEqual([
      { texts: ['Ref', 'Actions', 'Timescale'], page: 1 },
      { texts: ['1.1.1', LONG.repeat(6).trim(), '31 March 2011'], page: 1 },
      { texts: ['', `${LONG.repeat(5)}END`, 'Monthly'], page: 3 },
      { texts: ['1.2 Outcome', '', ''], page: 5 },
      { texts: ['1.1.2', 'Train', '1 June 2011'], page: 5 },
      { texts: ['1.1.3', '', 'July 2011'], page: 6 },
    ]);
    expect(new Set(blocks.map((block) => block.place.table))).toEqual(new Set([1]));
    expect(JSON.stringify(blocks)).not.toContain('of the plan');
  });

  it('reads headings, lists and paragraphs in order', async () => {
    const { blocks, remarks } = await open(
      '= Plan\n== Priority 1\nFirst words.\n\n- one\n  - two\n- three\n\n+ numbered\n',
      true,
    );
    expect(
      blocks.map((block) => [
        block.kind,
        'text' in block ? block.text : '',
        block.kind === 'heading' ? block.level : 0,
      ]),
    ).toEqual([
      ['heading', 'Plan', 1],
      ['heading', 'Priority 1', 2],
      ['paragraph', 'First words.', 0],
      ['paragraph', 'one', 0],
      ['paragraph', 'two', 0],
      ['paragraph', 'three', 0],
      ['paragraph', '1. numbered', 0],
    ]);
    expect(remarks).toEqual([]);
  });
});

describe('PDFs without tags', () => {
  it.each([
    { drawn: 'with lines', stroke: '0.5pt' },
    { drawn: 'with lines between rows only', stroke: '(x: none, y: 0.5pt)' },
    { drawn: 'without lines', stroke: 'none' },
  ])('finds columns and rows of a table $drawn, and leaves out page numbers', async ({ stroke }) => {
    const { blocks, remarks } = await open(
      `#set page(width: 500pt, height: 200pt, margin: 30pt, footer: context align(center)[Page #counter(page).get().first()])
= The plan
Words that run over the whole width of the page before the table begins, as they do in every report that a council prints.
#table(stroke: ${stroke}, columns: (40pt, 2fr, 1fr), [Ref], [Actions], [Timescale],
  [1.1.1], [${LONG}], [31 March 2011],
  [], [Report], [Monthly],
  [1.1.2], [Train], [1 June 2011])
#pagebreak()
#text(size: 9pt)[Second page.]
#pagebreak()
Third page.`,
      false,
    );
    expect(blocks[0]).toMatchObject({ kind: 'heading', text: 'The plan' });
    expect(blocks[1]).toMatchObject({ kind: 'paragraph' });
    expect(rows(blocks)).toEqual([
      { texts: ['Ref', 'Actions', 'Timescale'], page: 1 },
      { texts: ['1.1.1', LONG.trim(), '31 March 2011'], page: 1 },
      { texts: ['', 'Report', 'Monthly'], page: 1 },
      { texts: ['1.1.2', 'Train', '1 June 2011'], page: 1 },
    ]);
    expect(blocks.slice(-2)).toMatchObject([
      { text: 'Second page.', place: { page: 2 } },
      { text: 'Third page.', place: { page: 3 } },
    ]);
    expect(remarks).toEqual([
      expect.stringContaining('page numbers'),
      expect.stringContaining('from where the words stand'),
    ]);
  });

  it('reads rows without space between them by the lines drawn, and merged cells as one', async () => {
    const { blocks } = await open(
      `#set par(leading: 4pt)
#table(inset: (x: 4pt, y: 2pt), columns: (40pt, 120pt, 80pt, 80pt),
  [Ref], [Actions], [Timescale], [Lead],
  table.cell(colspan: 4)[1.2 Outcome: children are seen, heard and safe, and are not moved without need],
  table.cell(rowspan: 2, align: horizon)[1.1.1], [Review every case that is open with the team], [31 March 2011], [Ann],
  [Report], [Monthly], table.cell(rowspan: 2)[Bo],
  [1.1.2], [Train], [1 June 2011])
Words after.`,
      false,
    );
    expect(rows(blocks).map((row) => row.texts)).toEqual([
      ['Ref', 'Actions', 'Timescale', 'Lead'],
      ['1.2 Outcome: children are seen, heard and safe, and are not moved without need', '', '', ''],
      ['1.1.1', 'Review every case that is open with the team', '31 March 2011', 'Ann'],
      ['', 'Report', 'Monthly', 'Bo'],
      ['1.1.2', 'Train', '1 June 2011', ''],
    ]);
    expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', text: 'Words after.' });
  });

  it('reads rows with neither lines nor space between them by their first column', async () => {
    const { blocks } = await open(
      `#set par(leading: 6pt)
#table(stroke: none, inset: (x: 8pt, y: 3pt), columns: (40pt, 120pt, 90pt),
  [1.1.1], [Review every case that is open with the team], [31 March 2011],
  [1.1.2], [Train], [1 June 2011],
  [1.1.3], [Report], [Monthly])`,
      false,
    );
    expect(rows(blocks).map((row) => row.texts)).toEqual([
      ['1.1.1', 'Review every case that is open with the team', '31 March 2011'],
      ['1.1.2', 'Train', '1 June 2011'],
      ['1.1.3', 'Report', 'Monthly'],
    ]);
  });

  it('takes a box around words for words, and an underline for no line of a table', async () => {
    const { blocks } = await open(
      `#rect[A note in a box]
#table(columns: (100pt, 100pt), [#underline[Ref and more]], [Action], [1], [Review])`,
      false,
    );
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'row', 'row']);
  });

  it('joins a table that goes on over pages, and takes the row that is printed on each for its header', async () => {
    const { blocks } = await open(
      `#set page(width: 400pt, height: 160pt, margin: 30pt)
#table(columns: (40pt, 2fr, 1fr), table.header[Ref][Actions][Timescale],
${Array.from({ length: 9 }, (_, index) => `[1.${index}], [Action ${index}], [${index + 1} May 2011]`).join(',\n')})`,
      false,
    );
    expect(rows(blocks).map((row) => row.texts.join('|'))).toEqual([
      'Ref|Actions|Timescale',
      ...Array.from({ length: 9 }, (_, index) => `1.${index}|Action ${index}|${index + 1} May 2011`),
    ]);
    expect(blocks.map((block) => block.kind === 'row' && block.header)).toEqual([
      true,
      ...Array<boolean>(9).fill(false),
    ]);
    expect(new Set(blocks.map((block) => block.place.table))).toEqual(new Set([1]));
    expect(blocks.at(-1)?.place.page).toBe(2);
  });

  it('takes plain paragraphs for paragraphs, not for a table', async () => {
    const { blocks } = await open(`#set par(justify: true)\n${LONG.repeat(12)}\n\n${LONG.repeat(9)}`, false);
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph']);
  });

  it('says where it left out text on its side', async () => {
    const { remarks } = await open('Words.\n#rotate(90deg, reflow: true)[On its side]', false);
    expect(remarks).toContain('Text that is turned on its side was left out on page 1.');
  });
});
