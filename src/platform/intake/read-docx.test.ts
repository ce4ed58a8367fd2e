import { describe, expect, it } from 'vitest';
import { openFile } from './open-file.ts';
import type { SourceDocument } from './source-document.ts';
import { makeDocx, wordParagraph } from './testing/office-files.ts';

async function open(body: string): Promise<SourceDocument> {
  const opened = await openFile({ fileName: 'plan.docx', bytes: makeDocx(body) });
  if (opened.kind === 'unreadable') throw new Error(opened.sentence);
  return opened.document;
}

function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
}

function row(cells: string, properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
}

describe('Word documents', () => {
  it('reads merged cells, and header rows only where the mark says yes', async () => {
    const { blocks } = await open(
      `<w:tbl>
        ${row(cell('Ref') + cell('Action') + cell('Lead'), '<w:tblHeader/>')}
        ${row(cell('Outcome 1.1', '<w:gridSpan w:val="3"/>'), '<w:tblHeader w:val="false"/>')}
        ${row(cell('1.1.1', '<w:vMerge w:val="restart"/>') + cell('a') + cell('Ann'), '<w:tblHeader w:val="0"/>')}
        ${row(cell('', '<w:vMerge/>') + cell('b') + cell('Bo'))}
      </w:tbl>`,
    );
    expect(blocks).toMatchObject([
      { header: true, place: { table: 1, row: 1 } },
      { header: false, cells: [{ text: 'Outcome 1.1', span: 3 }] },
      { header: false, cells: [{ text: '1.1.1' }, { text: 'a' }, { text: 'Ann' }] },
      { header: false, cells: [{ text: '' }, { text: 'b' }, { text: 'Bo' }], place: { table: 1, row: 4 } },
    ]);
  });

  it('reads insertions and leaves out deletions and comments', async () => {
    const { blocks } = await open(
      `<w:p><w:r><w:t xml:space="preserve">Due </w:t></w:r><w:del><w:r><w:delText>May</w:delText></w:r></w:del><w:ins><w:r><w:t>June</w:t></w:r></w:ins><w:commentRangeStart w:id="0"/></w:p>`,
    );
    expect(blocks).toMatchObject([{ kind: 'paragraph', text: 'Due June', place: { paragraph: 1 } }]);
  });

  it('keeps markup that stands in the words as words', async () => {
    const { blocks } = await open(wordParagraph('&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;'));
    expect(blocks).toMatchObject([{ text: '<script>alert(1)</script> &amp;' }]);
  });

  it('counts paragraphs outside tables, and reads a line break as the next line of the same paragraph', async () => {
    const { blocks } = await open(
      `${wordParagraph('one')}<w:p/><w:tbl>${row(cell('a'))}</w:tbl><w:p><w:r><w:t>two</w:t><w:br/><w:t>lines</w:t></w:r></w:p>`,
    );
    expect(blocks).toMatchObject([
      { text: 'one', place: { paragraph: 1 } },
      { kind: 'row', place: { table: 1, row: 1 } },
      { text: 'two lines', parts: [{ text: 'two' }, { text: 'lines' }], place: { paragraph: 2 } },
    ]);
  });
});
