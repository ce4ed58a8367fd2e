import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import {
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import writeExcelFile from 'write-excel-file/node';

/** One small plan, the same in every format: a header, an action with two bullets, its continuation row, another action. */
export const PLAN: readonly (readonly string[])[] = [
  ['Ref', 'Actions', 'Timescale', 'Delivery Leads', 'Targets & Measures'],
  [
    '1.1.1',
    'Review the duty system & its thresholds',
    '31 March 2011',
    'Ann Other',
    '• 95% answered in 24 hours\n• No child unallocated',
  ],
  ['', 'Report to the board', 'Monthly', 'Bo Peep', 'Report received'],
  [
    '1.1.2',
    'Train staff, “managers first”',
    '1 June 2011 - 30 April 2012',
    'Head of Service',
    '80% of 1,200 staff trained',
  ],
];

export const HEADING = 'Detailed actions';
export const INTRODUCTION = 'This plan was agreed by the Board.';

/** What each cell of the plan reads as: its lines with one space between. */
export const PLAN_AS_READ = PLAN.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));

export function planAsHtml(): string {
  const escape = (text: string): string => text.replaceAll('&', '&amp;');
  const cell = (text: string): string =>
    text.startsWith('•')
      ? `<ul>${text
          .split('\n')
          .map((line) => `<li>${escape(line.slice(2))}`)
          .join('')}</ul>`
      : `<p>${escape(text)}</p>`;
  const [header = [], ...rows] = PLAN;
  return `<!doctype html><html><head><title>Plan</title><style>td{color:red}</style></head><body>
<h1>${HEADING}</h1>
<script>document.write('never')</script>
<p>${INTRODUCTION}</p>
<table><thead><tr>${header.map((text) => `<th>${escape(text)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((text) => `<td>${cell(text)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>
</body></html>`;
}

export async function planAsDocx(copies = 1): Promise<Uint8Array> {
  const cell = (text: string): TableCell =>
    new TableCell({
      children: text
        .split('\n')
        .map((line) =>
          line.startsWith('•')
            ? new Paragraph({ text: line.slice(2), numbering: { reference: 'bullets', level: 0 } })
            : new Paragraph(line),
        ),
    });
  const row = (texts: readonly string[], tableHeader: boolean): TableRow =>
    new TableRow({ children: texts.map(cell), tableHeader });
  const [header = [], ...rows] = PLAN;
  const body = Array.from({ length: copies }, () => rows.map((texts) => row(texts, false))).flat();
  const document = new Document({
    numbering: {
      config: [{ reference: 'bullets', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] }],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: HEADING, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('This plan was '),
              new TextRun({ text: 'agreed', bold: true }),
              new TextRun(' by the Board.'),
            ],
          }),
          new Table({ rows: [row(header, true), ...body] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

export async function planAsXlsx(): Promise<Uint8Array> {
  const data = PLAN.map((row) =>
    row.map((text) =>
      text === '31 March 2011'
        ? { value: new Date(Date.UTC(2011, 2, 31)), type: Date, format: 'dd/mm/yyyy' }
        : text === ''
          ? null
          : text,
    ),
  );
  return new Uint8Array(await writeExcelFile(data, { sheet: 'Plan' }).toBuffer());
}

export function planAsCsv(delimiter: ',' | ';' | '\t'): string {
  return PLAN.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');
}

export function planAsText(): string {
  const lines = PLAN_AS_READ.map((row) => row.join('\t'));
  return `${HEADING}\n\n${INTRODUCTION}\n\n${lines.join('\n')}\n`;
}

/** The plan as a PDF, with the tags that a screen reader needs or without any. */
export function planAsPdf(tagged: boolean): Uint8Array {
  const cell = (text: string): string => `[${text.replaceAll('•', '-').replaceAll('@', '\\@')}]`;
  const [header = [], ...rows] = PLAN;
  return pdfOf(
    `#set page(paper: "a4", flipped: true)
= ${HEADING}
${INTRODUCTION}
#table(columns: (auto, 2fr, 1.5fr, 1fr, 2fr), table.header${header.map(cell).join('')},
${rows.map((row) => `${row.map(cell).join(', ')},`).join('\n')})`,
    tagged,
  );
}

/** A PDF from Typst source. */
export function pdfOf(source: string, tagged = true): Uint8Array {
  const compiler = NodeCompiler.create({});
  const main = `#set document(title: "Plan")\n#set text(lang: "en", size: 9pt)\n${source}`;
  const pdf = compiler.pdf(
    { mainFileContent: main },
    tagged ? { pdfStandard: PdfStandard.UA_1 } : { pdfTags: false },
  );
  return new Uint8Array(pdf);
}
