import { describe, expect, it } from 'vitest';
import { openFile } from './open-file.ts';
import { makeDocx } from './testing/office-files.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

const NUMBERING = `<w:numbering ${W}>
  <w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.', '<w:pStyle w:val="Heading1"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Heading2"/>')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'lowerLetter', '(%1)')}${level(1, 'lowerRoman', '%2.')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '•')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="3">${level(0, 'upperRoman', 'Priority %1')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="PlanList"/></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
  <w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>
</w:numbering>`;

const STYLES = `<w:styles ${W}>
  <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/></w:style>
  <w:style w:type="numbering" w:styleId="PlanList"><w:name w:val="Plan list"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
</w:styles>`;

function numbered(list: number, depth: number, text: string): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function styled(style: string, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

async function read(body: string): Promise<string[]> {
  const bytes = makeDocx(body, {
    extra: [
      { path: 'word/numbering.xml', content: NUMBERING },
      { path: 'word/styles.xml', content: STYLES },
    ],
  });
  const opened = await openFile({ fileName: 'plan.docx', bytes });
  if (opened.kind === 'unreadable') throw new Error(opened.sentence);
  return opened.document.blocks.map((block) =>
    block.kind === 'row'
      ? block.cells.map((cell) => cell.text).join(' | ')
      : `${block.kind === 'paragraph' && block.parts.some((part) => part.kind === 'bullet') ? 'item ' : `${block.kind} `}${block.text}`,
  );
}

describe('numbers that Word prints by itself', () => {
  it.each([
    {
      what: 'levels count on and begin again under the next outer number',
      body: [
        numbered(1, 0, 'a'),
        numbered(1, 1, 'b'),
        numbered(1, 1, 'c'),
        numbered(1, 2, 'd'),
        numbered(1, 0, 'e'),
        numbered(1, 1, 'f'),
      ],
      reads: [
        'paragraph 1. a',
        'paragraph 1.1 b',
        'paragraph 1.2 c',
        'paragraph 1.2.1 d',
        'paragraph 2. e',
        'paragraph 2.1 f',
      ],
    },
    {
      what: 'a level whose outer level was never used starts under its first number',
      body: [numbered(1, 2, 'a'), numbered(1, 2, 'b')],
      reads: ['paragraph 1.1.1 a', 'paragraph 1.1.2 b'],
    },
    {
      what: 'letters and Roman numbers',
      body: [numbered(2, 0, 'a'), numbered(2, 1, 'b'), numbered(2, 1, 'c'), numbered(2, 0, 'd')],
      reads: ['paragraph (a) a', 'paragraph i. b', 'paragraph ii. c', 'paragraph (b) d'],
    },
    {
      what: 'a list that starts anew',
      body: [numbered(2, 0, 'a'), numbered(2, 0, 'b'), numbered(4, 0, 'c'), numbered(4, 0, 'd')],
      reads: ['paragraph (a) a', 'paragraph (b) b', 'paragraph (a) c', 'paragraph (b) d'],
    },
    {
      what: 'words in the number, and digits where the list asks for them',
      body: [numbered(5, 0, 'a'), numbered(5, 1, 'b')],
      reads: ['paragraph Priority I a', 'paragraph 1.1 b'],
    },
    {
      what: 'a list that is defined by a style',
      body: [numbered(6, 0, 'a')],
      reads: ['paragraph Priority I a'],
    },
    {
      what: 'headings numbered by their style',
      body: [
        styled('Heading1', 'a'),
        styled('Heading2', 'b'),
        styled('Heading2', 'c'),
        styled('Heading1', 'd'),
      ],
      reads: ['heading 1. a', 'heading 1.1 b', 'heading 1.2 c', 'heading 2. d'],
    },
    {
      what: 'bullets, lists that are not defined, and styles that go round stay as they are',
      body: [numbered(3, 0, 'a'), numbered(99, 0, 'b'), numbered(0, 0, 'c'), styled('Loop', 'd')],
      reads: ['item a', 'paragraph b', 'paragraph c', 'paragraph d'],
    },
    {
      what: 'a number before a tracked change does not count',
      body: [
        '<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
        numbered(1, 0, 'b'),
      ],
      reads: ['paragraph a', 'paragraph 1. b'],
    },
  ])('$what', async ({ body, reads }) => {
    expect(await read(body.join('\r\n'))).toEqual(reads);
  });

  it('reads a column of references that nobody typed', async () => {
    const row = (text: string): string =>
      `<w:tr><w:tc>${numbered(1, 1, '').replace('<w:r><w:t></w:t></w:r>', '')}</w:tc><w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc></w:tr>`;
    expect(await read(`<w:tbl>${row('Review')}${row('Train &amp; check')}</w:tbl>`)).toEqual([
      '1.1 | Review',
      '1.2 | Train & check',
    ]);
  });
});
