import { describe, expect, it } from 'vitest';
import { openFile } from './open-file.ts';
import type { Block, SourceDocument } from './source-document.ts';
import {
  HEADING,
  INTRODUCTION,
  PLAN_AS_READ,
  planAsCsv,
  planAsDocx,
  planAsHtml,
  planAsPdf,
  planAsText,
  planAsXlsx,
} from './testing/plan-files.ts';

type Row = Extract<Block, { kind: 'row' }>;

async function open(fileName: string, content: string | Uint8Array): Promise<SourceDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const opened = await openFile({ fileName, bytes });
  if (opened.kind === 'unreadable') throw new Error(opened.sentence);
  return opened.document;
}

function rowsOf(document: SourceDocument): Row[] {
  return document.blocks.filter((block) => block.kind === 'row');
}

const bulletsAsParts = [
  { kind: 'bullet', text: '95% answered in 24 hours' },
  { kind: 'bullet', text: 'No child unallocated' },
];

describe('the same plan in every format', () => {
  const files = [
    { fileName: 'plan.txt', format: 'txt', content: () => planAsText(), header: false },
    { fileName: 'plan.html', format: 'html', content: () => planAsHtml(), header: true },
    { fileName: 'plan.docx', format: 'docx', content: () => planAsDocx(), header: true },
    { fileName: 'plan.xlsx', format: 'xlsx', content: () => planAsXlsx(), header: true },
    { fileName: 'plan.csv', format: 'csv', content: () => planAsCsv(','), header: true },
    { fileName: 'plan-semicolons.csv', format: 'csv', content: () => planAsCsv(';'), header: true },
    { fileName: 'plan-tabs.csv', format: 'csv', content: () => planAsCsv('\t'), header: true },
    { fileName: 'plan.pdf', format: 'pdf', content: () => planAsPdf(true), header: true },
    { fileName: 'plan-untagged.pdf', format: 'pdf', content: () => planAsPdf(false), header: false },
    { fileName: 'named-wrongly.txt', format: 'docx', content: () => planAsDocx(), header: true },
    { fileName: 'no-ending', format: 'csv', content: () => planAsCsv(';'), header: true },
    { fileName: 'saved-as.xls', format: 'html', content: () => planAsHtml(), header: true },
  ];

  it.each(files)(
    '$fileName is read as $format with the same rows',
    async ({ fileName, format, content, header }) => {
      const document = await open(fileName, await content());
      expect(document.format).toBe(format);
      expect(document.fileName).toBe(fileName);
      const rows = rowsOf(document);
      expect(rows.map((row) => row.cells.map((cell) => cell.text))).toEqual(PLAN_AS_READ);
      expect(rows.map((row) => row.header)).toEqual([header, false, false, false]);
      expect(rows[1]?.cells[4]?.parts).toEqual(bulletsAsParts);
      for (const block of document.blocks) expect(block.place).not.toEqual({});
    },
  );

  it.each(files.filter((file) => ['html', 'docx', 'pdf'].includes(file.format)))(
    '$fileName keeps its heading and paragraph',
    async ({ fileName, content }) => {
      const document = await open(fileName, await content());
      const before = document.blocks
        .slice(0, 2)
        .map((block) => ({ kind: block.kind, text: 'text' in block && block.text }));
      expect(before).toEqual([
        { kind: 'heading', text: HEADING },
        { kind: 'paragraph', text: INTRODUCTION },
      ]);
    },
  );
});

describe('places', () => {
  it.each([
    { fileName: 'plan.html', content: () => planAsHtml(), place: { line: 7, table: 1, row: 3 } },
    { fileName: 'plan.docx', content: () => planAsDocx(), place: { table: 1, row: 3 } },
    { fileName: 'plan.xlsx', content: () => planAsXlsx(), place: { sheet: 'Plan', row: 3 } },
    { fileName: 'plan.csv', content: () => planAsCsv(','), place: { row: 3, line: 4 } },
    { fileName: 'plan.pdf', content: () => planAsPdf(true), place: { page: 1, table: 1, row: 3 } },
  ])('$fileName says where its continuation row stands', async ({ fileName, content, place }) => {
    const rows = rowsOf(await open(fileName, await content()));
    expect(rows.find((row) => row.cells[1]?.text === 'Report to the board')?.place).toMatchObject(place);
  });

  it('counts every line of a quoted cell in a CSV', async () => {
    const rows = rowsOf(await open('plan.csv', planAsCsv(',')));
    expect(rows.map((row) => row.place)).toEqual([
      { row: 1, line: 1 },
      { row: 2, line: 2, endLine: 3 },
      { row: 3, line: 4 },
      { row: 4, line: 5 },
    ]);
  });
});
