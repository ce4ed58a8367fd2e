import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
  convertMillimetersToTwip,
  type FileChild,
} from 'docx';
import { formatDay } from '../time/plain-day.ts';
import { coverLines, type Cover, type PrintDocument } from './document.ts';
import { docxBlock, type DocxPage } from './docx-blocks.ts';
import { docxNumbering, docxStyles } from './docx-styles.ts';
import { docxList, docxRuns, docxStyled } from './docx-words.ts';
import { accentOf } from './paper-data.ts';
import { prepareDocument } from './prepare-document.ts';
import { steadyDocx } from './steady-docx.ts';

const margin = convertMillimetersToTwip(22);
const paperSize = { short: convertMillimetersToTwip(210), long: convertMillimetersToTwip(297) };

/**
 * A paper as a Word file to be edited: real headings, numbered lists, tables whose head repeats, alternative texts, a
 * table of contents, page numbers and British English. It says what the page and the PDF say. The same paper gives
 * the same bytes, because whatever Word's format dates or numbers at random is fixed from the paper's own date.
 */
export async function printDocx(document: PrintDocument): Promise<Uint8Array> {
  const paper = prepareDocument(document, 'paper');
  const landscape = paper.page === 'landscape';
  let lists = 0;
  const page: DocxPage = {
    width: (landscape ? paperSize.long : paperSize.short) - 2 * margin,
    accent: accentOf(paper),
    nextList: () => (lists += 1),
  };
  const file = new Document({
    title: paper.title,
    subject: paper.cover.subject,
    creator: paper.cover.council,
    lastModifiedBy: paper.cover.council,
    styles: docxStyles(page.accent),
    numbering: docxNumbering(),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: paperSize.short,
              height: paperSize.long,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              left: margin,
              right: margin,
              top: convertMillimetersToTwip(27),
              bottom: convertMillimetersToTwip(24),
            },
          },
        },
        headers: {
          default: new Header({ children: [twoEnds(paper.title, [paper.cover.classification], page)] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        footers: { default: footer(paper.cover, page), first: footer(paper.cover, page) },
        children: [...coverParts(paper, page), ...paper.blocks.flatMap((block) => docxBlock(block, page))],
      },
    ],
  });
  return steadyDocx(await Packer.toBuffer(file), paper.cover.date);
}

function coverParts(paper: PrintDocument, page: DocxPage): FileChild[] {
  const { cover } = paper;
  const tab = convertMillimetersToTwip(34);
  const lines = coverLines(cover, formatDay(cover.date)).map(
    ([name, texts]) =>
      new Paragraph({
        tabStops: [{ type: TabStopType.LEFT, position: tab }],
        indent: { left: tab, hanging: tab },
        spacing: { after: 80 },
        children: [
          new TextRun({ text: `${name}:`, bold: true }),
          ...texts.map((text, index) =>
            index === 0 ? new TextRun({ children: ['\t', text] }) : new TextRun({ text, break: 1 }),
          ),
        ],
      }),
  );
  return [
    new Paragraph({ children: [new TextRun({ text: cover.council, bold: true })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: paper.title }),
    ...lines,
    ...(cover.summary.length === 0 ? [] : [coverHeading('Summary')]),
    ...cover.summary.map((text) => new Paragraph({ children: docxRuns(text) })),
    ...(cover.recommendations.length === 0 ? [] : [coverHeading('Recommendations')]),
    ...docxList(cover.recommendations, { ordered: true, instance: page.nextList() }),
  ];
}

function coverHeading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, text });
}

function footer(cover: Cover, page: DocxPage): Footer {
  const pages = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({ children: [twoEnds(`${cover.council}, ${formatDay(cover.date)}`, pages, page)] });
}

/** A quiet line with something at its left end and something at its right. */
function twoEnds(left: string, right: readonly string[], page: DocxPage): Paragraph {
  return docxStyled('quiet', [new TextRun({ text: left }), new TextRun({ children: ['\t', ...right] })], {
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: page.width }],
  });
}
