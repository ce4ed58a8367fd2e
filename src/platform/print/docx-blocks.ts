import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type FileChild,
} from 'docx';
import type { Block, Cell, Column, Figure, Table as PaperTable } from './document.ts';
import { paperStyles } from './docx-styles.ts';
import { docxList, docxRuns, docxStyled } from './docx-words.ts';

/** What the blocks of a paper need to know of the page they stand on. */
export interface DocxPage {
  /** Between the margins, in twentieths of a point. */
  readonly width: number;
  /** `#12504b` */
  readonly accent: string;
  /** Numbers the lists, so that each begins at 1. */
  readonly nextList: () => number;
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** A block of a paper as the parts of a Word file. */
export function docxBlock(block: Block, page: DocxPage): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          children: [new Bookmark({ id: block.id, children: [new TextRun(block.text)] })],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: docxRuns(block.text) })];
    case 'note':
      return [docxStyled('note', docxRuns(block.text))];
    case 'list':
      return docxList(block.items, { ordered: block.ordered, instance: page.nextList() });
    case 'table':
      return docxTable(block, page);
    case 'figure':
      return docxFigure(block, page);
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
    default:
      return [
        docxStyled('contents', [new TextRun('Contents')]),
        // Its page numbers are Word's to fill in: it offers to when the file is opened. To work them out here takes a
        // second for a plan of 130 actions.
        new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
      ];
  }
}

function docxTable(table: PaperTable, page: DocxPage): FileChild[] {
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => Math.floor((page.width * column.width) / shares));
  const none = { style: BorderStyle.NONE } as const;
  const hairline = { style: BorderStyle.SINGLE, size: 4, color: '8A9297' } as const;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.BOTTOM,
          borders: { bottom: { style: BorderStyle.SINGLE, size: 12, color: page.accent.slice(1) } },
          children: [
            new Paragraph({
              style: paperStyles.tableHead,
              ...sideOf(column),
              children: docxRuns([column.heading]),
            }),
          ],
        }),
    ),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        children: row.map(
          (cell, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children: cellParagraphs(
                cell,
                table.columns[index],
                index === 0 && table.rowHeader === true,
                page,
              ),
            }),
        ),
      }),
  );
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(table.caption)] }),
    new Table({
      rows: [head, ...rows],
      columnWidths: widths,
      width: { size: page.width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: 80, right: 80 },
      borders: {
        top: none,
        left: none,
        right: none,
        insideVertical: none,
        bottom: hairline,
        insideHorizontal: hairline,
      },
    }),
    // Word runs two tables together when nothing stands between them.
    new Paragraph({}),
  ];
}

function cellParagraphs(cell: Cell, column: Column | undefined, names: boolean, page: DocxPage): Paragraph[] {
  const style = { style: paperStyles.tableText };
  if ('kind' in cell && cell.items.length > 0) {
    return docxList(cell.items, { ordered: false, instance: page.nextList() }, style);
  }
  const text = 'kind' in cell ? [] : cell;
  return [new Paragraph({ ...style, ...sideOf(column), children: docxRuns(text, names) })];
}

function sideOf(column: Column | undefined): { alignment?: typeof AlignmentType.RIGHT } {
  return column?.align === 'right' ? { alignment: AlignmentType.RIGHT } : {};
}

/** Shown only by programs that cannot draw SVG: a picture of one clear point. */
const clearPoint = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function docxFigure(figure: Figure, page: DocxPage): FileChild[] {
  const size = sizeOf(figure.svg, page.width / 15);
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(figure.caption)] }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(figure.svg),
          fallback: { type: 'png', data: clearPoint },
          transformation: size,
          altText: { name: 'Chart', title: figure.caption, description: figure.alt },
        }),
      ],
    }),
    ...(figure.source === undefined ? [] : [docxStyled('quiet', [new TextRun(figure.source)])]),
  ];
}

/** The size a picture is drawn at, in pixels: its own, unless that is wider than the page. */
function sizeOf(svg: string, room: number): { width: number; height: number } {
  const opening = svg.slice(0, svg.indexOf('>'));
  const [, , across = '400', down = '300'] = /viewBox="([^"]*)"/.exec(opening)?.[1]?.split(/[\s,]+/) ?? [];
  const width = Number(/\swidth="([\d.]+)"/.exec(opening)?.[1] ?? across);
  const height = (width * Number(down)) / Number(across);
  const scale = Math.min(1, room / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
